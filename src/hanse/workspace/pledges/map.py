"""Where were pledges made? A mark for each municipality, never for a place below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.figures.worldmap import Mark, borders, worldmap
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.models import Tier
from hanse.workspace.registry.templatetags.registry import at


@dataclass(frozen=True, slots=True)
class Map:
    """A picture, and how many cities are not on it."""

    svg: SafeString
    absent: int
    borders: str = field(default_factory=borders)


def map_of(lines: Sequence[Any], as_of: AsOf) -> Map | None:
    """The cities of the pledges of a list; None where no place of any is documented."""
    cities = {city.pk: city for each in lines for city in each.cities}
    counts = Counter(city.pk for each in lines for city in each.cities)
    marks = []
    for pk in sorted(cities):
        city = cities[pk]
        if not _placed(city):
            continue
        said = ngettext("%(city)s: %(n)s pledge", "%(city)s: %(n)s pledges", counts[pk])
        name = said % {"city": city, "n": counts[pk]}
        marks.append(Mark(city.latitude, city.longitude, name, counts[pk], link=at(city, as_of)))
    if not marks:
        return None
    svg = worldmap(marks, title=_("Cities that pledged"), theme="page")
    return Map(mark_safe(svg), len(cities) - len(marks))


def _placed(city: Any) -> bool:
    """Whether a city is drawn: districts are not, for their place is finer than a municipality."""
    if city.tier == Tier.DISTRICT or city.latitude is None or city.longitude is None:
        return False
    return abs(city.latitude) <= 90 and abs(city.longitude) <= 180
