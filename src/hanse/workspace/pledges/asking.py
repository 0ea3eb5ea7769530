"""Which form does a call make? A field for each of its questions, after those that every pledge answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.text.dates import days
from hanse.workspace.pledges.fields import Cities, MoneyField, Number, Objectives, PartialDate, Words, control
from hanse.workspace.pledges.models import LONGEST_TEXT, Asks, Call, Question
from hanse.workspace.registry.models import Objective

SHORT = 300


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
    return Number(max_digits=16, decimal_places=2, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **said)


def _objectives(question: Question, user: Any, said: dict[str, Any]) -> forms.Field:
    held = Objective.objects.visible_to(user).filter(instrument__in=question.call.instruments.all())
    return Objectives(held, **said)


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
