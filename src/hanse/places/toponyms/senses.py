"""What could this name mean, in a text? Cities, regions, countries, continents, abbreviations of states."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources

from hanse.places.countries import COUNTRIES, Country, country, in_texts, known
from hanse.places.folding import fold
from hanse.places.gazetteer import Entry, gazetteer
from hanse.places.toponyms.areas import areas, wide
from hanse.places.toponyms.sense import Sense

_PARTS = frozenset(("england", "scotland", "wales", "northernireland"))
"""Called countries, too, but regions with names of their own."""


@lru_cache(maxsize=20_000)
def senses(name: str) -> tuple[Sense, ...]:
    """Everything that ``name`` could mean, the most populous first; () where it is no name of a place."""
    found: dict[object, Sense] = {}
    if short := _abbreviations().get(name):
        name = short
    key = fold(name)
    regions = (*areas(key), *wide(key))
    of_its_own = any(each.own and each.level < 2 for each in regions)
    states = [each for each in _countries(name, key) if each.own or not of_its_own]
    for each in (*states, *regions, *_gazetteer(key)):
        found.setdefault(each.geonames_id or each.name, each)
    return tuple(sorted(found.values(), key=lambda each: (-each.population, each.geonames_id or 0)))


def abbreviated(name: str) -> bool:
    """Whether it is the abbreviation of a state or province ("Ky.", "NSW")."""
    return name in _abbreviations()


def _countries(name: str, key: str) -> tuple[Sense, ...]:
    if len(key) < 2 or (len(name) < 4 and not name.isupper() and name.isascii()):
        return ()
    codes = known().get(key) or known().get(f"={name.casefold()}")
    if codes is None and "(" not in name and " " in name:
        codes = (found.alpha3,) if (found := country(name)) and len(name) > 12 else None
    own = (codes is not None and len(codes) > 0 and fold(COUNTRIES[codes[0]].name) == key) or (
        key in in_texts("en") and key not in _PARTS and not _of_a_city(key)
    )
    return tuple(_country(COUNTRIES[code], own) for code in codes or ())


def _of_a_city(key: str) -> bool:
    """Whether a city of 100,000 has this very name: Columbia, where Colombia is misspelt so."""
    return any(each.own and each.kind == "city" and each.population >= 100_000 for each in gazetteer().named(key))


def _country(found: Country, own: bool) -> Sense:
    return Sense(
        found.geonames_id, found.name, found.alpha3, "", "country", 0, found.lat, found.lon, 10_000_000, own
    )  # fmt: skip


def _gazetteer(key: str) -> list[Sense]:
    return [_city(entry) for entry in gazetteer().named(key)]


def _city(entry: Entry) -> Sense:
    return Sense(
        geonames_id=entry.geonames_id,
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        kind=entry.kind,
        level=entry.level,
        lat=entry.lat,
        lon=entry.lon,
        population=entry.population,
        own=entry.own,
        capital=entry.capital,
        fame=entry.fame,
    )


@cache
def _abbreviations() -> dict[str, str]:
    """From "Ky." to "Kentucky"."""
    read = tomllib.loads((resources.files(__package__) / "abbreviations.toml").read_text("utf-8"))
    return {short: name for group in read.values() for name, shorts in group.items() for short in shorts}
