"""One difference between an ask and a draft, as the readers of this room hand it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hanse.text.document import Span

Effect = Literal["reversed", "partly", "weakened", "stronger"]


@dataclass(frozen=True, slots=True)
class Change:
    """See `hanse.wording.shift.Shift`, which is what callers get."""

    effect: Effect
    kind: str
    asked: Span | None
    drafted: Span | None
    why: str


PARTIES = frozenset(
    [
        "local_government",
        "mayor",
        "city_network",
        "state",
        "all_actors",
        "united_nations",
        "donor",
        "civil_society",
        "private_sector",
        "employer",
        "host_community",
        "migrant",
        "refugee",
        "child",
        "youth",
        "woman",
        "worker",
        "person",
        "family",
        "diaspora",
    ]
)
DEFINITE = frozenset(
    [
        "local_government",
        "mayor",
        "city_network",
        "state",
        "united_nations",
        "donor",
        "civil_society",
        "private_sector",
        "employer",
        "host_community",
        "migrant",
        "refugee",
    ]
)
