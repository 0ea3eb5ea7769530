"""Which form does a call make? A field for each of its questions, after those that every pledge answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.errors import HanseError
from hanse.text.dates import days
from hanse.workspace.pledges.models import LONGEST_TEXT, Asks, Call, Question
from hanse.workspace.registry.exchange.dates import edtf
from hanse.workspace.registry.fields import exactly, written
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Objective

SHORT = 300
MOST_CITIES = 200
CURRENCIES = (
    "EUR",
    "USD",
    "GBP",
    "CAD",
    "CHF",
    "AUD",
    "BRL",
    "COP",
    "JPY",
    "KES",
    "MAD",
    "MXN",
    "SEK",
    "TND",
    "TRY",
    "ZAR",
)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Words:
    """At most so many words; in scripts without spaces each character is one."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, value: str) -> None:
        if (held := words(value)) > self.most:
            raise forms.ValidationError(
                ngettext("%(held)s words; at most %(most)s word.", "%(held)s words; at most %(most)s words.", self.most)
                % {"held": f"{held:,}", "most": f"{self.most:,}"}
            )


def words(text: str) -> int:
    """How many words a text has."""
    return len(_HAN.findall(text)) + len(_HAN.sub(" ", text).split())


def control(text: str) -> str:
    """The first character that no text can hold, as "U+0000"; "" where there is none."""
    met = _CONTROL.search(text)
    return f"U+{ord(met[0]):04X}" if met else ""


def line(text: str, most: int) -> str:
    """What somebody wrote into a field of one line, without what no text can hold and no longer than ``most``."""
    return " ".join(_CONTROL.sub("", text).split())[:most]


class PartialDate(forms.CharField):
    """A date that may be partial, in any usual writing; as EDTF it comes out."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value).strip()
        if not typed or days(typed):
            return typed
        try:
            return edtf(typed)
        except HanseError as error:
            raise forms.ValidationError(error.sentence) from None


class Money(forms.MultiWidget):
    """An amount and its currency."""

    template_name = "pledges/widgets/money.html"

    def __init__(self, label: str) -> None:
        amount = forms.TextInput(attrs={"inputmode": "decimal", "size": 12})
        named = forms.TextInput(attrs={"size": 5, "maxlength": 3, "list": "currencies"})
        super().__init__({"amount": amount, "currency": named})
        self.label = label

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        currency = context["widget"]["subwidgets"][1]
        currency["attrs"]["aria-label"] = _("Currency of: %(label)s") % {"label": self.label}
        currency["attrs"].pop("required", None)
        return {**context, "currencies": CURRENCIES}

    def id_for_label(self, id_: str) -> str:
        """The label is the amount's; the currency has one of its own."""
        return f"{id_}_0" if id_ else id_

    def decompress(self, value: Any) -> list[str]:
        return list(value or ("", ""))


class MoneyField(forms.MultiValueField):
    """An amount with its ISO 4217 code; a pair comes out, None for neither."""

    def __init__(self, **said: Any) -> None:
        amount = forms.DecimalField(min_value=Decimal(0), max_digits=16, decimal_places=2, required=False)
        code = forms.RegexField(
            r"^\s*[A-Za-z]{3}\s*$",
            required=False,
            error_messages={"invalid": gettext_lazy("Write the currency as three letters, as EUR.")},
        )
        super().__init__((amount, code), require_all_fields=False, widget=Money(str(said.get("label", ""))), **said)

    def clean(self, value: Any) -> Any:
        amount, code = [*(value or []), "", ""][:2]
        return super().clean([_plain(amount), code])

    def compress(self, pair: list[Any]) -> tuple[Decimal, str] | None:
        amount, code = [*(pair or []), None, None][:2]
        if amount is None:
            return None
        if not code:
            raise forms.ValidationError(_("Say in which currency, as EUR."))
        return amount, code.strip().upper()


