"""How many said what, of how many that were asked? Sums with their shares, hidden while they are too few to hide in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from hanse import saying
from hanse.workspace.surveys.languages import isolated
from hanse.workspace.surveys.models import Box, Paper, Question, Survey, Tally

FEWEST = 5
"""Answers under which nothing of a question is shown."""


@dataclass(frozen=True, slots=True)
class Option:
    """How many chose an option; ``share`` is of those who answered the question."""

    number: int
    label: str
    count: int
    share: float
    counts: bool
    """Whether the question's share counts it."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of ``n`` said what ``definition`` names: "Agree or Strongly agree", 24 of 25."""

    definition: str
    count: int
    n: int

    @property
    def share(self) -> float:
        return self.count / self.n

    @property
    def words(self) -> str:
        """ "Agree or Strongly agree: 24 of 25, 96%"."""
        said = {"what": isolated(self.definition), "count": self.count, "n": self.n, "percent": percent(self.share)}
        return _("%(what)s: %(count)d of %(n)d, %(percent)s") % said


@dataclass(frozen=True, slots=True)
class Result:
    """What was said to one question. ``hidden``: too few answered, so nothing but that is told."""

    number: int
    question: Question
    wording: str
    n: int
    hidden: bool
    options: tuple[Option, ...] = ()
    share: Share | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """How many answered of those that were asked, until when."""

    answered: int
    invited: int
    until: datetime | None

    @property
    def rate(self) -> float | None:
        return self.answered / self.invited if self.invited else None

    @property
    def words(self) -> str:
        """ "25 of 40 that were asked answered, 63%"."""
        if self.rate is None:
            return _("Nobody was asked.")
        said = {"answered": self.answered, "invited": self.invited, "percent": percent(self.rate)}
        return _("%(answered)d of %(invited)d that were asked answered, %(percent)s") % said


def percent(share: float) -> str:
    """0.96 as "96%"; what is not quite nothing or all is not rounded to it."""
    whole = min(max(round(100 * share), 1 if share > 0 else 0), 99 if share < 1 else 100)
    return saying.percent(whole)


def response(survey: Survey) -> Response:
    """Whoever's link was taken back before it was used counts as not asked."""
    flags = survey.invitations.filter(taken_back=None).values_list("answered", flat=True)
    return Response(sum(flags), len(flags), survey.ended)


def results(survey: Survey, language: str) -> list[Result]:
    """What was said to each question, in a language. Three queries."""
    asked = list(survey.questions.all())
    counted = _tallied(survey) if survey.anonymous else _read(survey)
    few = response(survey).answered < FEWEST
    return [_result(number, each, counted, language, few) for number, each in enumerate(asked, 1)]


def _result(number: int, question: Question, counted: Counter[tuple[int, int]], language: str, few: bool) -> Result:
    n = counted[question.pk, Tally.ALL]
    wording = question.wording(language)
    if few or n < FEWEST:
        return Result(number, question, wording, n, hidden=True)
    labels = enumerate(question.choices(language), 1)
    of = question.counts
    options = tuple(
        Option(each, label, counted[question.pk, each], counted[question.pk, each] / n, each in of)
        for each, label in labels
    )
    return Result(number, question, wording, n, False, options, _share(question, counted, n, language))


def _share(question: Question, counted: Counter[tuple[int, int]], n: int, language: str) -> Share | None:
    if not question.counts:
        return None
    return Share(question.definition(language), counted[question.pk, Tally.SHARE], n)


def _tallied(survey: Survey) -> Counter[tuple[int, int]]:
    rows = Tally.objects.filter(question__survey=survey).values_list("question", "option", "count")
    counted = Counter({(question, option): count for question, option, count in rows})
    for question, texts in Box.objects.filter(question__survey=survey).values_list("question", "texts"):
        counted[question, Tally.ALL] = len(texts)
    return counted


def _read(survey: Survey) -> Counter[tuple[int, int]]:
    of = {each.pk: set(each.counts) for each in survey.questions.all()}
    counted: Counter[tuple[int, int]] = Counter()
    for said in Paper.objects.filter(invitation__survey=survey).values_list("said", flat=True):
        for number, chosen in ((int(key), value) for key, value in said.items()):
            counted[number, Tally.ALL] += 1
            if isinstance(chosen, list):
                counted.update((number, each) for each in chosen)
                counted[number, Tally.SHARE] += bool(of[number] & set(chosen))
    return counted


def texts(question: Question) -> list[str]:
    """The free texts under a question: for the office. Of an anonymous survey none while they are too few."""
    if question.survey.anonymous:
        held = Box.objects.filter(question=question).first()
        found = held.texts if held else []
        return found if len(found) >= FEWEST else []
    papers = Paper.objects.filter(invitation__survey=question.survey).values_list("said", flat=True)
    return sorted(each[str(question.pk)] for each in papers if str(question.pk) in each)
