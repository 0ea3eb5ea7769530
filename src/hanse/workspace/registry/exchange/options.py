"""What could a doubtful name mean, and how is that told so that namesakes can be told apart?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hanse.workspace.registry.models import ActorKind
from hanse.workspace.registry.shown import country as name_of_country


@dataclass(frozen=True, slots=True)
class Option:
    """What a doubtful name could mean: ``key`` is "actor:dhaka" or "place:1185241"."""

    key: str
    name: str
    where: str
    reasons: tuple[str, ...]
    place: dict[str, Any] = field(default_factory=dict)


def actor_option(here: Any, *reasons: str) -> Option:
    kind = str(ActorKind(here.kind).label)
    return Option(f"actor:{here.id}", here.name, f"{kind} in the registry{_in(here.country)}", reasons)


def place_option(place: Any) -> Option:
    """With what tells namesakes apart: area and country, how many live there, and where it lies."""
    from hanse.places.gazetteer import gazetteer

    entry = gazetteer().city(place.geonames_id) if place.geonames_id else None
    people = f"{entry.population:,} inhabitants" if entry is not None and entry.population else ""
    areas = gazetteer().areas(entry.admin1) if entry is not None and entry.admin1 else ()
    area = next((each.name for each in areas if each.country == place.country), "")
    there = f"{_degrees(place.lat, 'N', 'S')} {_degrees(place.lon, 'E', 'W')}".strip()
    where = ", ".join(part for part in (area, name_of_country(place.country), people, there) if part)
    return Option(f"place:{place.geonames_id}", place.name, where, tuple(place.reasons), facts(place))


def _in(country: str) -> str:
    return f", {name_of_country(country)}" if country else ""


def _degrees(value: float | None, positive: str, negative: str) -> str:
    return "" if value is None else f"{abs(value):.2f}° {positive if value >= 0 else negative}"


def facts(place: Any) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "geonames_id": place.geonames_id,
        "latitude": place.lat,
        "longitude": place.lon,
        "kind": place.kind,
    }
