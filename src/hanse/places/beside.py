"""What do the other names of a list say about a name? That a place in their country, or their region, is likelier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import log
from typing import Any

from hanse.places.countries import COUNTRIES
from hanse.places.gazetteer import Gazetteer
from hanse.places.place import Place
from hanse.places.weighing import Hit

FEWEST = 3
"""Places that a list must hold before they say anything."""
COUNTRY, DIVISION = 1.0, 0.7

Signs = Callable[[Iterable[Hit], str | None], Mapping[int, tuple[float, str]]]


def signs(places: Gazetteer, answers: Iterable[Any]) -> Signs:
    """From a list's answers, a function that gives what they add to the weight of each hit, by row, and why."""
    cities = [each for each in answers if isinstance(each, Place) and each.kind != "country"]
    countries = Counter(each.country for each in cities)
    numbers = Counter(each.geonames_id for each in cities if each.geonames_id)
    divisions: Counter[tuple[str, str]] = Counter()
    for number, times in numbers.items():
        if (entry := places.city(number)) is not None:
            divisions[entry.country, entry.admin1] += times

    def beside(hits: Iterable[Hit], country: str | None) -> Mapping[int, tuple[float, str]]:
        found: dict[int, tuple[float, str]] = {}
        for entry in (hit.entry for hit in hits):
            near = divisions[entry.country, entry.admin1]
            total = countries[entry.country]
            if total < FEWEST:
                continue
            bonus = DIVISION * log((near + 1) / (total + 1) * 10) if near else 0.0
            if not country:
                bonus += COUNTRY * log(1 + 10 * total / len(cities))
            if bonus > 0:
                found[entry.row] = (bonus, _said(near, total, entry.country))
        return found

    return beside


def _said(near: int, total: int, country: str) -> str:
    """Why the other names speak for a place: ``near`` of them lie in its division, ``total`` in its country."""
    if near:
        others = "1 other place of the list lies" if near == 1 else f"{near} other places of the list lie"
        return f"{others} in the same division"
    return f"{total} other places of the list lie in {COUNTRIES[country].name if country in COUNTRIES else country}"
