"""Which words of a printed passage are marked? The text in runs, each with the marks that it bears."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from hanse.text.document import Span

Mark = Literal["aligned", "caveat", "struck", "mention"]
Run = tuple[str, tuple[Mark, ...]]
"""Some words, and why they are marked; joined, the words of all runs are the text."""


def runs(text: str, marks: Sequence[tuple[Mark, Sequence[Span]]] = ()) -> list[Run]:
    """The text cut wherever a mark begins or ends.

    Spans are half-open code-point offsets, in any order, overlapping or not; what lies outside the text is cut off.
    """
    clipped = [
        (mark, [(max(start, 0), min(end, len(text))) for start, end in spans if start < end]) for mark, spans in marks
    ]
    cuts = sorted({0, len(text), *(cut for _, spans in clipped for span in spans for cut in span if cut <= len(text))})
    return [
        (text[start:end], tuple(mark for mark, spans in clipped if any(a <= start and end <= b for a, b in spans)))
        for start, end in pairwise(cuts)
    ]
