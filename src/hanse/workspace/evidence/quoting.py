"""Where do quoted words stand in a document? Word for word but for spaces and quotation marks; else the nearest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from hanse.text.document import Span
from hanse.workspace.documents.models import Passage

_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"})
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f]")
NEAR = 60.0
"""How alike, of 100, the nearest words are at least to be worth telling."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a passage: half-open offsets into its text."""

    passage: Passage
    span: Span

    @property
    def words(self) -> str:
        return self.passage.text[slice(*self.span)]


def placed(quote: str, passages: Iterable[Passage]) -> Place | None:
    """The first passage that has the words, letter for letter but for case, spaces, dashes and quotation marks."""
    wanted, _ = _folded(quote.strip().strip('"“”«»').strip())
    if not wanted:
        return None
    for each in passages:
        text, places = _folded(each.text)
        start = text.find(wanted)
        if start >= 0:
            return Place(each, (places[start], places[start + len(wanted) - 1] + 1))
    return None


def nearest(quote: str, passages: Iterable[Passage]) -> Place | None:
    """The words that come nearest to a quotation that stands nowhere, for somebody who copied it from memory."""
    best, place = NEAR, None
    wanted = _folded(quote)[0]
    for each in passages:
        text, places = _folded(each.text)
        if not text or not wanted:
            continue
        found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=best)
        if found is not None and found.score > best and found.dest_end > found.dest_start:
            best = found.score
            place = Place(each, (places[found.dest_start], places[found.dest_end - 1] + 1))
    return place


def _folded(text: str) -> tuple[str, list[int]]:
    """A text as it is compared, and for each letter of that the offset it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        if _UNSEEN.match(letter):
            continue
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                places.append(at)
            continue
        for each in letter.translate(_ALIKE).casefold():
            letters.append(each)
            places.append(at)
    while letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), places