def _plain(amount: str) -> str:
    """Thousands may be set apart by spaces, points or commas."""
    said = re.sub(r"[\s\u00a0\u202f'’]", "", amount or "")
    said = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", said)
    return said.replace(",", ".")


class Cities(forms.CharField):
    """Cities of the registry, one a line; a list of them comes out."""

    def __init__(self, *, user: Any, **said: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), max_length=10_000, **said)
        self.user = user

    def clean(self, value: Any) -> list[Any]:
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_CITIES:
            raise forms.ValidationError(_("At most %(most)s cities.") % {"most": MOST_CITIES})
        found, wrong = {}, []
        held = KINDS["cities"].records().visible_to(self.user)
        for line in dict.fromkeys(lines):
            meant = exactly(held, line, self.user)
            if len(meant) == 1:
                found[meant[0].pk] = meant[0]
            elif meant:
                several = "; ".join(written(each) for each in meant[:5])
                wrong.append(
                    _("Several are called so: %(several)s. Write one with its brackets.") % {"several": several}
                )
            else:
                wrong.append(_("No city here is called “%(line)s”.") % {"line": line[:80]})
        if wrong:
            raise forms.ValidationError(wrong[:5])
        return list(found.values())


class ObjectivesWidget(forms.CheckboxSelectMultiple):
    """Boxes to tick, folded by instrument."""

    template_name = "pledges/widgets/objectives.html"


def questions(call: Call | None) -> list[Question]:
    return list(call.questions.all()) if call is not None else []


def name_of(question: Question) -> str:
    """The name of a question's input."""
    return f"q-{question.key}"


