"""A constructed set of records of which every counter is known, for tests of indicators."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from hanse.workspace.engagements.models import Engagement, Submission
from hanse.workspace.impact import ready
from hanse.workspace.impact.counting import value
from hanse.workspace.impact.values import Value
from hanse.workspace.pledges.models import Pledge
from hanse.workspace.processes.models import Access, Process, Session
from hanse.workspace.registry.models import Actor

PUBLIC = {"handling": "public"}
DAY = date(2026, 11, 1)


@pytest.fixture
def public(settings: Any) -> AnonymousUser:
    """The public of a workspace that is open to it."""
    settings.HANSE_OPEN_TO_PUBLIC = True
    return AnonymousUser()


@pytest.fixture
def city(db: None) -> Actor:
    return Actor.objects.create(pk="dakar", kind="city", name="Dakar", country="SEN", **PUBLIC)


@pytest.fixture
def counted(public: Any) -> Any:
    """The value of a ready indicator for the public, as of a day: ``counted("pledges")``."""

    def count(key: str, day: date = DAY, since: date | None = None, user: Any = public) -> Value:
        held = ready.found(key, user)
        assert held is not None
        return value(held, user, day, since)

    return count


@pytest.fixture
def pledged(city: Actor) -> Any:
    """A published pledge: ``pledged("Title", pledged="2022-05")``."""

    def make(title: str = "A pledge", **said: Any) -> Pledge:
        given = {"title": title, "city": city, "state": "published", "pledged": "2022-05-01", **PUBLIC, **said}
        return Pledge.objects.create(**given)

    return make


@pytest.fixture
def mmc_like(city: Actor, pledged: Any) -> None:
    """As many of each as the published sentences say: 70 pledges, 176 dialogues, 48 contributions, 8 processes."""
    for number in range(70):
        pledged(f"Pledge {number}", pledged=f"{2019 + number % 6}")
    for number in range(176):
        Engagement.objects.create(title=f"Dialogue {number}", kind="dialogue", since=f"{2020 + number % 5}", **PUBLIC)
    for number in range(48):
        Submission.objects.create(title=f"Paper {number}", by=city, addressee=city, date="2021-03", **PUBLIC)
    for number in range(8):
        process = Process.objects.create(title=f"Process {number}", since="2018", **PUBLIC)
        for meeting in range(3):
            session = Session.objects.create(process=process, title=f"Meeting {meeting}", since="2022-05-17", **PUBLIC)
            Access.objects.create(actor=city, session=session, function="speaker", decision="granted", **PUBLIC)
            Access.objects.create(actor=city, session=session, function="attendee", **PUBLIC)
