"""A compact with objectives, a call that is open, and pledges on their way, for tests of pledges."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from hanse.workspace.pledges.models import Call, Pledge, Question, State
from hanse.workspace.registry.models import Instrument, Objective

PUBLIC = {"handling": "public"}


@pytest.fixture
def compact(db: None) -> Instrument:
    """A compact with three objectives."""
    made = Instrument.objects.create(pk="gcm", title="Compact for Migration", kind="compact", adopted="2018", **PUBLIC)
    for number, title in {1: "Data", 7: "Vulnerability", 15: "Basic services"}.items():
        Objective.objects.create(instrument=made, number=number, title=title, **PUBLIC)
    return made


@pytest.fixture
def call(compact: Instrument) -> Call:
    """An open call that asks for objectives, a budget and indicators."""
    made = Call.objects.create(title="Call to Local Action", cycle="2026", opened=timezone.now(), **PUBLIC)
    made.instruments.set([compact])
    for place, (key, type_, label, said) in enumerate(
        (
            ("objectives", "objectives", "Objectives", {"required": True, "means": ""}),
            ("amount", "money", "Budget", {"means": "amount"}),
            ("indicators", "long", "How progress is measured", {"means": "indicators", "words": 50}),
            ("kind", "choices", "Type of pledge", {"means": "kind", "options": "Financial\nPolicy"}),
        ),
        1,
    ):
        Question.objects.create(call=made, place=place, key=key, type=type_, label=label, **said)
    return made


@pytest.fixture
def typed(compact: Instrument) -> dict[str, Any]:
    """What somebody types into the form of the call."""
    return {
        "title": "Classes for all who arrive",
        "description": "By 2027 we open language classes to 400 newcomers, with 200,000 EUR of our own.",
        "since": "2026",
        "until": "2027-12",
        "partners": "Red Crescent",
        "q-objectives": [Objective.objects.get(instrument=compact, number=15).pk],
        "q-amount_amount": "200,000",
        "q-amount_currency": "eur",
        "q-indicators": "Learners a year.",
        "q-kind": ["Policy"],
        "joint": "",
    }


@pytest.fixture
def city_of() -> Any:
    return lambda person: person.speaks_for.get().city


@pytest.fixture
def pledge_of(call: Call, city_of: Any) -> Any:
    """A pledge of somebody's city in a state: ``pledge_of(tala, State.FILED)``."""

    def make(person: Any, state: str = State.PUBLISHED, **said: Any) -> Pledge:
        now = timezone.now()
        fields = {
            "title": "Keys for newcomers",
            "description": "We house 200 families by 2027.",
            "toward": "gcm 15",
            "call": call,
            "cycle": call.cycle,
            "city": city_of(person),
            "state": state,
            "author": person,
            "pledged": timezone.localdate().isoformat(),
            "filed": now,
            "published": now if state == State.PUBLISHED else None,
        }
        return Pledge.objects.create(**{**PUBLIC, **fields, **said})

    return make


@pytest.fixture
def desk(visit: Any) -> Any:
    """Browsers by person, kept: ``desk(otto).post(...)``."""
    kept: dict[Any, Any] = {}
    return lambda person=None: kept.setdefault(getattr(person, "pk", None), visit(person))


def text(response: Any) -> str:
    return response.content.decode()


__all__ = ["PUBLIC", "text"]
