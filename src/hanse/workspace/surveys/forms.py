"""What does the office fill in? A survey, its questions, their translations, whom to ask."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.documents.forms import HANDLING_HELP
from hanse.workspace.readable import Words
from hanse.workspace.surveys import inviting
from hanse.workspace.surveys.limits import LONGEST_QUESTION
from hanse.workspace.surveys.models import Question, Survey, Translation
from hanse.workspace.surveys.models.surveys import LONGEST_ABOUT

MOST_QUESTIONS = 30
LONGEST_OPTIONS = 4_000


class SurveyForm(forms.ModelForm):
    """What a survey is, when it closes, and what those asked are promised."""

    title = Words(longest=300, label=gettext_lazy("Title"))
    about = Words(
        longest=LONGEST_ABOUT,
        rows=4,
        required=False,
        label=gettext_lazy("About"),
        help_text=gettext_lazy("What those who are asked read first: who asks, why, and what becomes of it."),
    )

    class Meta:
        model = Survey
        fields = ["title", "about", "language", "anonymous", "closes", "previous", "handling"]

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        known = Survey.objects.visible_to(user).exclude(pk=self.instance.pk)
        self.fields["previous"].queryset = known
        self.fields["previous"].empty_label = _("none: this is the first")
        self.fields["handling"].label = _("Who sees the results, once they are published")
        self.fields["handling"].help_text = HANDLING_HELP
        if self.instance.opened:
            for name in ("language", "anonymous"):
                self.fields[name].disabled = True
        if self.instance.ended:
            self.fields["closes"].disabled = True


class QuestionForm(forms.ModelForm):
    """One question, as it is written first."""

    text = Words(longest=LONGEST_QUESTION, rows=2, label=gettext_lazy("Question"))
    help = Words(longest=LONGEST_QUESTION, rows=2, required=False, label=gettext_lazy("Guidance"))
    options = Words(
        longest=LONGEST_OPTIONS,
        rows=5,
        required=False,
        label=gettext_lazy("To choose from"),
        help_text=gettext_lazy(
            "One a line. Empty on a scale: from “strongly disagree” to “strongly agree”, in all languages."
        ),
    )
    share = Words(
        longest=60,
        required=False,
        label=gettext_lazy("Its share counts"),
        help_text=gettext_lazy("The numbers of the lines that are counted together, as 4 5 for agreement."),
    )

    class Meta:
        model = Question
        fields = ["kind", "text", "help", "options", "share", "required"]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if self.instance._state.adding and self.instance.survey.questions.count() >= MOST_QUESTIONS:
            raise ValidationError(_("A survey has at most %d questions: few are answered.") % MOST_QUESTIONS)
        return said

    def save(self, commit: bool = True) -> Question:
        if self.instance._state.adding:
            last = self.instance.survey.questions.order_by("-place").values_list("place", flat=True).first()
            self.instance.place = (last or 0) + 1
        made: Question = super().save(commit)
        return made


class TranslationForm(forms.Form):
    """All words of a survey in another language; what is left empty is missing, and said to be.

    Once the survey was opened, what was asked in stays; what is missing can be added.
    """

    def __init__(self, survey: Survey, language: str, *args: Any, **said: Any) -> None:
        held = survey.translations.filter(language=language).first() or Translation(survey=survey, language=language)
        super().__init__(*args, **said)
        self.survey, self.language, self.held = survey, language, held
        self.questions = list(survey.questions.all())
        self._add("title", 300, 0, _("Title"), survey.title, held.title)
        if survey.about:
            self._add("about", LONGEST_ABOUT, 4, _("About"), survey.about, held.about)
        for number, each in enumerate(self.questions, 1):
            said = each.translations.get(language) or {}
            label = _("Question %d") % number
            self._add(f"text-{each.pk}", LONGEST_QUESTION, 2, label, each.text, said.get("text", ""))
            if each.help:
                label = _("Guidance of question %d") % number
                self._add(f"help-{each.pk}", LONGEST_QUESTION, 2, label, each.help, said.get("help", ""))
            if each.closed and not each.ready:
                label = _("Answers of question %d, one a line, in the same order") % number
                self._add(f"options-{each.pk}", LONGEST_OPTIONS, 5, label, each.options, said.get("options", ""))

    def _add(self, name: str, longest: int, rows: int, label: str, source: str, held: str) -> None:
        field = Words(longest=longest, rows=rows, required=False, label=label, initial=held)
        field.source = source  # type: ignore[attr-defined]
        field.disabled = bool(held) and self.survey.opened is not None
        field.widget.attrs["lang"] = self.language
        self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for each in self.questions:
            name = f"options-{each.pk}"
            given = [line for line in said.get(name, "").splitlines() if line.strip()]
            wanted = len(each.choices(self.survey.language))
            if given and len(given) != wanted:
                lines = {"given": len(given), "wanted": wanted}
                self.add_error(name, _("These are %(given)d lines; there are %(wanted)d answers.") % lines)
        return said

    def save(self) -> None:
        """Raises nothing: what is empty is missing."""
        said = self.cleaned_data
        self.held.title, self.held.about = said["title"], said.get("about", "")
        self.held.save()
        for each in self.questions:
            parts = {part: said.get(f"{part}-{each.pk}", "") for part in ("text", "help", "options")}
            each.translations = {**each.translations, self.language: parts}
            each.save()


class PeopleForm(forms.Form):
    """Whom to ask, one a line."""

    people = Words(longest=200_000, rows=8, label=gettext_lazy("Whom to ask"))

    def __init__(self, survey: Survey, user: Any, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.survey, self.user = survey, user
        self.fields["people"].help_text = (
            _("One a line: an e-mail address; behind a comma, for which actor it answers, if you want to note it.")
            if survey.anonymous
            else _("One a line: an e-mail address, a comma, and the actor for whom it answers, as its name is here.")
        )

    def clean_people(self) -> list[inviting.Asked]:
        return inviting.read(self.cleaned_data["people"], self.survey, self.user)
