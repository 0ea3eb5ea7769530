"""Is an ask spread over several passages: a paragraph that was split, or a chapeau with its items?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hanse.text.document import Passage, Span
from hanse.tracing.align import align
from hanse.tracing.asked import Asked, Placed
from hanse.tracing.finding import judge
from hanse.tracing.information import Coder
from hanse.tracing.judgement import Judgement

LONGEST = 8
"""Passages that a stretch may have."""
SHARE = 0.15
"""Share of what is aligned that at least two passages of the stretch must each have."""
GAIN = 0.10
"""Share of the ask that the stretch must have beyond its best passage."""


def spread(asked: Asked, placed: Sequence[Placed], near: Sequence[int], coder: Coder) -> Iterator[Judgement]:
    """Judgements of the stretches around the passages at ``near`` that have more of the ask than any one of them.

    Spans and passage are those of the passage with the most of the ask; the reasons name the others.
    """
    seen: set[tuple[int, ...]] = set()
    for place in near:
        for stretch in _stretches(placed, place):
            if stretch not in seen:
                seen.add(stretch)
                found = _judged(asked, [placed[i] for i in stretch], coder)
                if found is not None:
                    yield found


def _stretches(placed: Sequence[Placed], place: int) -> Iterator[tuple[int, ...]]:
    """The passage with the one before it, with the one after it, and a chapeau with all its items."""
    for first in (place - 1, place):
        if first >= 0 and first + 1 < len(placed) and _text(placed[first]) and _text(placed[first + 1]):
            yield first, first + 1
    head = placed[place].passage.chapeau or placed[place].passage.id
    family = tuple(
        i
        for i in range(max(0, place - LONGEST), min(len(placed), place + LONGEST))
        if head in (placed[i].passage.id, placed[i].passage.chapeau)
    )
    if len(family) > 2:
        yield family[:LONGEST]


def _text(each: Placed) -> bool:
    return each.passage.kind not in ("title", "heading") and bool(each.coded.tokens)


def _judged(asked: Asked, parts: list[Placed], coder: Coder) -> Judgement | None:
    whole_text, starts = joined(parts)
    whole = Placed(whole_text, coder.code(whole_text.text, parts[0].coded.language), parts[0].chapeau)
    alignment = align(asked.coded, whole.coded)
    shares = _shares(alignment.spans()[1], starts)
    best = max(shares, default=0.0)
    if sum(share >= SHARE for share in shares) < 2 or alignment.coverage * (1 - best) < GAIN:
        return None
    found = judge(asked, whole, alignment, coder)
    main = shares.index(best)
    start, end = starts[main]
    pairs = [
        (mine, (a - start, b - start))
        for mine, (a, b) in zip(found.ask_spans, found.spans, strict=True)
        if start <= a and b <= end
    ]
    others = [part.passage.number for k, part in enumerate(parts) if k != main and shares[k] >= SHARE]
    names = [number for number in others if number]
    together = (f"it is spread over this and {' and '.join(names) or 'a neighbouring paragraph'}",)
    return replace(
        found,
        passage=parts[main].passage,
        ask_spans=tuple(mine for mine, _ in pairs),
        spans=tuple(span for _, span in pairs),
        caveats=tuple((a - start, b - start) for a, b in found.caveats if start <= a and b <= end),
        reasons=(*found.reasons, *together),
    )


def joined(parts: Sequence[Placed], between: str = " ") -> tuple[Passage, list[Span]]:
    """The texts as one passage, and where each stands in it. What does not stand keeps its brackets."""
    text, starts = "", []
    for part in parts:
        words = part.passage.text
        if part.standing.wholly_pending and not words.lstrip().startswith("["):
            words = f"[{words}]"
        text += between if text else ""
        starts.append((len(text), len(text) + len(words)))
        text += words
    return replace(parts[0].passage, text=text, status="open", proposals=()), starts


def _shares(spans: Sequence[Span], starts: list[Span]) -> list[float]:
    sizes = [sum(b - a for a, b in spans if start <= a and b <= end) for start, end in starts]
    whole = sum(sizes) or 1
    return [size / whole for size in sizes]
