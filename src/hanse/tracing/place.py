"""Where in a version is an ask answered? All passages that could hold it, judged; the one that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from hanse.text.document import Document
from hanse.tracing.align import align
from hanse.tracing.asked import Asked, Placed
from hanse.tracing.board import Outcome
from hanse.tracing.finding import judge
from hanse.tracing.information import Coded, Coder
from hanse.tracing.judgement import Judgement
from hanse.tracing.matching import Shelf
from hanse.tracing.stretch import spread

CANDIDATES = 12
"""Passages aligned with each ask, likeliest first by shared words."""
LEAST_BOUND = 0.2
NEAREST = 3
"""Passages around which an ask that none of them holds whole is looked for over several."""
EQUAL = 0.12
"""Differences in substance up to this do not decide between passages; what they do with the ask does."""
PART = 0.25
"""Share of the ask that a passage must have for its neighbours to be looked at."""

_PREFERENCE: tuple[Outcome, ...] = (
    "reflected", "weakened", "partly reflected", "pending", "reversed", "deleted", "not reflected",
)  # fmt: skip
_NO_ANSWER = frozenset({"title", "heading"})


@dataclass(frozen=True, eq=False)
class Version:
    """A document ready to be asked: its passages coded, in their order."""

    document: Document
    placed: tuple[Placed, ...]
    amended: tuple[tuple[int, Coded], ...] = ()
    """Places with tracked insertions, and the text that each would have with them."""

    @classmethod
    def of(cls, document: Document, coder: Coder) -> Version:
        texts = {passage.id: passage.text for passage in document.passages}
        placed = tuple(
            Placed(passage, coder.code(passage.text, document.language), texts.get(passage.chapeau or ""), after)
            for passage, after in zip_longest(document.passages, document.passages[1:])
        )
        amended = tuple(
            (place, coder.code(each.standing.inserted[0], document.language))
            for place, each in enumerate(placed)
            if each.standing.has_insertions
        )
        return cls(document, placed, amended)

    @cached_property
    def shelf(self) -> Shelf:
        return Shelf.of([each.coded for each in self.placed])

    @cached_property
    def amended_shelf(self) -> Shelf:
        return Shelf.of([coded for _, coded in self.amended])

    @cached_property
    def wordings(self) -> frozenset[str]:
        """The texts of the passages."""
        return frozenset(each.passage.text for each in self.placed)

    def answer(self, asked: Asked, coder: Coder) -> Judgement | None:
        """The judgement of the passage that answers the ask; the nearest where none does; None for an empty version."""
        aligned = self.shelf.align(asked.coded, least=LEAST_BOUND, most=CANDIDATES)
        most = max((alignment.coverage for _, alignment in aligned), default=0.0)
        judged = [
            (place, judge(asked, self.placed[place], alignment, coder))
            for place, alignment in aligned
            if alignment.coverage >= most - EQUAL or self.placed[place].standing.has_insertions
        ]
        judged += self._by_insertion(asked, coder, {place for place, _ in aligned})
        if not judged:
            return None
        best = _best(judged)
        if best[1].overlap.whole and best[1].overlap.has:
            return best[1]
        shares = {place: alignment.coverage for place, alignment in aligned}
        shares |= {place: found.coverage for place, found in judged}
        nearest = [
            place for place in sorted(shares, key=lambda place: -shares[place])[:NEAREST] if shares[place] >= PART
        ]
        stretches = spread(asked, self.placed, nearest, coder)
        joined = [(len(self.placed), found) for found in stretches if found.outcome != "not reflected"]
        return _best([best, *joined])[1] if joined else best[1]

    def _by_insertion(self, asked: Asked, coder: Coder, done: set[int]) -> list[tuple[int, Judgement]]:
        """Passages whose words so far say little, but whose tracked insertions may hold the ask."""
        likely = self.amended_shelf.likely(asked.coded, least=LEAST_BOUND, most=CANDIDATES)
        places = sorted({self.amended[row][0] for row in likely} - done)
        return [
            (place, judge(asked, self.placed[place], align(asked.coded, self.placed[place].coded), coder))
            for place in places
        ]


def _best(judged: list[tuple[int, Judgement]]) -> tuple[int, Judgement]:
    """Among those that have about the most of the ask, the one that does best by it; the first of equals."""
    most = max(found.overlap.coverage for _, found in judged)
    near = [pair for pair in judged if pair[1].overlap.coverage >= most - EQUAL]
    return min(near, key=lambda pair: (*_preference(pair[1]), pair[0]))


def _preference(found: Judgement) -> tuple[float, ...]:
    heading = found.passage.kind in _NO_ANSWER
    return (
        float(heading),
        float(_PREFERENCE.index(found.outcome)),
        -round(found.overlap.recall, 2),
        -found.coverage,
        -found.alignment.precision,
    )
