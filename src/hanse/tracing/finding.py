"""What does this passage do with the ask? One outcome, by the rules in their order, and the reasons in words.

Where two outcomes fit, the first of these wins: not reflected, pending, reversed, partly reflected, weakened,
reflected. (``deleted`` needs the earlier versions; `hanse.tracing.trace` knows them.)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hanse.text.document import Passage, Span
from hanse.text.sentences import sentences
from hanse.tracing.align import Alignment, align
from hanse.tracing.board import How, Outcome
from hanse.tracing.differences import differences
from hanse.tracing.information import Coded, Coder
from hanse.tracing.overlap import LEAST, Overlap, overlap
from hanse.tracing.standing import Standing
from hanse.wording.shift import Shift, shifts
from hanse.wording.strength import Strength, strength

OPEN = 0.10
"""Share of the aligned substance in brackets from which the ask counts as pending."""
MOSTLY = 0.50
"""Share from which all of it is said to be only proposed."""
ANSWERS = 0.85
"""Share of what is aligned that the sentences which answer an ask must have."""
LONGEST_CLAUSE = 20_000
"""Characters above which a text is no clause, and rules of wording say nothing about it."""
CLOSE = 0.80
"""Share of the aligned words that are the same to the letter from which wording is close, else a paraphrase."""


@dataclass(frozen=True, eq=False)
class Asked:
    """An ask as it is judged: its words, its force, and which of its words are substance."""

    text: str
    coded: Coded
    chapeau: str | None = None

    @cached_property
    def strength(self) -> Strength:
        return strength(self.text, chapeau=self.chapeau)

    @cached_property
    def substance(self) -> npt.NDArray[np.float32]:
        """Weights with those of the directive word and of who is obliged set to nothing."""
        frame = [span for span in (self.strength.modal_span, self.strength.bearer_span) if span]
        weights = self.coded.weights.copy()
        for i, token in enumerate(self.coded.tokens):
            if any(start <= token.start < end for start, end in frame):
                weights[i] = 0
        return weights if weights.sum() > 0.5 else self.coded.weights


@dataclass(frozen=True, eq=False)
class Placed:
    """A passage of a version as it is judged."""

    passage: Passage
    coded: Coded
    chapeau: str | None = None
    standing: Standing = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "standing", Standing(self.passage))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentences(self.passage.text, self.coded.language)


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


def judge(asked: Asked, placed: Placed, alignment: Alignment, coder: Coder) -> Judgement:
    """The finding for one ask in one passage, given how their words align."""
    if alignment.coverage < LEAST and not placed.standing.has_insertions:
        return _absent(asked, placed, alignment)
    clause = _clause(asked, placed, alignment)
    force = strength(placed.passage.text[slice(*clause)], chapeau=placed.chapeau)
    shared = overlap(alignment, asked.substance, _frame(force, clause[0]))
    seen = _Seen(asked, placed, alignment, clause, shared)
    if not shared.has:
        if placed.standing.has_insertions:
            return _with_insertions(asked, placed, alignment, coder)
        return seen.judged("not reflected", ())
    if reason := _pending(placed, _open_share(asked, placed, alignment), clause):
        return seen.judged("pending", (reason,))
    found = (
        ()
        if clause[1] - clause[0] > LONGEST_CLAUSE
        else shifts(
            asked.text,
            placed.standing.stands[slice(*clause)],
            asked_chapeau=asked.chapeau,
            drafted_chapeau=placed.chapeau,
            language=asked.coded.language,
        )
    )
    less = differences(alignment, clause, _explained(found, force, clause[0]), _own(asked, found))
    return seen.judged(*_outcome(asked, placed, alignment, shared, found, less))


def _explained(found: tuple[Shift, ...], force: Strength, offset: int) -> tuple[Span, ...]:
    """Spans of the passage that rules of wording account for."""
    spans = [shift.drafted for shift in found] + [force.modal_span, *force.caveats, *force.hedges]
    return tuple((span[0] + offset, span[1] + offset) for span in spans if span)


def _own(asked: Asked, found: tuple[Shift, ...]) -> tuple[Span, ...]:
    """Spans of the ask that rules of wording account for."""
    force = asked.strength
    spans = [shift.asked for shift in found] + [force.modal_span, *force.caveats, *force.hedges]
    return tuple(span for span in spans if span)


def _absent(asked: Asked, placed: Placed, alignment: Alignment) -> Judgement:
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


def _outcome(
    asked: Asked, placed: Placed, alignment: Alignment, shared: Overlap, found: tuple[Shift, ...], less: tuple[str, ...]
) -> tuple[Outcome, tuple[str, ...]]:
    by_effect = {
        effect: tuple(s.why for s in found if s.effect == effect) for effect in ("reversed", "partly", "weakened")
    }
    if by_effect["reversed"]:
        return "reversed", by_effect["reversed"]
    if not shared.whole:
        return "partly reflected", (*_missing(asked, alignment), *by_effect["partly"])
    if by_effect["partly"] or less:
        return "partly reflected", (*by_effect["partly"], *less)
    if placed.passage.part == "preamble" and asked.strength.level > 0:
        return "weakened", ("it stands in the preamble, where nothing is decided", *by_effect["weakened"])
    if by_effect["weakened"]:
        return "weakened", by_effect["weakened"]
    return "reflected", tuple(s.why for s in found if s.effect == "stronger")


def _open_share(asked: Asked, placed: Placed, alignment: Alignment) -> float:
    """Share of the aligned substance that is only proposed."""
    if not len(alignment.mine):
        return 0.0
    weights = asked.substance[alignment.mine]
    waiting = placed.standing.open_tokens(placed.coded)[alignment.theirs]
    return float(weights[waiting].sum() / weights.sum()) if weights.sum() else 0.0


def _pending(placed: Placed, open_share: float, clause: Span) -> str:
    """Why the ask's words are only proposed, as a clause; empty where they stand."""
    if placed.standing.wholly_pending:
        return placed.standing.wholly_pending
    names = ", ".join(placed.standing.authors())
    if open_share >= MOSTLY:
        return f"only as a proposal of {names}" if names else "only in square brackets"
    if reason := placed.standing.contests(*clause):
        return reason
    if open_share >= OPEN:
        return f"part of it only as a proposal of {names}" if names else "part of it only in square brackets"
    return ""


