"""Which places bear a name? GeoNames' cities with all their names, in a SQLite file that is compiled once.

The file lies in the cache folder: ``HANSE_CACHE``, else ``$XDG_CACHE_HOME/hanse``, else ``~/.cache/hanse``. Its name
is a digest of what it was compiled from, so that another version never reads it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hanse.places.compiling import compiled, mended
from hanse.places.folding import ALPHABETIC, HAN, OTHER, OWN, fold
from hanse.places.place import Kind

_FIELDS = """p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, p.level, p.fame, p.capital,
             p.code, p.seat"""
_NAMED = f"""SELECT {_FIELDS}, n.own FROM name n JOIN place p ON p.id = n.place
             WHERE n.key = ? ORDER BY p.population DESC, p.id"""
_BEGINNING = f"""SELECT {_FIELDS}, n.own FROM name n JOIN place p ON p.id = n.place
                  WHERE n.key > ? AND n.key < ? AND n.own & 1 AND p.country = ? ORDER BY p.population DESC, p.id"""
_VILLAGES = "SELECT row, name, admin1, lat, lon FROM village WHERE key = ? AND country = ? ORDER BY row DESC"
_DISTRICTS = f"""SELECT {_FIELDS}, d.own FROM district d JOIN place p ON p.id = d.place
                 WHERE d.key = ? AND d.country = ? ORDER BY p.population DESC, p.id"""
_NEAR = "SELECT key FROM near WHERE country = ? AND block = ? AND length = ?"
_AREA = "SELECT country, admin1, name FROM area WHERE code = ?"
_PEOPLE = "SELECT population FROM nation WHERE country = ?"
_ONE = f"SELECT {_FIELDS}, 15 FROM place p WHERE p.id = ?"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    ``country`` is ISO 3166-1 alpha-3, ``admin1`` GeoNames' code of its first-level division, ``fame`` the number of
    names that GeoNames knows for it, ``own`` whether it was found under its own name.
    """

    geonames_id: int | None
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int
    kind: Kind
    fame: int = 0
    capital: bool = False
    code: str = ""
    own: bool = True
    spelt: int = ALPHABETIC | HAN | OTHER
    """In which scripts it has the name by which it was found."""
    row: int = 0
    """Its number in this gazetteer: what makes it the same place, with a GeoNames id or without."""
    level: int = 3
    """Of a region 1 or 2, the level of the division that it is; 3 of a city."""
    seat: bool = False
    """Whether a municipality bears its name, where lists of all municipalities are at hand (Italy, Spain)."""


@dataclass(frozen=True, slots=True)
class Area:
    """A first-level division by its code: ``country`` is ISO 3166-1 alpha-3, ``admin1`` GeoNames' code."""

    country: str
    admin1: str
    name: str


class Gazetteer:
    """The compiled file, opened for reading; any number of threads may ask it at once.

    Where a question comes upon a damaged page, the file is compiled again and asked again; a method raises HanseError
    where that cannot be done.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._mending = threading.Lock()
        self._times_mended = 0

    def named(self, key: str) -> tuple[Entry, ...]:
        """All places with a name of this key (``fold``), the most populous first."""
        return tuple(map(_entry, self._asked(_NAMED, key)))

    def beginning(self, key: str, country: str) -> tuple[Entry, ...]:
        """All places of a country whose own name goes on behind this key."""
        return tuple(map(_entry, self._asked(_BEGINNING, key, f"{key}{{", country)))

    def villages(self, key: str, country: str) -> tuple[Entry, ...]:
        """The small settlements with a name of this key in a country, by its alpha-3 code."""
        return tuple(
            Entry(None, name, country, admin1, lat, lon, 0, "city", fame=1, row=row)
            for row, name, admin1, lat, lon in self._asked(_VILLAGES, key, country)
        )

    def districts(self, key: str, country: str) -> tuple[Entry, ...]:
        """The second-level divisions with a name of this key in a country that neither ISO nor FIPS numbers."""
        return tuple(map(_entry, self._asked(_DISTRICTS, key, country)))

    def city(self, geonames_id: int) -> Entry | None:
        """The city of a GeoNames id."""
        return next(map(_entry, self._asked(_ONE, geonames_id)), None)

    def near(self, country: str, block: str, length: int) -> tuple[str, ...]:
        """The keys of this length in a country whose first sounds are alike; "" for large cities of any country."""
        return tuple(key for (key,) in self._asked(_NEAR, country, block, length))

    def areas(self, code: str) -> tuple[Area, ...]:
        """The divisions with this code, as "TX", of any country; for "ITA-PD" that in which the province lies."""
        return tuple(Area(*row) for row in self._asked(_AREA, code))

    def people(self, country: str) -> int:
        """The inhabitants of a country, by its alpha-3 code; 0 where we do not know them."""
        return next((int(people) for (people,) in self._asked(_PEOPLE, country)), 0)

    def fold(self, name: str) -> str:
        """The key of a name."""
        return fold(name)

    def _asked(self, question: str, *about: str | int) -> list[Any]:
        times = self._times_mended
        try:
            return self._open(times).execute(question, about).fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            with self._mending:
                if self._times_mended == times:
                    mended(self.path)
                    self._times_mended += 1
            return self._open(self._times_mended).execute(question, about).fetchall()

    def _open(self, times: int) -> sqlite3.Connection:
        """This thread's connection to the file as it is since it was mended so many times."""
        held: tuple[int, sqlite3.Connection] | None = getattr(self._local, "held", None)
        if held is None or held[0] != times:
            address = f"{self.path.as_uri()}?mode=ro&immutable=1"
            held = self._local.held = times, sqlite3.connect(address, uri=True, check_same_thread=False)
        return held[1]


def _entry(row: tuple[int, str, str, str, float, float, int, Kind, int, int, int, str, int, int]) -> Entry:
    number, name, country, admin1, lat, lon, population, kind, level, fame, capital, code, seat, own = row
    return Entry(
        number if number > 0 else None,
        name,
        country,
        admin1,
        lat,
        lon,
        population,
        kind,
        fame,
        bool(capital),
        code,
        bool(own & OWN),
        own & ~OWN,
        number,
        level,
        bool(seat),
    )


_LOCK = threading.Lock()
_NAMING = ("HANSE_CACHE", "XDG_CACHE_HOME", "HOME")


def gazetteer() -> Gazetteer:
    """The gazetteer, compiled at first use; raises HanseError where the cache folder cannot be written."""
    with _LOCK:
        return _opened(*map(os.environ.get, _NAMING))


@cache
def _opened(*_: str | None) -> Gazetteer:
    """One for what the variables in _NAMING say now."""
    return _in(cache_folder())


@cache
def _in(folder: Path) -> Gazetteer:
    return Gazetteer(compiled(folder))


def cache_folder() -> Path:
    """Where what can be made again is kept."""
    if named := os.environ.get("HANSE_CACHE"):
        return Path(named).expanduser().resolve()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base and Path(base).is_absolute() else Path.home() / ".cache") / "hanse"
