"""Which known name was misspelt here? The nearest names of a country, or nothing where that would be a guess."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from hanse.places.folding import block
from hanse.places.gazetteer import Entry, Gazetteer

SHORTEST, LONG = 5, 12
"""Letters of a name below which nothing is taken for a misspelling, and from which two letters may differ."""
_VOWELS = frozenset("aeiouyhwj")


@dataclass(frozen=True, slots=True)
class Near:
    """A known ``key``, the number of letters in which it differs, and what that costs."""

    key: str
    letters: int
    cost: float


def near(places: Gazetteer, key: str, country: str | None) -> list[Near]:
    """The keys with the fewest letters different from ``key``, the cheapest first; a swap of neighbours counts one.

    Names of ``country``, or of well-known cities where it is None.
    """
    if len(key) < SHORTEST:
        return []
    most = 2 if len(key) >= LONG else 1
    found = [
        (int(letters), other)
        for choices in _choices(places, key, most, country or "")
        for other, letters, _ in process.extract(key, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    ]
    fewest = min(found, default=(0, ""))[0]
    nearest = [Near(other, letters, cost(key, other)) for letters, other in found if letters == fewest]
    return sorted(nearest, key=lambda each: (each.cost, each.key))


def cost(key: str, other: str) -> float:
    """What turns one key into the other: vowels, doubled and swapped letters are soon mistaken, the first seldom."""
    if sorted(key) == sorted(other):
        return 0.6
    total = 0.0
    for edit in Levenshtein.editops(key, other):
        kind, place, at = edit.tag, edit.src_pos, edit.dest_pos
        letters = {key[place] if kind != "insert" else other[at], other[at] if kind != "delete" else key[place]}
        soft = letters <= _VOWELS or _doubled(kind, key, place, other, at)
        alike = soft or kind != "replace" or len({block(letter)[0] for letter in letters}) == 1
        total += (0.7 if soft else 0.8 if alike else 1.2) + 0.6 * (place == 0)
    return total


def _doubled(kind: str, key: str, place: int, other: str, at: int) -> bool:
    text, spot = (other, at) if kind == "insert" else (key, place)
    return kind != "replace" and text[spot] in (text[spot - 1 : spot], text[spot + 1 : spot + 2])


def bearable(each: Near, entry: Entry, *, stripped: bool) -> bool:
    """Whether the place is known well enough, and the name long enough, for a misspelling at this cost."""
    known = min(0.5, max(0.0, log((entry.population + 1) / 20_000) / 4))
    return each.cost <= 0.1 * (len(each.key) - 1) + known - 0.2 * stripped - 0.2 * (not entry.own)


def _choices(places: Gazetteer, key: str, most: int, country: str) -> Iterator[tuple[str, ...]]:
    sound, length = block(key)
    for each in range(max(SHORTEST - 1, length - most), length + most + 1):
        yield _held(places, country, sound, each)


@lru_cache(maxsize=512)
def _held(places: Gazetteer, country: str, sound: str, length: int) -> tuple[str, ...]:
    return places.near(country, sound, length)
