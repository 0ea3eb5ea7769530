"""How does an answer get in, once a person, so that nobody can tell whose it is? Its link is spent, the sums grow.

Both happen in one transaction. The row of the survey is held meanwhile: an answer is in before it closes, or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.surveys.models import Box, Invitation, Paper, Question, State, Survey, Tally

Said = Mapping[int, Any]
"""By the question's number: a tuple of numbers of options, or a text."""


def answer(invitation: Invitation, said: Said) -> None:
    """File an answer. Raises RefusedChange where it was given already, its link taken back, or the survey closed."""
    with transaction.atomic():
        survey = Survey.objects.select_for_update(of=("self",)).get(pk=invitation.survey_id)
        if survey.state != State.OPEN:
            raise RefusedChange(_("it takes no answers any more"), where=str(survey))
        waiting = Invitation.objects.filter(pk=invitation.pk, answered=False, taken_back=None)
        if not waiting.update(answered=True, draft=""):
            raise RefusedChange(_("this link was used: one answer is taken for each"), where=str(survey))
        given = {each: said[each.pk] for each in survey.questions.all() if said.get(each.pk)}
        if survey.anonymous:
            _count(given)
        else:
            Paper.objects.create(invitation=invitation, said={str(each.pk): given[each] for each in given})


def _count(given: Mapping[Question, Any]) -> None:
    """Into sums and boxes, which know neither who nor when. Past the log of writes, which would know when."""
    for question, said in given.items():
        if question.closed:
            share = (Tally.SHARE,) if set(said) & set(question.counts) else ()
            grow = Tally.objects.filter(question=question, option__in=(Tally.ALL, *share, *said))
            grow.update(count=F("count") + 1)
        else:
            texts = Box.objects.select_for_update().get(question=question).texts
            Box.objects.filter(question=question).update(texts=sorted([*texts, said]))


def prepare(survey: Survey) -> None:
    """Set up empty sums and boxes for a survey that opens."""
    asked = list(survey.questions.all())
    options = [(each, number) for each in asked if each.closed for number in range(-1, len(each.choices("en")) + 1)]
    Tally.objects.bulk_create([Tally(question=each, option=number) for each, number in options], ignore_conflicts=True)
    boxes = [Box(question=each) for each in asked if not each.closed]
    Box.objects.bulk_create(boxes, ignore_conflicts=True)
