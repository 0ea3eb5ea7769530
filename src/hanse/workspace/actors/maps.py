"""Where are they? A map of actors: a mark for each, or for each country once there are some hundreds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from hanse.figures.worldmap import Mark, borders, worldmap
from hanse.places.countries import COUNTRIES
from hanse.saying import colon
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.shown import country
from hanse.workspace.registry.templatetags.registry import at

MOST = 250
"""Marks of single places; of more, each country has one."""


@dataclass(frozen=True, slots=True)
class Map:
    """A picture and what has to be said with it: who is not on it, and that borders are no opinion."""

    svg: SafeString
    by_country: bool
    absent: int = 0
    borders: str = field(default_factory=borders)


def of_countries(
    counts: Mapping[str, int], *, said: Callable[[int], str], title: str, link: str = "", absent: int = 0
) -> Map:
    """A mark for each country, as large as its count.

    ``said`` tells a count in words, as "3 cities"; ``link`` is an address with ``{}`` for the country's code.
    """
    marks = [
        Mark(
            COUNTRIES[code].lat,
            COUNTRIES[code].lon,
            f"{country(code)}{colon()}{said(count)}",
            count,
            link=link.replace("{}", code) if link else "",
        )
        for code, count in counts.items()
        if code in COUNTRIES and count
    ]
    unplaced = sum(count for code, count in counts.items() if code not in COUNTRIES)
    return Map(_drawn(worldmap(marks, title=title, theme="page")), True, absent + unplaced)


def of_places(places: list[tuple[Any, str, bool]], *, title: str, as_of: AsOf) -> Map:
    """A mark for each actor with coordinates: the actor, what is said of it, and whether its mark is hollow."""
    marks = [
        Mark(each.latitude, each.longitude, said, shape="hollow" if hollow else "full", link=at(each, as_of))
        for each, said, hollow in places
        if placed(each)
    ]
    return Map(_drawn(worldmap(marks, title=title, theme="page", fit=True)), False, len(places) - len(marks))


def around(actor: Any, *, title: str, others: list[tuple[Any, str]] = (), as_of: AsOf | None = None) -> Map | None:
    """The corner of the world where an actor is; None where that is not documented."""
    if not placed(actor):
        return None
    marks = [Mark(each.latitude, each.longitude, said, shape="hollow", link=at(each, as_of)) for each, said in others]
    marks.append(Mark(actor.latitude, actor.longitude, str(actor)))
    here = (actor.latitude, actor.longitude)
    return Map(_drawn(worldmap(marks, title=title, theme="page", around=here)), False)


def placed(actor: Any) -> bool:
    """Whether its coordinates are documented, and are some."""
    latitude, longitude = actor.latitude, actor.longitude
    return latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180


def _drawn(svg: str) -> SafeString:
    return mark_safe(svg)