def _clause(asked: Asked, placed: Placed, alignment: Alignment) -> Span:
    """The sentences of the passage that answer the ask: the fewest in a row that have nearly all that was aligned."""
    if not len(alignment.mine):
        return 0, len(placed.passage.text)
    weights = asked.substance[alignment.mine] + 1e-6
    starts = np.array([placed.coded.tokens[int(j)].start for j in alignment.theirs])
    total = float(weights.sum())
    share = [float(weights[(starts >= a) & (starts < b)].sum()) / total for a, b in placed.sentences]
    window, first = (len(share), 0, len(share) - 1), 0
    held = 0.0
    for last, each in enumerate(share):
        held += each
        while held - share[first] >= ANSWERS:
            held -= share[first]
            first += 1
        if held >= ANSWERS:
            window = min(window, (last - first, first, last))
    if not share or window[0] >= len(share):
        return 0, len(placed.passage.text)
    return placed.sentences[window[1]][0], placed.sentences[window[2]][1]


def _missing(asked: Asked, alignment: Alignment) -> tuple[str, ...]:
    """The longest stretch of the ask that the passage lacks, quoted."""
    absent = np.ones(len(asked.coded.tokens), dtype=bool)
    absent[alignment.mine] = False
    absent &= asked.substance > 0
    best, start = (0.0, 0, 0), None
    for i in range(len(absent) + 1):
        inside = i < len(absent) and (absent[i] or (start is not None and not asked.coded.content[i]))
        if inside and start is None:
            start = i
        elif not inside and start is not None:
            best = max(best, (float(asked.substance[start:i][absent[start:i]].sum()), start, i - 1))
            start = None
    if not best[0]:
        return ()
    first, last = asked.coded.span(best[1], best[2])
    return (f"“{asked.text[first:last]}” is missing",)


def _with_insertions(asked: Asked, placed: Placed, base: Alignment, coder: Coder) -> Judgement:
    """Whether the ask stands at least in what tracked changes would insert."""
    text, stretches = placed.standing.inserted
    amended = align(asked.coded, coder.code(text, placed.coded.language))
    shared = overlap(amended, asked.substance)
    if not shared.has:
        whole = (0, len(placed.passage.text))
        seen = _Seen(asked, placed, base, whole, overlap(base, asked.substance))
        return seen.judged("not reflected", ())
    names = ", ".join(placed.standing.authors()) or "somebody unnamed"
    ask_spans, spans = _in_base(*amended.spans(), stretches)
    return Judgement(
        outcome="pending",
        passage=placed.passage,
        coverage=amended.coverage,
        how=how(amended),
        ask_spans=ask_spans,
        spans=spans,
        ask_strength=asked.strength.level,
        strength=None,
        caveats=(),
        reasons=(f"only in a tracked insertion by {names}",),
        alignment=amended,
        overlap=shared,
    )


def _in_base(
    ask_spans: tuple[Span, ...], spans: tuple[Span, ...], stretches: tuple[tuple[int, int, int], ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The pairs whose words stand in the base text, at their places there."""
    kept = [
        (mine, (start - first + base, end - first + base))
        for mine, (start, end) in zip(ask_spans, spans, strict=True)
        for first, last, base in stretches
        if first <= start and end <= last
    ]
    return tuple(mine for mine, _ in kept), tuple(span for _, span in kept)


@dataclass(frozen=True, eq=False)
class _Seen:
    """One passage seen against one ask, before its outcome is known."""

    asked: Asked
    placed: Placed
    alignment: Alignment
    clause: Span
    overlap: Overlap

    def judged(self, outcome: Outcome, reasons: tuple[str, ...]) -> Judgement:
        start, end = self.clause
        text = self.placed.standing.stands if outcome not in ("pending", "not reflected") else self.placed.passage.text
        force = strength(text[start:end], chapeau=self.placed.chapeau)
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


def _frame(force: Strength, offset: int) -> tuple[Span, ...]:
    spans = (force.modal_span, force.bearer_span)
    return tuple((span[0] + offset, span[1] + offset) for span in spans if span)


def how(alignment: Alignment) -> How | None:
    """Verbatim, close or paraphrase; None where no word is aligned."""
    if not len(alignment.mine):
        return None
    if alignment.verbatim:
        return "verbatim"
    return "close" if alignment.exact * alignment.coverage >= CLOSE else "paraphrase"