class PledgeForm(forms.Form):
    """What a pledge of a call says. ``data`` is what was typed; with ``check=False`` nothing of it is judged."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=SHORT,
        help_text=gettext_lazy("What will be done, in one line. It is read in lists."),
    )
    description = forms.CharField(
        label=gettext_lazy("Description"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "What your city will do, for whom, by when, with which means. No names, no addresses: it will be public."
        ),
    )
    since = PartialDate(
        label=gettext_lazy("Begins"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("as 2027, 2027-03 or 2027-03-31"),
    )
    until = PartialDate(label=gettext_lazy("Ends"), required=False, max_length=40)
    partners = forms.CharField(
        label=gettext_lazy("Partners"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Organisations that take part, one a line. No private persons."),
    )

    def __init__(self, data: Mapping[str, Any], *, call: Call | None, user: Any, check: bool = True) -> None:
        super().__init__(data)
        self.check, self.user = check, user
        self.questions = questions(call)
        for each in self.questions:
            self.fields[name_of(each)] = field_of(each, user)
        if call is not None and call.joint:
            self.fields["joint"] = Cities(
                user=user,
                required=False,
                label=gettext_lazy("Together with these cities"),
                help_text=gettext_lazy("One a line. Each is asked; your city reports for all."),
            )
        self.full_clean()

    def full_clean(self) -> None:
        if self.check:
            super().full_clean()
        else:
            self._errors, self.cleaned_data = ErrorDict(), {}

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name, value in said.items():
            if isinstance(value, str) and (met := control(value)):
                self.add_error(name, _("It holds a character that no text can (%(met)s); take it out.") % {"met": met})
        begin, end = days(said.get("since") or ""), days(said.get("until") or "")
        if begin and end and end[1] < begin[0]:
            self.add_error("until", _("The end is before the beginning."))
        return said

    def inputs(self) -> list[tuple[str, bool]]:
        """The names of all inputs, and whether each can hold several values."""
        found: list[tuple[str, bool]] = []
        for name, field in self.fields.items():
            if isinstance(field, MoneyField):
                found += [(f"{name}_amount", False), (f"{name}_currency", False)]
            else:
                found.append((name, isinstance(field, forms.MultipleChoiceField)))
        return found

    def objectives(self) -> list[Any]:
        """All objectives that were chosen, of every such question."""
        asked = [name_of(each) for each in self.questions if each.type == Asks.OBJECTIVES]
        return [each for name in asked for each in self.cleaned_data.get(name) or ()]


def field_of(question: Question, user: Any) -> forms.Field:
    """The field of a question; raw values of its inputs go in, values as their type says come out."""
    said = {"label": question.label, "help_text": question.guidance, "required": question.required}
    return _MAKERS[question.type](question, user, said)


def answer(question: Question, data: Any, user: Any) -> Any:
    """What was answered to one question, as its type says; None where it is not as the question asks."""
    field = field_of(question, user)
    try:
        return field.clean(field.widget.value_from_datadict(data, {}, name_of(question)))
    except forms.ValidationError:
        return None


def _text(question: Question, user: Any, said: dict[str, Any]) -> forms.Field:
    limits = [Words(question.words)] if question.words else []
    if question.words:
        most = ngettext("At most %(n)s word.", "At most %(n)s words.", question.words) % {"n": question.words}
        said["help_text"] = f"{question.guidance} {most}".strip()
    if question.type == Asks.TEXT:
        return forms.CharField(max_length=SHORT, validators=limits, **said)
    area = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(max_length=LONGEST_TEXT, widget=area, validators=limits, **said)


def _choice(question: Question, user: Any, said: dict[str, Any]) -> forms.Field:
    lines = [(line, line) for line in question.choices]
    if question.type == Asks.CHOICES:
        return forms.MultipleChoiceField(choices=lines, widget=forms.CheckboxSelectMultiple, **said)
    return forms.ChoiceField(choices=[("", "–"), *lines], **said)


def _number(question: Question, user: Any, said: dict[str, Any]) -> forms.Field:
    class Number(forms.DecimalField):
        def to_python(self, value: Any) -> Any:
            return super().to_python(_plain(value) if isinstance(value, str) else value)

    return Number(max_digits=16, decimal_places=2, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **said)


def _objectives(question: Question, user: Any, said: dict[str, Any]) -> forms.Field:
    held = Objective.objects.visible_to(user).filter(instrument__in=question.call.instruments.all())
    return Objectives(held, **said)


class Objectives(forms.MultipleChoiceField):
    """Objectives of the instruments of a call; the records come out."""

    def __init__(self, held: Any, **said: Any) -> None:
        ordered = held.select_related("instrument").order_by("instrument__adopted", "instrument__title", "number")
        self.held = {each.pk: each for each in ordered}
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in self.held.values():
            groups.setdefault(str(each.instrument), []).append((each.pk, str(each)))
        super().__init__(choices=list(groups.items()), widget=ObjectivesWidget, **said)

    def clean(self, value: Any) -> list[Any]:
        return [self.held[pk] for pk in super().clean(value)]


_MAKERS: dict[str, Any] = {
    Asks.TEXT: _text,
    Asks.LONG: _text,
    Asks.CHOICE: _choice,
    Asks.CHOICES: _choice,
    Asks.DATE: lambda question, user, said: PartialDate(max_length=40, **said),
    Asks.NUMBER: _number,
    Asks.MONEY: lambda question, user, said: MoneyField(**said),
    Asks.YES_NO: lambda question, user, said: forms.ChoiceField(
        choices=[("", "–"), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))], **said
    ),
    Asks.OBJECTIVES: _objectives,
    Asks.CITIES: lambda question, user, said: Cities(user=user, **said),
    Asks.LINK: lambda question, user, said: forms.URLField(max_length=1000, assume_scheme="https", **said),
}


def shown(question: Question, value: Any) -> list[str]:
    """An answer as lines for a reader; nothing for none."""
    if value in (None, "", [], ()):
        return []
    if question.type == Asks.MONEY:
        return [f"{value[0]:,.2f} {value[1]}".replace(".00 ", " ")]
    if question.type == Asks.YES_NO:
        return [_("Yes") if value == "yes" else _("No")]
    if question.type == Asks.NUMBER:
        return [f"{value.normalize():,f}"]
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [str(each) for each in value]
    return [str(value)]
