"""A survey with a question of each kind, and people who answer it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from hanse.workspace.mail.sending import send_due
from hanse.workspace.surveys import inviting, running
from hanse.workspace.surveys.inviting import Asked
from hanse.workspace.surveys.models import Question, Survey


@pytest.fixture
def draft(db):
    """A public anonymous survey with five questions: ``draft(title, anonymous=False)``."""

    def make(title="Partner survey", **said):
        closes = timezone.now() + timedelta(days=7)
        survey = Survey.objects.create(title=title, **{"handling": "public", "closes": closes, **said})
        for place, (kind, text, more) in enumerate(
            (
                ("scale", "The dialogues increased our ability to engage.", {"required": True}),
                ("single", "How often did you meet?", {"options": "Never\nOnce\nOften", "share": "2 3"}),
                ("multiple", "Where did you meet?", {"options": "Here\nThere\nElsewhere", "share": "1 2"}),
                ("yes-no", "Would you come again?", {}),
                ("text", "What should we do better?", {}),
            ),
            1,
        ):
            asked = Question(survey=survey, place=place, kind=kind, text=text, **more)
            asked.full_clean()
            asked.save()
        return survey

    return make


@pytest.fixture
def opened(draft):
    """One that is open."""

    def make(*args, **said):
        survey = draft(*args, **said)
        running.open_(survey)
        return Survey.objects.get(pk=survey.pk)

    return make


@pytest.fixture
def links():
    """Ask people and read the links in their letters: ``links(survey, 5)`` or ``links(survey, [Asked(...)])``."""

    def ask(survey, people):
        if isinstance(people, int):
            people = [Asked(f"p{number}@example.org") for number in range(people)]
        sent = len(mail.outbox)
        inviting.invite(survey, people)
        while send_due():
            pass
        return {each.to[0]: link_in(each) for each in mail.outbox[sent:]}

    return ask


def link_in(letter):
    return re.search(r"/surveys/answer/\S+/", letter.body)[0]


ANSWER = {"q1": "5", "q2": "2", "q3": ["1", "2"], "q4": "1", "q5": "More time"}


@pytest.fixture
def answered(opened, links, visit):
    """A closed survey that five of six answered."""

    def make(title="Partner survey", agree=4, **said):
        survey = opened(title, **said)
        found = list(links(survey, 6).values())
        for number, link in enumerate(found[:5]):
            said = {**ANSWER, "q1": "5" if number < agree else "1", "q5": f"Text {number}"}
            assert visit(None).post(link, said).status_code == 200
        running.close(survey)
        return Survey.objects.get(pk=survey.pk)

    return make
