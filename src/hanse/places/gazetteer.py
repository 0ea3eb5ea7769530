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

from hanse.places.compiling import compiled
from hanse.places.folding import ALPHABETIC, HAN, OTHER, OWN, fold
from hanse.places.place import Kind

_FIELDS = "p.id, p.name, p.country, p.admin1, p.lat, p.lon, p.population, p.kind, p.fame, p.capital, p.code"
_NAMED = f"""SELECT {_FIELDS}, n.own FROM name n JOIN place p ON p.id = n.place
             WHERE n.key = ? ORDER BY p.population DESC, p.id"""
_NEAR = "SELECT key FROM near WHERE country = ? AND block = ? AND length = ?"
_AREA = "SELECT country, admin1, name FROM area WHERE code = ?"
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


@dataclass(frozen=True, slots=True)
class Area:
    """A first-level division by its code: ``country`` is ISO 3166-1 alpha-3, ``admin1`` GeoNames' code."""

    country: str
    admin1: str
    name: str


class Gazetteer:
    """The compiled file, opened for reading; any number of threads may ask it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    def named(self, key: str) -> tuple[Entry, ...]:
        """All places with a name of this key (``fold``), the most populous first."""
        return tuple(map(_entry, self._open().execute(_NAMED, (key,))))

    def city(self, geonames_id: int) -> Entry | None:
        """The city of a GeoNames id."""
        row = self._open().execute(_ONE, (geonames_id,)).fetchone()
        return _entry(row) if row else None

    def near(self, country: str, block: str, length: int) -> tuple[str, ...]:
        """The keys of this length in a country whose first sounds are alike; "" for large cities of any country."""
        return tuple(key for (key,) in self._open().execute(_NEAR, (country, block, length)))

    def areas(self, code: str) -> tuple[Area, ...]:
        """The divisions with this code, as "TX"; of any country."""
        return tuple(Area(*row) for row in self._open().execute(_AREA, (code,)))

    def people(self, country: str) -> int:
        """The inhabitants of a country, by its alpha-3 code; 0 where we do not know them."""
        row = self._open().execute("SELECT population FROM nation WHERE country = ?", (country,)).fetchone()
        return int(row[0]) if row else 0

    def fold(self, name: str) -> str:
        """The key of a name."""
        return fold(name)

    def _open(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            address = f"{self.path.as_uri()}?mode=ro&immutable=1"
            connection = self._local.connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        return connection


def _entry(row: tuple[int, str, str, str, float, float, int, Kind, int, int, str, int]) -> Entry:
    number, name, country, admin1, lat, lon, population, kind, fame, capital, code, own = row
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
    )


_LOCK = threading.Lock()


def gazetteer() -> Gazetteer:
    """The gazetteer, compiled at first use; raises HanseError where the cache folder cannot be written."""
    with _LOCK:
        return _opened(cache_folder())


@cache
def _opened(folder: Path) -> Gazetteer:
    return Gazetteer(compiled(folder))


def cache_folder() -> Path:
    """Where what can be made again is kept."""
    if named := os.environ.get("HANSE_CACHE"):
        return Path(named).expanduser().resolve()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base and Path(base).is_absolute() else Path.home() / ".cache") / "hanse"
