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
from hanse.tracing.information import Coded, Coder
from hanse.tracing.standing import Standing
from hanse.wording.shift import Shift, shifts
from hanse.wording.strength import Strength, strength

HAS = 0.50
"""Share of an ask's substance from which a passage is said to have it at all."""
WHOLE = 0.72
"""Share from which it is said to have all of it."""
OPEN = 0.10
"""Share of the aligned substance in brackets from which the ask counts as pending."""
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
    substance: float
    """Share of the ask's substance that the passage has, proposals included."""


def judge(asked: Asked, placed: Placed, alignment: Alignment, coder: Coder) -> Judgement:
    """The finding for one ask in one passage, given how their words align."""
    substance = _share(asked, alignment)
    open_share = _open_share(asked, placed, alignment)
    if substance < HAS and placed.standing.has_insertions:
        return _with_insertions(asked, placed, alignment, coder)
    if substance < HAS:
        return _judgement("not reflected", asked, placed, alignment, ())
    clause = _clause(asked, placed, alignment)
    if reason := _pending(placed, open_share, clause):
        return _judgement("pending", asked, placed, alignment, (reason,))
    found = shifts(
        asked.text,
        placed.standing.stands[slice(*clause)],
        asked_chapeau=asked.chapeau,
        drafted_chapeau=placed.chapeau,
        language=asked.coded.language,
    )
    outcome, reasons = _outcome(asked, placed, alignment, substance * (1 - open_share), found)
    return _judgement(outcome, asked, placed, alignment, reasons, clause)


def _outcome(
    asked: Asked, placed: Placed, alignment: Alignment, substance: float, found: tuple[Shift, ...]
) -> tuple[Outcome, tuple[str, ...]]:
    by_effect = {
        effect: tuple(s.why for s in found if s.effect == effect) for effect in ("reversed", "partly", "weakened")
    }
    if by_effect["reversed"]:
        return "reversed", by_effect["reversed"]
    if substance < WHOLE:
        return "partly reflected", (*_missing(asked, alignment), *by_effect["partly"])
    if by_effect["partly"]:
        return "partly reflected", by_effect["partly"]
    if placed.passage.part == "preamble" and asked.strength.level > 0:
        return "weakened", ("it stands in the preamble, where nothing is decided", *by_effect["weakened"])
    if by_effect["weakened"]:
        return "weakened", by_effect["weakened"]
    return "reflected", tuple(s.why for s in found if s.effect == "stronger")


def _share(asked: Asked, alignment: Alignment) -> float:
    """Share of the substance that is aligned."""
    if alignment.verbatim:
        return 1.0
    weights = asked.substance
    return float((weights[alignment.mine] * alignment.worth).sum() / weights.sum())


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
    if reason := placed.standing.contests(*clause):
        return reason
    if open_share >= OPEN:
        names = ", ".join(placed.standing.authors())
        return f"the words stand only in brackets ({names})" if names else "the words stand only in brackets"
    return ""


def _clause(asked: Asked, placed: Placed, alignment: Alignment) -> Span:
    """The sentences of the passage that answer the ask: the fewest in a row that have nearly all that was aligned."""
    weights = asked.substance[alignment.mine] + 1e-6
    starts = np.array([placed.coded.tokens[int(j)].start for j in alignment.theirs])
    share = [float(weights[(starts >= a) & (starts < b)].sum() / weights.sum()) for a, b in placed.sentences]
    best = (len(share) + 1, 0, 0)
    for first in range(len(share)):
        for last in range(first, len(share)):
            if sum(share[first : last + 1]) >= 0.85:
                best = min(best, (last - first, first, last))
                break
    if best[0] > len(share):
        return 0, len(placed.passage.text)
    return placed.sentences[best[1]][0], placed.sentences[best[2]][1]


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
    substance = _share(asked, amended)
    if substance < HAS:
        return _judgement("not reflected", asked, placed, base, ())
    names = ", ".join(placed.standing.authors()) or "an unnamed author"
    ask_spans, spans = _in_base(*amended.spans(), stretches)
    how = _how(amended)
    return Judgement(
        "pending",
        placed.passage,
        amended.coverage,
        how,
        ask_spans,
        spans,
        asked.strength.level,
        None,
        (),
        (f"the words stand only in a tracked insertion ({names})",),
        amended,
        substance,
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


def _judgement(
    outcome: Outcome,
    asked: Asked,
    placed: Placed,
    alignment: Alignment,
    reasons: tuple[str, ...],
    clause: Span | None = None,
) -> Judgement:
    start, end = clause or (0, len(placed.passage.text))
    force = strength(placed.standing.stands[start:end] if clause else placed.passage.text, chapeau=placed.chapeau)
    ask_spans, spans = alignment.spans()
    own = {asked.text[a:b].casefold() for a, b in asked.strength.caveats}
    caveats = tuple((start + a, start + b) for a, b in force.caveats)
    caveats = tuple(span for span in caveats if placed.passage.text[slice(*span)].casefold() not in own)
    return Judgement(
        outcome,
        placed.passage,
        alignment.coverage,
        _how(alignment),
        ask_spans,
        spans,
        asked.strength.level,
        force.level,
        caveats if clause else (),
        reasons,
        alignment,
        _share(asked, alignment),
    )


def _how(alignment: Alignment) -> How | None:
    if not len(alignment.mine):
        return None
    if alignment.verbatim:
        return "verbatim"
    return "close" if alignment.exact * alignment.coverage >= CLOSE else "paraphrase"
