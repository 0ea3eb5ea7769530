"""How many matches this strong would chance give, in ordinary diplomatic prose?

The words that ask and passage share in unbroken runs have a probability under the background (an n-gram model with
backoff, Brants et al. 2007); the number of places where they could have met by chance follows from the two lengths,
as in the statistics of sequence alignment (Karlin & Altschul 1990).
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from hanse.tracing.align import Alignment
from hanse.tracing.background import LONGEST, background

BACKOFF = 0.4
"""Factor for every word of context given up, as in stupid backoff."""
LAMBDA = 0.8
"""Words of a text depend on each other; a nat of surprisal counts this much."""
LEAST_PROSE = 2_000
"""Words of prose that chance is given at least: one speech."""


def surprisal(alignment: Alignment) -> float:
    """Nats by which the shared runs of words surprise, given the background."""
    forms = [token.form for token in alignment.ask.tokens]
    total = 0.0
    start = 0
    mine, theirs = alignment.mine, alignment.theirs
    for k in range(1, len(mine) + 1):
        if k < len(mine) and mine[k] == mine[k - 1] + 1 and theirs[k] == theirs[k - 1] + 1:
            continue
        total += _run(tuple(forms[int(mine[start]) : int(mine[k - 1]) + 1])) if start < k else 0.0
        start = k
    return total


def expected(alignment: Alignment, prose: int) -> float:
    """Chance matches at least this strong in ``prose`` words of ordinary text; 0 or more."""
    places = max(1, len(alignment.ask.tokens)) * max(LEAST_PROSE, prose)
    return float(places * np.exp(-LAMBDA * surprisal(alignment)))


@lru_cache(maxsize=50_000)
def _run(forms: tuple[str, ...]) -> float:
    """Surprisal of one unbroken run of words."""
    past = background()
    rate = 1.0 / past.words
    words = list(forms)
    known = {n: past.frequencies(words, n) * rate for n in range(1, min(LONGEST, len(words)) + 1)}
    nats = 0.0
    for i in range(len(words)):
        chance, penalty = 0.5 * rate, 1.0
        for n in range(min(LONGEST, i + 1), 0, -1):
            here = known[n][i - n + 1]
            before = known[n - 1][i - n + 1] if n > 1 else 1.0
            if here > 0 and before > 0:
                chance = min(1.0, here / before) * penalty
                break
            penalty *= BACKOFF
        nats -= float(np.log(max(chance, 0.5 * rate)))
    return nats
