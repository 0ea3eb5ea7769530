"""Which places does a text in a script without capitals name? Countries and large cities as they are written there."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from hanse.places.countries import COUNTRIES, in_texts
from hanse.places.gazetteer import gazetteer
from hanse.places.place import Place
from hanse.text.document import Span

_SCRIPT = re.compile(
    "[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u10a0-\u10ff\u1200-\u137f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")
_LONGEST = 24
_JOINED = "وبلفك"
"""Arabic particles written together with the next word."""


def caseless(text: str, language: str, taken: Sequence[Span]) -> Iterator[tuple[Span, Place]]:
    """Spans and places, the longest name from the left; whole words, except in scripts without spaces."""
    if not _SCRIPT.search(text):
        return
    barred = {point for start, end in taken for point in range(start, end)}
    for run in re.finditer(rf"{_SCRIPT.pattern}(?:[ \u00a0\u200c-]{_SCRIPT.pattern})*", text):
        at = run.start()
        while at < run.end():
            end = _longest(text, at, run.end())
            if end and barred.isdisjoint(range(at, end)) and (place := _place(text[at:end])):
                yield (at, end), place
                at = end
            else:
                at += 1


def _longest(text: str, start: int, limit: int) -> int:
    """Where the longest name begun here ends; 0 where none does."""
    unspaced = bool(_UNSPACED.match(text, start))
    if not unspaced and start and text[start - 1].isalpha() and not _particle(text, start):
        return 0
    for end in range(min(limit, start + _LONGEST), start + 1, -1):
        if not unspaced and end < len(text) and text[end].isalpha():
            continue
        if text[start:end] in _countries() or text[start:end] in _cities():
            return end
    return 0


def _particle(text: str, start: int) -> bool:
    """Whether only joined particles stand before, up to a blank."""
    before = re.search(r"[^\W\d_]*$", text[max(0, start - 3) : start])
    joined = before[0] if before else ""
    return 0 < len(joined) < 3 and all(letter in _JOINED for letter in joined)


def _place(name: str) -> Place | None:
    if code := _countries().get(name):
        land = COUNTRIES[code]
        return Place(land.name, land.geonames_id, code, "country", land.lat, land.lon, 0.9, ("a country's name",))
    city = gazetteer().city(_cities()[name])
    if city is None:
        return None
    return Place(
        city.name, city.geonames_id, city.country, "city", city.lat, city.lon, 0.8, ("the largest of that name",)
    )  # fmt: skip


@cache
def _countries() -> dict[str, str]:
    return {key[1:]: code for key, code in in_texts("").items() if key[0] == "="}


@cache
def _cities() -> dict[str, int]:
    """Names in scripts without capitals of cities of 100,000 people and more (GeoNames, CC BY 4.0), to their ids."""
    packed = (resources.files("hanse.places.toponyms") / "caseless.tsv.gz").read_bytes()
    lines = (line.split("\t") for line in gzip.decompress(packed).decode().split("\n"))
    return {name: int(number) for name, number in lines if len(name) > 1}
