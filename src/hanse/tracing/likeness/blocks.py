"""Are two texts alike all through, or only in places?

Either text is cut into blocks of about as many words, and it is asked what share of each block's information the other
text has in runs of words.
"""

from __future__ import annotations

import numpy as np

from hanse.tracing.likeness.pair import Flags, Floats, Pair

BLOCK = 25
"""Words of a block: one long sentence."""
RUNS = (2, 5)
"""Words of the runs that count."""
FULL = 0.8
"""Share of a block's information from which the other text has it."""
BARE = 0.2
"""Share below which the other text has nothing of it."""


def blocks(pair: Pair) -> dict[str, float]:
    """The shares of blocks that the other text has and that it has nothing of, the best block and the least."""
    found: dict[str, float] = {}
    for size in RUNS:
        for side, weights, covered in zip(("shorter", "longer"), pair.weights, pair.covered(size), strict=True):
            shares = _shares(weights, covered)
            found |= {
                f"blocks{size}_full_{side}": float((shares >= FULL).mean()),
                f"blocks{size}_bare_{side}": float((shares < BARE).mean()),
                f"blocks{size}_best_{side}": float(shares.max()),
                f"blocks{size}_least_{side}": float(shares.min()),
            }
    return found


def _shares(weights: Floats, covered: Flags) -> Floats:
    """The covered share of each block's information; a text without words is one block of which nothing is covered."""
    if not len(weights):
        return np.zeros(1)
    count = max(1, round(len(weights) / BLOCK))
    starts = np.arange(count) * len(weights) // count
    found: Floats = np.add.reduceat(weights * covered, starts) / np.add.reduceat(weights, starts)
    return found
