"""Which sentences of a passage answer an ask?"""

from __future__ import annotations

import numpy as np

from hanse.text.document import Span
from hanse.tracing.align import Alignment
from hanse.tracing.asked import Asked, Placed

ANSWERS = 0.85
"""Share of what is aligned that the sentences which answer an ask must have."""
ASKED = 0.6
"""Share of a neighbouring sentence's own information that must be aligned for it to be part of the answer."""


def clause(asked: Asked, placed: Placed, alignment: Alignment) -> Span:
    """The sentences of the passage that answer the ask: the fewest in a row that have nearly all that was aligned, and
    those beside them that are themselves asked for."""
    if not len(alignment.mine):
        return 0, len(placed.passage.text)
    window = _fewest(_shares(asked, placed, alignment))
    if window is None:
        return 0, len(placed.passage.text)
    first, last = window
    if len(placed.sentences) > 1:
        own = _asked_for(placed, alignment)
        while first and own[first - 1]:
            first -= 1
        while last + 1 < len(own) and own[last + 1]:
            last += 1
    return placed.sentences[first][0], placed.sentences[last][1]


def _shares(asked: Asked, placed: Placed, alignment: Alignment) -> list[float]:
    """Of what is aligned, each sentence's share."""
    weights = asked.substance[alignment.mine] + 1e-6
    starts = np.array([placed.coded.tokens[int(j)].start for j in alignment.theirs])
    total = float(weights.sum())
    return [float(weights[(starts >= a) & (starts < b)].sum()) / total for a, b in placed.sentences]


def _fewest(share: list[float]) -> tuple[int, int] | None:
    """First and last of the fewest sentences in a row that have enough; None where none do."""
    window: tuple[int, int, int] | None = None
    first, held = 0, 0.0
    for last, each in enumerate(share):
        held += each
        while held - share[first] >= ANSWERS:
            held -= share[first]
            first += 1
        if held >= ANSWERS:
            window = min(window or (last - first, first, last), (last - first, first, last))
    return window[1:] if window else None


def _asked_for(placed: Placed, alignment: Alignment) -> list[bool]:
    """Whether each sentence is, for the most part, aligned with the ask."""
    weights = placed.coded.weights
    taken = np.zeros(len(weights), dtype=bool)
    for first, last in zip(alignment.theirs, alignment.until, strict=True):
        taken[int(first) : int(last) + 1] = True
    starts = np.array([token.start for token in placed.coded.tokens])
    return [
        float(weights[inside & taken].sum()) >= ASKED * float(weights[inside].sum()) > 0
        for inside in ((starts >= a) & (starts < b) for a, b in placed.sentences)
    ]
