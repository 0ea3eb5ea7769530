"""Does an ask stand at least in what tracked changes would insert?"""

from __future__ import annotations

from hanse.text.document import Span
from hanse.tracing.align import align
from hanse.tracing.asked import Asked, Placed
from hanse.tracing.information import Coder
from hanse.tracing.judgement import Judgement, how
from hanse.tracing.overlap import overlap


def with_insertions(asked: Asked, placed: Placed, base: Judgement, coder: Coder) -> Judgement | None:
    """The judgement with every insertion accepted: pending; None where that has no more of the ask than the base."""
    text, stretches = placed.standing.inserted
    amended = align(asked.coded, coder.code(text, placed.coded.language))
    shared = overlap(amended, asked.substance)
    if not shared.has or (base.overlap.has and not shared.whole):
        return None
    part = "part of it only" if base.overlap.has else "only"
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
        reasons=(f"{part} in a tracked insertion by {names}",),
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
