"""Actors, a session and an engagement, for tests of engagements."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from hanse.workspace.engagements.models import Engagement, EngagementParticipant
from hanse.workspace.processes.models import Process, Session
from hanse.workspace.registry.models import Actor

PUBLIC = {"handling": "public"}


@pytest.fixture
def actors(db: None) -> dict[str, Actor]:
    """A network, a state, an office-holder, and two cities of nearly one name."""
    said = {
        "uclg": ("network", "United Cities and Local Governments", ""),
        "ecuador": ("state", "Ecuador", "ECU"),
        "mayor": ("person", "Aminata Diallo", ""),
        "guayaquil": ("city", "Guayaquil", "ECU"),
        "guayaquil-north": ("city", "Guayaquil North", "ECU"),
    }
    return {
        pk: Actor.objects.create(pk=pk, kind=kind, name=name, country=country, **PUBLIC)
        for pk, (kind, name, country) in said.items()
    }


@pytest.fixture
def session(db: None) -> Session:
    """A session that goes on today."""
    day = timezone.localdate().isoformat()
    process = Process.objects.create(pk="gfmd", title="Global Forum", acronym="GFMD", **PUBLIC)
    return Session.objects.create(
        pk="gfmd-12", process=process, title="Twelfth meeting", since=day, until=day, **PUBLIC
    )


@pytest.fixture
def engaged(db: None) -> Any:
    """An engagement with people: ``engaged("Talks", tunis, uclg, since="2026-05-01")``."""

    def make(title: str = "Talks", *actors: Actor, **said: Any) -> Engagement:
        made = Engagement.objects.create(**{"title": title, "since": "2026-05-01", **said})
        for each in actors:
            EngagementParticipant.objects.create(engagement=made, actor=each, handling=made.handling)
        return made

    return make


@pytest.fixture
def typed(actors: Any) -> dict[str, Any]:
    """What somebody types into the short form."""
    return {
        "mark": "abcdefghjk",
        "who-0": "UCLG",
        "who-1": "",
        "who-2": "",
        "kind": "meeting",
        "when": timezone.localdate().isoformat(),
        "place": "Quito, hotel lobby",
        "agreed": "They send us the draft by Friday.",
        "follow_up": "Read their draft",
        "due": "2026-12-01",
        "owner": "",
        "handling": "internal",
    }


def text(response: Any) -> str:
    return response.content.decode()
