"""What if several answer at the same instant? One answer a link; no answer is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from hanse.errors import RefusedChange
from hanse.workspace.surveys.answering import answer
from hanse.workspace.surveys.models import Box, Invitation, Tally


def at_once(function, each):
    """Call a function on each, all at the same time; what each gave or how it was refused."""

    def one(value):
        try:
            return function(value)
        except RefusedChange as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(one, each))


@pytest.mark.django_db(transaction=True)
def test_a_link_used_eight_times_at_once_takes_one_answer(opened, links):
    survey = opened()
    links(survey, 1)
    invitation = Invitation.objects.get()
    asked = {each.kind: each.pk for each in survey.questions.all()}
    said = {asked["scale"]: (5,), asked["text"]: "Words"}
    done = at_once(lambda _: answer(invitation, said), range(8))
    assert len([each for each in done if isinstance(each, RefusedChange)]) == 7
    assert Tally.objects.get(question__place=1, option=Tally.ALL).count == 1
    assert Box.objects.get().texts == ["Words"]


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_answers_at_once_none_is_lost(opened, links):
    survey = opened()
    links(survey, 16)
    asked = {each.kind: each.pk for each in survey.questions.all()}
    at_once(
        lambda each: answer(each, {asked["scale"]: (4,), asked["text"]: each.email}), list(Invitation.objects.all())
    )
    assert Tally.objects.get(question__place=1, option=4).count == 16
    assert Tally.objects.get(question__place=1, option=Tally.SHARE).count == 16
    assert len(Box.objects.get().texts) == 16
