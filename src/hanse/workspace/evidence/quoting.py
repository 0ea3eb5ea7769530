"""Where do quoted words stand in a document, letter for letter; and where they do not, what comes nearest?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from hanse.text.document import Span
from hanse.workspace.documents.models import Passage
from hanse.workspace.documents.quoted import found

NEAR = 60.0
"""How alike, of 100, the nearest words are at least to be worth telling."""
_MARKS = '"“”«» '


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a passage: half-open offsets into its text."""

    passage: Passage
    span: Span

    @property
    def words(self) -> str:
        return self.passage.text[slice(*self.span)]


def placed(quote: str, passages: Iterable[Passage]) -> Place | None:
    """The first passage that has the whole quotation, whatever its case, spaces, dashes and quotation marks."""
    wanted = quote.strip(_MARKS)
    held = list(passages)
    met = found(held, wanted)
    if met is None or len(_bare(wanted)) > met[1][1] - met[1][0] + 1:
        return None
    return Place(next(each for each in held if each.pid == met[0]), met[1])


def nearest(quote: str, passages: Iterable[Passage]) -> Place | None:
    """The words that come nearest to a quotation that stands nowhere, for somebody who copied it from memory."""
    best, place = NEAR, None
    wanted = quote.strip(_MARKS).casefold()
    for each in passages:
        near = fuzz.partial_ratio_alignment(wanted, each.text.lower(), score_cutoff=best) if wanted else None
        if near is not None and near.score > best and near.dest_end > near.dest_start:
            best, place = near.score, Place(each, (near.dest_start, near.dest_end))
    return place


def _bare(words: str) -> str:
    return " ".join(words.split())
