"""Where are those who took part? Acts by region of the United Nations (M49), regions with none too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hanse.places.countries import COUNTRIES
from hanse.workspace.registry.instruments.participation import Group
from hanse.workspace.registry.models import Act, Actor, ActorKind

REGIONS = tuple(sorted({each.region for each in COUNTRIES.values()} - {"Antarctica"}))
NOWHERE = "No region"
"""Of organisations of states, and of actors whose country is not documented."""


@dataclass(frozen=True, slots=True)
class Row:
    region: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    acts: tuple[Act, ...]
    rows: tuple[Row, ...]


def region_of(actor: Actor) -> str:
    """The M49 region of an actor's country; of an organisation of states, the region that it says it works in."""
    if actor.kind in {ActorKind.INTERNATIONAL, ActorKind.REGIONAL}:
        return actor.scope if actor.scope in REGIONS else NOWHERE
    country = COUNTRIES.get(actor.country.upper())
    return country.region if country else NOWHERE


def by_region(groups: Sequence[Group]) -> Table | None:
    """How many did what, by region; None where nobody did anything."""
    if not groups:
        return None
    counts = [[region_of(each.actor) for each in group.records] for group in groups]
    found = [*REGIONS, *([NOWHERE] if any(NOWHERE in each for each in counts) else [])]
    rows = [Row(name, tuple(each.count(name) for each in counts)) for name in found]
    return Table(tuple(group.act for group in groups), tuple(rows))
