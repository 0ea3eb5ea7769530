"""Which of several places of one name is meant? Signs are added up; population alone never decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log, radians, sin, sqrt

from hanse.places.folding import letters
from hanse.places.gazetteer import Entry
from hanse.places.readings import Reading

NEIGHBOURS_KM = 25.0
"""Two places of one name nearer than this are a city and a part of it."""
POPULATION, FAME, OWN, CAPITAL, REGION, UNNUMBERED, DOUBT = 0.8, 0.8, 1.6, 0.8, -2.3, -1.6, -1.5
"""What a sign adds to the logarithm of the odds: of inhabitants and of known names the logarithms, that the name is its
own, a capital, a region, without a GeoNames id, and the doubt in the reading. By ``benchmarks.fit_places``, rounded."""
SEAT_OF_ONE, OFFICIAL = 2.0, 0.8
"""What it adds that a municipality bears the name, and that a place without a GeoNames id has an official code."""
FAME_ANYWHERE = 1.4
BETTER_KNOWN = 1.5
"""How many names a place has for every name of another, where that is a sign by itself."""
LETTER_BY_LETTER = 0.3
"""What it adds that the name has the same marks, too: Löhne is not Lohne."""
SEAT, SEAT_KM = 10, 200.0
"""How many times its inhabitants a region may have of which a city of the same name is the heart, and how far off."""
TOWN = 10_000
"""Inhabitants of a town that a list may well mean."""
CERTAIN = 0.82
"""The share of the belief that one place must have."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a reading of the name found."""

    entry: Entry
    reading: Reading
    doubt: float
    reasons: tuple[str, ...] = ()


def weight(hit: Hit, *, anywhere: bool) -> float:
    """How likely this place is meant by its name, before the others are looked at; in logarithms of odds.

    Where no country was named, how widely it is known counts for more.
    """
    fame = (FAME_ANYWHERE - FAME) * log(hit.entry.fame + 1) if anywhere else 0.0
    region = REGION * (hit.entry.kind == "region" and hit.reading.kind != "region")
    return POPULATION * log(hit.entry.population + 1_000) + fame + region + renown(hit, anywhere=anywhere)


def renown(hit: Hit, *, anywhere: bool) -> float:
    """What speaks for it besides its inhabitants.

    That a municipality bears its name is known in some countries only: between countries it does not count.
    """
    entry = hit.entry
    return (
        FAME * log(entry.fame + 1)
        + OWN * entry.own
        + LETTER_BY_LETTER * (entry.own and letters(entry.name) == letters(hit.reading.text))
        + CAPITAL * entry.capital
        + UNNUMBERED * (entry.geonames_id is None)
        + OFFICIAL * (entry.geonames_id is None and bool(entry.code))
        + SEAT_OF_ONE * (entry.seat and not anywhere)
        + DOUBT * hit.doubt
    )


def shares(hits: Sequence[Hit], added: Sequence[float], *, anywhere: bool) -> list[float]:
    """The belief in each, adding up to one; ``added`` is what speaks for each besides."""
    weights = [weight(hit, anywhere=anywhere) + bonus for hit, bonus in zip(hits, added, strict=True)]
    top = max(weights)
    powers = [exp(each - top) for each in weights]
    return [each / sum(powers) for each in powers]


def only_populous(ranked: Sequence[tuple[Hit, float]], *, anywhere: bool) -> bool:
    """Whether only its inhabitants put the first before one of the others; each comes with its bonus.

    That it is a division of its country (ISO 3166-2) is a sign of its own.
    """
    (first, bonus), *others = ranked
    if first.entry.kind == "region" and "-" in first.entry.code:
        return False
    return not all(
        renown(first, anywhere=anywhere) + bonus > renown(other, anywhere=anywhere) + more
        or first.entry.fame >= BETTER_KNOWN * other.entry.fame
        for other, more in others
    )


def misspelt_by_it(first: Hit, others: Iterable[Hit]) -> bool:
    """Whether the first is only called so, too, while a town of its country has this name: Milwaukee, Milwaukie."""
    return not first.entry.own and any(
        hit.entry.own and hit.entry.country == first.entry.country and hit.entry.population >= TOWN for hit in others
    )


def without_parts(hits: Iterable[Hit]) -> list[Hit]:
    """The hits, likeliest first; a place once, no region beside its city of the same name, no part beside its city."""
    kept: list[Hit] = []
    given = list(hits)
    for hit in sorted(given, key=_order) if len(given) > 1 else given:
        entry = hit.entry
        if not any(_same(entry, other.entry) for other in kept):
            kept.append(hit)
    return kept


def _order(hit: Hit) -> tuple[float, float, int]:
    region = hit.entry.kind == "region" and hit.reading.kind != "region"
    return (region, -weight(hit, anywhere=False), hit.entry.row)


def _same(entry: Entry, other: Entry) -> bool:
    if entry.row == other.row:
        return True
    if entry.country != other.country:
        return False
    if entry.kind == other.kind == "region" and entry.level != other.level:
        return entry.admin1 == other.admin1
    if "region" in (entry.kind, other.kind) and entry.kind != other.kind:
        region, city = (entry, other) if entry.kind == "region" else (other, entry)
        near = apart(region, city) < SEAT_KM
        return entry.admin1 == other.admin1 or (near and city.population * SEAT >= region.population)
    return apart(entry, other) < NEIGHBOURS_KM


def apart(entry: Entry, other: Entry) -> float:
    """Kilometres between two places."""
    return kilometres(entry.lat, entry.lon, other.lat, other.lon)


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """The great-circle distance between two positions in degrees."""
    north, north2 = radians(lat), radians(lat2)
    half = sin((north2 - north) / 2) ** 2 + cos(north) * cos(north2) * sin(radians(lon2 - lon) / 2) ** 2
    return 12_742 * asin(sqrt(min(1.0, half)))
