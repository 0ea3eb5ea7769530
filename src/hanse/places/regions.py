"""Which regions are there, and what are they called? Divisions of GeoNames and of ISO 3166-2, counties of the USA.

GeoNames gives the identity (regions.tsv), ISO 3166-2 its code and, through pycountry's catalogues, names in some
seventy languages. A division that only ISO knows has no GeoNames id; a county of the United States has its FIPS code.
Where a division lies, and what else GeoNames calls one of the first level, is in toponyms/areas.tsv.gz alone.
"""

from __future__ import annotations

import gettext
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pycountry

from hanse.places.belonging import territories
from hanse.places.codes import named
from hanse.places.folding import ALPHABETIC, OWN, fold, spelling
from hanse.places.toponyms import areas
from hanse.places.words import key, stripped, words

_VOWEL = re.compile("[aeiouy]")
"""What a key has that was no Arabic or Hebrew name: those fall together too easily."""
_WHOLE = frozenset(("District of Columbia",))
"""Names that are another place's without their generic word."""


@dataclass(frozen=True, slots=True)
class Region:
    """A division of a country.

    ``code`` is ISO 3166-2 or FIPS, ``admin1`` GeoNames' code of the first level that it is or lies in, ``keys`` its
    folded names with what is noted of them; ``spellings`` counts them before folding. A position not given follows
    from its cities.
    """

    geonames_id: int | None
    name: str
    country: str
    admin1: str
    code: str
    first_level: bool
    position: tuple[float, float] | None
    population: int
    keys: dict[str, int] = field(default_factory=dict)
    spellings: int = 1


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of regions.tsv."""

    path: str
    geonames_id: int
    code: str
    position: tuple[float, float] | None
    population: int
    name: str


def regions(alpha3: dict[str, str]) -> Iterator[Region]:
    """All of them; ``alpha3`` gives a country's three letters for its two."""
    divisions = {each.code: each for each in pycountry.subdivisions}
    names = _translations()
    paths: dict[str, str] = {}
    for row in _rows():
        division = divisions.get(row.code)
        own = [row.name, *(_parts(division.name) if division else ())]
        others = names.get(division.name, set()) if division else set()
        paths[row.code] = row.path
        yield _region(row, alpha3[row.path[:2]], own, others)
    for code, division in sorted(divisions.items()):
        if code not in paths and division.country_code in alpha3 and not _is_a_territory(division, alpha3):
            parent = paths.get(division.parent_code or "", "..").split(".")[1]
            own = _parts(division.name)
            row = _Row(f"{division.country_code}.{parent}.", 0, code, None, 0, own[0])
            yield _region(row, alpha3[division.country_code], own, names.get(division.name, set()))


def _is_a_territory(division: Any, alpha3: dict[str, str]) -> bool:
    """Whether the division is a country of ISO 3166-1, too: Réunion is no region of France here."""
    return not territories(alpha3[division.country_code]).isdisjoint(named(division.name))


def _region(row: _Row, country: str, own: list[str], others: set[str]) -> Region:
    first_level = row.path.count(".") == 1
    keys: dict[str, int] = {}
    for each in own:
        keys = merged(keys, {fold(each): OWN | spelling(each)})
        for less in stripped(words(each)):
            if less.kind == "region" and each not in _WHOLE:
                keys = merged(keys, {key(less.words): OWN * first_level | spelling(each)})
    for each in sorted(others):
        keys = merged(keys, {fold(each): spelling(each)})
    if first_level:
        more = [each for each in areas.keys(row.geonames_id) if _VOWEL.search(each)]
        keys = merged(dict.fromkeys(more, ALPHABETIC), keys)
    keys = {each: noted for each, noted in keys.items() if len(each) > 2}
    return Region(
        row.geonames_id or None, row.name, country, row.path.split(".")[1], row.code, first_level,
        row.position or areas.point(row.geonames_id),
        row.population, keys, len({*own, *others}),
    )  # fmt: skip


def merged(keys: dict[str, int], more: dict[str, int]) -> dict[str, int]:
    """Both, with what is noted in either."""
    return keys | {key: keys.get(key, 0) | noted for key, noted in more.items()}


def _parts(name: str) -> list[str]:
    """ISO's "Illes Balears [Islas Baleares]" and "Asturias, Principado de" as names of their own."""
    outside, _, inside = name.replace("[", "(").replace(")", "").replace("]", "").partition("(")
    found = [each for part in (outside, inside) if (each := part.strip())]
    if "," in found[0]:
        head, _, tail = found[0].partition(",")
        found = [head.strip(), f"{tail.strip()} {head.strip()}", *found[1:]]
    return found


def _rows() -> Iterator[_Row]:
    for line in files("hanse.places").joinpath("regions.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            path, number, code, lat, lon, population, name = line.split("\t")
            position = (float(lat), float(lon)) if lat else None
            yield _Row(path, int(number), code, position, int(population or 0), name)


def _translations() -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for catalogue in sorted(_package("pycountry").glob("locales/*/LC_MESSAGES/iso3166-2.mo")):
        with catalogue.open("rb") as stream:
            told: dict[Any, Any] = gettext.GNUTranslations(stream)._catalog  # type: ignore[attr-defined]
        for name, translated in told.items():
            if isinstance(name, str) and isinstance(translated, str) and name and translated:
                found[name].add(translated)
    return found


def _package(name: str) -> Path:
    found = find_spec(name)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent
