"""Which answers are more than a line of text? Partial dates, money, cities, objectives, texts of so many words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.errors import HanseError
from hanse.saying import semicolon
from hanse.text.dates import days
from hanse.workspace.registry.exchange.dates import edtf
from hanse.workspace.registry.fields import exactly, written
from hanse.workspace.registry.kinds import KINDS

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
                several = semicolon().join(written(each) for each in meant[:5])
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


class Number(forms.DecimalField):
    """A number, its thousands set apart in any usual way."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(_plain(value) if isinstance(value, str) else value)
