"""Which settlements are too small, or too near a city, for GeoNames' list of cities, and have a name of their own?

They count only in a country that is told, and only where no city, municipality or region of the name was found.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from importlib.resources import files

from hanse.places.folding import expanded, fold

FILE = "villages.tsv.gz"
TABLE = """
CREATE TABLE village (key TEXT, country TEXT, row INTEGER, name TEXT, admin1 TEXT, lat REAL, lon REAL,
                      PRIMARY KEY (key, country, row)) WITHOUT ROWID;
"""
FIRST = -1_000_000
"""Their rows count down from here."""

Row = tuple[str, str, int, str, str, float, float]


def rows(alpha3: dict[str, str], division: Callable[[str, float, float], str]) -> list[Row]:
    """What stands in the table, in order; ``alpha3`` gives a country's three letters for its two.

    ``division`` gives the code of the first-level division around a point of a country.

    A name on either side of a stroke ("Петрово / Petrovo") counts alone; of two with one key the last is kept.
    """
    found: dict[tuple[str, str, int], Row] = {}
    for number, (code, lat, lon, name) in enumerate(_lines()):
        country, row, admin1 = alpha3[code], FIRST - number, division(alpha3[code], float(lat), float(lon))
        for part in (each.strip() for each in name.split("/")):
            for key in {fold(part), expanded(part)} - {""}:
                found[key, country, row] = (key, country, row, part, admin1, float(lat), float(lon))
    return [found[each] for each in sorted(found)]


def _lines() -> Iterator[list[str]]:
    packed = files("hanse.places").joinpath(FILE).read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
