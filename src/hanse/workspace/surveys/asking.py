"""Which form does a survey make in a language? One field a question, named by its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hanse.workspace.readable import Words
from hanse.workspace.surveys.limits import LONGEST_ANSWER
from hanse.workspace.surveys.models import Asks, Question


class AnswerForm(forms.Form):
    """The questions of a survey."""

    def __init__(self, questions: Sequence[Question], language: str, *args: Any, **said: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", "use_required_attribute": False, **said})
        self.questions = {f"q{number}": each for number, each in enumerate(questions, 1)}
        for name, each in self.questions.items():
            self.fields[name] = _field(each, language)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(said.values()):
            raise forms.ValidationError(_("Nothing is answered yet."))
        return said

    def said(self) -> dict[int, Any]:
        """What was answered, by the question's number."""
        return {each.pk: _plain(each, self.cleaned_data[name]) for name, each in self.questions.items()}

    @property
    def lines(self) -> list[tuple[Question, Any]]:
        """Each question with its field, in order."""
        return [(each, self[name]) for name, each in self.questions.items()]


def _field(question: Question, language: str) -> forms.Field:
    said = {
        "label": question.wording(language),
        "help_text": "",
        "required": question.required,
        "error_messages": {"required": _("Please answer this question.")},
    }
    if not question.closed:
        return Words(longest=LONGEST_ANSWER, rows=4, **said)
    choices = [(str(number), name) for number, name in enumerate(question.choices(language), 1)]
    if question.kind == Asks.MULTIPLE:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **said)
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **said)


def _plain(question: Question, value: Any) -> Any:
    if not question.closed:
        return value
    return tuple(int(each) for each in (value if isinstance(value, list) else filter(None, [value])))


def typed(data: Mapping[str, Any], questions: Sequence[Question]) -> dict[str, list[str]]:
    """What of a request is an answer, as it was typed, up to what an answer may hold."""
    names = (f"q{number}" for number in range(1, len(questions) + 1))
    held = {name: [each[:LONGEST_ANSWER] for each in data.getlist(name)[:50]] for name in names}  # type: ignore[attr-defined]
    return {name: values for name, values in held.items() if any(values)}
