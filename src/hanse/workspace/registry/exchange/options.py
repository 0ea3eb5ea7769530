"""What could a doubtful name mean, and how is that told so that namesakes can be told apart?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from hanse.workspace.languages import listed
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
    said = {"kind": kind, "country": name_of_country(here.country) if here.country else ""}
    where = _("%(kind)s in the registry, %(country)s") if here.country else _("%(kind)s in the registry")
    return Option(f"actor:{here.id}", here.name, where % said, reasons)


def place_option(place: Any) -> Option:
    """With what tells namesakes apart: area and country, how many live there, and where it lies."""
    from hanse.places.gazetteer import gazetteer

    entry = gazetteer().city(place.geonames_id) if place.geonames_id else None
    people = inhabitants(entry.population) if entry is not None and entry.population else ""
    areas = gazetteer().areas(entry.admin1) if entry is not None and entry.admin1 else ()
    area = next((each.name for each in areas if each.country == place.country), "")
    there = "" if place.lat is None or place.lon is None else f"{_latitude(place.lat)} {_longitude(place.lon)}"
    where = listed(part for part in (area, name_of_country(place.country), people, there) if part)
    return Option(f"place:{place.geonames_id}", place.name, where, tuple(place.reasons), facts(place))


def inhabitants(count: int) -> str:
    return ngettext("%(n)s inhabitant", "%(n)s inhabitants", count) % {"n": intcomma(count)}


def _latitude(value: float) -> str:
    said = pgettext("latitude", "%(degrees)s° N") if value >= 0 else pgettext("latitude", "%(degrees)s° S")
    return said % {"degrees": number_format(f"{abs(value):.2f}", 2)}


def _longitude(value: float) -> str:
    said = pgettext("longitude", "%(degrees)s° E") if value >= 0 else pgettext("longitude", "%(degrees)s° W")
    return said % {"degrees": number_format(f"{abs(value):.2f}", 2)}


def facts(place: Any) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "geonames_id": place.geonames_id,
        "latitude": place.lat,
        "longitude": place.lon,
        "kind": place.kind,
    }
