"""Which sentences of a passage answer an ask?"""

from __future__ import annotations

import numpy as np

from hanse.text.document import Span
from hanse.tracing.align import Alignment
from hanse.tracing.asked import Asked, Placed

ANSWERS = 0.85
"""Share of what is aligned that the sentences which answer an ask must have."""


def clause(asked: Asked, placed: Placed, alignment: Alignment) -> Span:
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
