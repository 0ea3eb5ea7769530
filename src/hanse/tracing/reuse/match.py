"""What is a passage that stands in two documents? A Match, and a tuple of them that says what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hanse.text.document import Passage, Span
from hanse.tracing.reuse.notes import Apart

How = Literal["verbatim", "close", "paraphrase"]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a source passage that a target passage has.

    ``source`` and ``target`` are the ids of the documents, which may be equal; ``places`` says which documents they
    are, counted from 0 over all that were given, sources first. The spans are paired. Within one corpus the source is
    the one that was given first.
    """

    source: str
    source_passage: Passage
    target: str
    target_passage: Passage
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]
    score: float
    """For ranking, 0 to 1: how much of the shorter side is shared, and how substantive that is."""
    coverage: float
    """Share of the source passage's information that the target passage has; 1.0 for identical text."""
    target_coverage: float
    """Share of the target passage's information that the source passage has."""
    how: How
    expected: float
    """Matches at least this strong that chance would give in ordinary prose of the targets' size; 0 or more."""
    substantive: float
    """1 where the shared words are no boilerplate, neither in ordinary prose nor in these corpora."""
    rarity: float
    """1 where no other passage shares a fingerprint of the two; 0 where all that they share is common."""
    words: int
    """Words of the source that are shared."""
    longest: int
    """Words in the longest run that stands in both."""
    information: float
    """The shared words' weights, summed: about 1 for every rare word."""
    rare: float
    """The same by the squares of the weights, so that common words hardly count."""
    places: tuple[int, int] = (0, 0)


class Matches(tuple[Match, ...]):
    """Matches in the order of the corpora, and what was set apart on the way."""

    apart: Apart

    def __new__(cls, matches: Iterable[Match] = (), apart: Apart | None = None) -> Matches:
        made = super().__new__(cls, matches)
        made.apart = apart or Apart()
        return made

    @property
    def notes(self) -> tuple[str, ...]:
        """The same in sentences."""
        return self.apart.notes
