"""How much is there by now? A few indicators, each with what it counts, as of which day, and the way to just that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hanse.workspace.impact.pages import line
from hanse.workspace.impact.ready import held


@dataclass(frozen=True, slots=True)
class Counter:
    """The ``figure`` of an indicator on ``day``; ``address`` lists just what it counts."""

    figure: str
    label: str
    definition: str
    day: date
    address: str


SHOWN = ("pledges", "dialogues", "contributions", "processes", "positions", "signatories")
"""Keys of the indicators that the front page shows, where they count anything."""


def counters(user: Any, day: date) -> list[Counter]:
    """Of what somebody may see; what nothing is documented of is left out."""
    there = {each.key: each for each in held(user)}
    told = [line(there[key], user, day) for key in SHOWN if key in there]
    return [
        Counter(each.value.figure, each.name, f"{each.definition} {each.value.beside}".strip(), day, each.opens)
        for each in told
        if each.value is not None and not each.empty
    ]
