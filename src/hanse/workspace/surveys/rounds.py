"""How does a survey ask again, and what has changed since? The next round has the same questions, by their keys."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from hanse.workspace.surveys.counting import Result, results
from hanse.workspace.surveys.models import Question, Survey, Translation


@dataclass(frozen=True, slots=True)
class Between:
    """One question in two rounds. ``alike``: its words and what can be chosen are the same."""

    now: Result
    before: Result
    alike: bool

    @property
    def points(self) -> int | None:
        """By how many percentage points the share went up; None where either round has none."""
        if not self.now.share or not self.before.share or not self.alike:
            return None
        return round(100 * self.now.share.share) - round(100 * self.before.share.share)


def begin(survey: Survey) -> Survey:
    """A draft of the next round, with the same questions and translations."""
    with transaction.atomic():
        fresh = Survey.objects.create(
            title=survey.title,
            about=survey.about,
            language=survey.language,
            anonymous=survey.anonymous,
            handling=survey.handling,
            previous=survey,
        )
        for each in survey.translations.all():
            Translation.objects.create(survey=fresh, language=each.language, title=each.title, about=each.about)
        for each in survey.questions.all():
            each.pk, each.survey = None, fresh
            each._state.adding = True
            each.save()
    return fresh


def compared(survey: Survey, before: Survey, language: str) -> list[Between]:
    """The questions that both rounds asked, in the order of the later one."""
    then = {each.question.key: each for each in results(before, language)}
    found = [(each, then[each.question.key]) for each in results(survey, language) if each.question.key in then]
    return [Between(now, past, _alike(now.question, past.question)) for now, past in found]


def _alike(one: Question, other: Question) -> bool:
    names = ("kind", "text", "options", "share")
    return all(getattr(one, name).strip() == getattr(other, name).strip() for name in names)
