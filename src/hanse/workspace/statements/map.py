"""Where are the signatories? A mark for each city whose place is documented; the others are said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from hanse.figures.worldmap import Mark, borders, worldmap
from hanse.places.countries import COUNTRIES
from hanse.saying import colon
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.templatetags.registry import at
from hanse.workspace.statements.counting import Signatories, country

MOST = 250
"""Marks of single cities; of more, each country has one."""


@dataclass(frozen=True, slots=True)
class Map:
    """The picture, how many signatories are not on it, and that borders are no opinion."""

    svg: SafeString
    absent: int
    by_country: bool
    borders: str = field(default_factory=borders)


def of_signatories(signed: Signatories, *, title: str, as_of: AsOf) -> Map | None:
    """None where nobody has signed, or no signatory's place is documented."""
    placed = [each.city for each in signed.all if _placed(each.city)]
    if len(placed) > MOST:
        return _by_country(signed, title)
    marks = [
        Mark(city.latitude, city.longitude, f"{city}, {country(city)}".rstrip(", "), link=at(city, as_of))
        for city in placed
    ]
    if not marks:
        return _by_country(signed, title)
    return Map(mark_safe(worldmap(marks, title=title, theme="page")), signed.count - len(marks), False)


def _by_country(signed: Signatories, title: str) -> Map | None:
    counts = Counter(each.city.country for each in signed.all if each.city.country in COUNTRIES)
    if not counts:
        return None
    marks = [
        Mark(COUNTRIES[code].lat, COUNTRIES[code].lon, f"{COUNTRIES[code].name}{colon()}{_cities(count)}", count)
        for code, count in counts.items()
    ]
    absent = signed.count - sum(counts.values())
    return Map(mark_safe(worldmap(marks, title=title, theme="page")), absent, True)


def _cities(count: int) -> str:
    return ngettext("%d city", "%d cities", count) % count


def _placed(city: object) -> bool:
    latitude, longitude = city.latitude, city.longitude
    return latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
