"""How many signed, by region, and since when? One rule of counting for page, map, PDF and feed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hanse.places.countries import COUNTRIES
from hanse.workspace.languages import territory
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements.models import Signature, Version

ELSEWHERE = gettext_noop("Country not documented")


def rule() -> str:
    """The counting rule, in words."""
    return _(
        "One signature counts for each city and version, from the day it was given to the day before it was withdrawn. "
        "Late signatures and endorsements after closing count from their own day."
    )


@dataclass(frozen=True, slots=True)
class Region:
    """The signatures of a region of M49, by country and city."""

    name: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Signatories:
    """Who had signed a version on a day: those that stand, those without a documented day, and those withdrawn."""

    day: date
    standing: tuple[Signature, ...]
    undated: tuple[Signature, ...]
    withdrawn: tuple[Signature, ...]
    repeated: tuple[Signature, ...] = ()
    """Further ones of a city that counts already: two records of it were merged."""

    @property
    def count(self) -> int:
        """All that count."""
        return len(self.standing) + len(self.undated)

    @property
    def countries(self) -> int:
        return len({each.city.country for each in self.all if each.city.country in COUNTRIES})

    @property
    def all(self) -> tuple[Signature, ...]:
        return (*self.standing, *self.undated)

    @property
    def regions(self) -> list[Region]:
        """In the order of the alphabet; what has no country comes last."""
        found: dict[str, list[Signature]] = defaultdict(list)
        for each in self.all:
            found[region(each.city)].append(each)
        names = sorted(found, key=lambda name: (name == ELSEWHERE, name))
        return [Region(name, tuple(sorted(found[name], key=_in_region))) for name in names]


def region(city: Actor) -> str:
    """The region of M49 that a city lies in, by its English name."""
    known = COUNTRIES.get(city.country)
    return known.region if known else ELSEWHERE


def country(city: Actor) -> str:
    """What the country of a city is called in the language of the page."""
    known = COUNTRIES.get(city.country)
    return territory(known.alpha2, known.name) if known else city.country


def _in_region(each: Signature) -> tuple[str, str, str]:
    return country(each.city), each.city.folded, each.pk


def signatories(version: Version, user: Any, day: date) -> Signatories:
    """Of what somebody may see. One query."""
    held = version.signatures.visible_to(user).select_related("city").order_by("first", "given", "pk")
    standing, undated, withdrawn, repeated = [], [], [], []
    cities: set[str] = set()
    for each in held:
        if each.last is not None and each.last < day and (each.first is None or each.first <= day):
            withdrawn.append(each)
        elif each.first is None or each.first <= day:
            kept = repeated if each.city_id in cities else standing if each.first else undated
            kept.append(each)
            cities.add(each.city_id)
    return Signatories(day, tuple(standing), tuple(undated), tuple(withdrawn), tuple(repeated))


def growth(version: Version, user: Any) -> list[tuple[date, int]]:
    """Days with how many counted from each on; what has no documented day has no place on it."""
    moved: dict[date, list[tuple[str, int]]] = defaultdict(list)
    held = version.signatures.visible_to(user).exclude(first=None).order_by()
    for city, first, last in held.values_list("city", "first", "last"):
        moved[first].append((city, 1))
        if last is not None:
            moved[last + timedelta(days=1)].append((city, -1))
    standing: Counter[str] = Counter()
    steps: list[tuple[date, int]] = []
    for day in sorted(moved):
        for city, step in moved[day]:
            standing[city] += step
        count = sum(number > 0 for number in standing.values())
        if count != (steps[-1][1] if steps else 0):
            steps.append((day, count))
    return steps
