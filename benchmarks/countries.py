"""Which of 200 messy country names are read rightly? pycountry's fuzzy search and Babel's English names as peers.

``countries.csv`` holds two hundreds: the first was written down before there was any code and tuned on, the second at
the same time by the same hand and left alone. A name without a code is one that no single country answers to.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pycountry
from babel import Locale

from benchmarks.figures import Figure, Result, bootstrap
from hanse.places.countries import COUNTRIES, country

LISTED = Path(__file__).with_name("countries.csv")
Row = dict[str, str]


def run() -> Result:
    rows = list(csv.DictReader(LISTED.read_text(encoding="utf-8").splitlines()))
    figures = []
    for part, goal in (("first", 98.0), ("second", None)):
        mine = [row for row in rows if row["part"] == part]
        right = np.array([ours(row["name"]) == row["alpha3"] for row in mine])
        figures.append(
            Figure(
                f"names read rightly, of the {part} hundred",
                float(right.sum()),
                goal=goal,
                interval=bootstrap(lambda k, right=right: 100 * float(right[k].mean()), len(right)),
                peer=f"pycountry fuzzy {count(pycountry_fuzzy, mine)}, Babel in English {count(babel_english(), mine)}",
            )
        )
    missed = [row["name"] for row in rows if ours(row["name"]) != row["alpha3"]]
    notes = (f"missed: {', '.join(missed)}",) if missed else ()
    languages = len({row["language"] for row in rows})
    return Result("Country names", tuple(figures), rows=len(rows), notes=(f"{languages} languages", *notes))


def count(read: Callable[[str], str], rows: list[Row]) -> int:
    return sum(read(row["name"]) == row["alpha3"] for row in rows)


def ours(name: str) -> str:
    return found.alpha3 if (found := country(name)) else ""


def pycountry_fuzzy(name: str) -> str:
    try:
        return pycountry.countries.search_fuzzy(name)[0].alpha_3
    except LookupError:
        return ""


def babel_english() -> Callable[[str], str]:
    alpha3 = {each.alpha2: each.alpha3 for each in COUNTRIES.values()}
    names = {name.casefold(): alpha3.get(code, "") for code, name in Locale("en").territories.items()}
    return lambda name: names.get(name.casefold(), "")
