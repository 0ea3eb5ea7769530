"""What is said of one passage against one ask: the outcome, and everything behind it."""

from __future__ import annotations

from dataclasses import dataclass

from hanse.text.document import Passage, Span
from hanse.tracing.align import Alignment
from hanse.tracing.asked import Asked, Placed
from hanse.tracing.board import How, Outcome
from hanse.tracing.overlap import Overlap
from hanse.wording.strength import Strength, strength

CLOSE = 0.80
"""Share of the aligned words that are the same to the letter from which wording is close, else a paraphrase."""


@dataclass(frozen=True, eq=False)
class Judgement:
    """One passage judged against one ask. Spans are into the ask and into the passage's base text."""

    outcome: Outcome
    passage: Passage
    coverage: float
    how: How | None
    ask_spans: tuple[Span, ...]
    spans: tuple[Span, ...]
    ask_strength: int | None
    strength: int | None
    caveats: tuple[Span, ...]
    reasons: tuple[str, ...]
    alignment: Alignment
    overlap: Overlap
    found_by: str = ""
    """How it was looked for where words could not be compared, as a clause; empty where they were."""
    near: bool = False
    """Whether a passage that does not have the ask is near it in meaning."""
    chance: float | None = None
    """Matches as strong that chance would give, where it is not told from the words."""


@dataclass(frozen=True, eq=False)
class Seen:
    """One passage seen against one ask, before its outcome is known."""

    asked: Asked
    placed: Placed
    alignment: Alignment
    clause: Span
    overlap: Overlap

    def judged(self, outcome: Outcome, reasons: tuple[str, ...]) -> Judgement:
        start, end = self.clause
        text = self.placed.standing.stands if outcome not in ("pending", "not reflected") else self.placed.passage.text
        force = strength(text[start:end], chapeau=self.placed.chapeau, language=self.placed.coded.language)
        ask_spans, spans = self.alignment.spans()
        return Judgement(
            outcome=outcome,
            passage=self.placed.passage,
            coverage=self.alignment.coverage,
            how=how(self.alignment),
            ask_spans=ask_spans,
            spans=spans,
            ask_strength=self.asked.strength.level,
            strength=force.level,
            caveats=self._caveats(force) if outcome != "not reflected" else (),
            reasons=reasons,
            alignment=self.alignment,
            overlap=self.overlap,
        )

    def _caveats(self, force: Strength) -> tuple[Span, ...]:
        """Caveats of the clause that the ask does not have itself, as spans of the passage."""
        own = {self.asked.text[first:last].casefold() for first, last in self.asked.strength.caveats}
        moved = ((self.clause[0] + first, self.clause[0] + last) for first, last in force.caveats)
        return tuple(span for span in moved if self.placed.passage.text[slice(*span)].casefold() not in own)


def absent(asked: Asked, placed: Placed, alignment: Alignment) -> Judgement:
    """Too few words in common for any look at the wording to matter."""
    return Judgement(
        outcome="not reflected",
        passage=placed.passage,
        coverage=alignment.coverage,
        how=None,
        ask_spans=(),
        spans=(),
        ask_strength=asked.strength.level,
        strength=None,
        caveats=(),
        reasons=(),
        alignment=alignment,
        overlap=Overlap(alignment.coverage, alignment.coverage, 0.0, 1.0),
    )


def how(alignment: Alignment) -> How | None:
    """Verbatim, close or paraphrase; None where no word is aligned."""
    if not len(alignment.mine):
        return None
    if alignment.verbatim:
        return "verbatim"
    return "close" if alignment.exact * alignment.coverage >= CLOSE else "paraphrase"
