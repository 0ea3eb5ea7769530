"""Which words do two very long texts share? Runs of words found by their first three, in linear time.

Where both texts have thousands of words, a table of all pairs of words would not fit into memory. A shared run of
three words is a seed; it is followed as far as it goes, and then the search goes on behind it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

SEED = 3


def seeded(mine: npt.NDArray[np.int32], theirs: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """For each word of ``mine`` its partner in ``theirs``, or -1; every word of ``theirs`` is used once at most."""
    partner = np.full(len(mine), -1, dtype=np.int64)
    taken = np.zeros(len(theirs), dtype=bool)
    places: dict[tuple[int, ...], list[int]] = {}
    other = theirs.tolist()
    for j in range(len(other) - SEED, -1, -1):
        places.setdefault(tuple(other[j : j + SEED]), []).append(j)
    own = mine.tolist()
    i = 0
    while i <= len(own) - SEED:
        here = places.get(tuple(own[i : i + SEED]))
        while here and taken[here[-1] : here[-1] + SEED].any():
            here.pop()
        if not here:
            i += 1
            continue
        j = here.pop()
        while i < len(own) and j < len(other) and own[i] == other[j] and not taken[j]:
            partner[i], taken[j] = j, True
            i, j = i + 1, j + 1
    return partner
