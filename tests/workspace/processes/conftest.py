"""A forum with sessions, deadlines, a programme and access, for tests of the calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from hanse.workspace.processes.models import Access, Deadline, Item, Process, Session
from hanse.workspace.registry.models import Actor, Attestation, Membership, Source

PUBLIC = {"handling": "public"}


def actor(name: str, kind: str = "city", **said: Any) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{**PUBLIC, **said})


def moment(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


def in_days(days: float) -> datetime:
    return timezone.now() + timedelta(days=days)


@pytest.fixture
def forum(db: None) -> SimpleNamespace:
    """A process of fictional states: a documented session, one known by its month, one to come, one undated."""
    secretariat = actor("Secretariat of the Bay", "international")
    process = Process.objects.create(
        title="Forum of the Bay", acronym="FOB", outcome="chair's summary", convenor=secretariat, **PUBLIC
    )

    def session(title: str, since: str, until: str = "", **said: Any) -> Session:
        return Session.objects.create(process=process, title=title, since=since, until=until, **{**PUBLIC, **said})

    first = session(
        "First meeting", "2018-12-05", "2018-12-07", place="Port Vell", country="MAR", edition=1, whole_programme=True
    )
    month = session("Second meeting", "2020-01", place="High Quay", country="ECU", edition=2)
    ahead = (timezone.localdate() + timedelta(days=40)).isoformat()
    coming = session("Third meeting", ahead, ahead, edition=3)
    undated = session("Meeting of friends", "")
    return SimpleNamespace(
        process=process, secretariat=secretariat, first=first, month=month, coming=coming, undated=undated
    )


@pytest.fixture
def table(forum: SimpleNamespace) -> SimpleNamespace:
    """Who was at the first meeting: two cities, one refused, one only in a network; a programme of four items."""
    forum.vell, forum.quay, forum.sand = actor("Port Vell", country="MAR"), actor("High Quay"), actor("Sandbank")
    forum.league = actor("League of Ports", "network", acronym="LOP")
    forum.utopia = actor("Utopia", "state")
    Membership.objects.create(actor=forum.sand, network=forum.league, since="2010", **PUBLIC)
    forum.items = [
        Item.objects.create(session=forum.first, title=title, official=official, **PUBLIC)
        for title, official in (("Opening", True), ("Round table 1", True), ("Closing", True), ("Evening event", False))
    ]

    def had(who: Actor, **said: Any) -> Access:
        return Access.objects.create(actor=who, session=forum.first, **{**PUBLIC, **said})

    opening, round_table, _, evening = forum.items
    forum.spoke = had(
        forum.vell,
        item=opening,
        route="national delegation",
        delegation=forum.utopia,
        setting="plenary",
        function="speaker",
        decision="granted",
        decided_by=forum.secretariat,
    )
    had(forum.vell, item=evening, route="invitation", setting="side event", function="speaker", decision="granted")
    had(forum.utopia, item=round_table, route="own accreditation", setting="round table", function="speaker")
    had(forum.quay, function="attendee", route="national delegation", delegation=forum.utopia)
    forum.refused = had(
        forum.sand, setting="plenary", function="speaker", item=round_table, decision="refused", decided_by=forum.utopia
    )
    had(forum.league, route="stakeholder group", setting="plenary", function="moderator", decision="granted")
    forum.report = Source.objects.create(title="Report of the meeting", url="https://example.org/report", **PUBLIC)
    Attestation.objects.create(
        record=forum.spoke, source=forum.report, quote="The mayor opened the plenary.", locator="p. 4", **PUBLIC
    )
    return forum


@pytest.fixture
def due(forum: SimpleNamespace) -> Any:
    """A deadline of the forum: ``due("Input", days=3)``."""

    def make(what: str, days: float = 3, **said: Any) -> Deadline:
        said = {"process": forum.process, "when": in_days(days), **PUBLIC, **said}
        return Deadline.objects.create(what=what, **said)

    return make
