"""How alike are the words around two places, and which of several places of a document travels furthest?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from hanse.tracing.lineage.index import Concordance
from hanse.tracing.lineage.places import Place

AROUND = 12
"""Words before and after the sought ones that count as their context."""
NOISE = 0.1
"""Share of the words around below which nothing follows from them: what one pair of places in a hundred reaches that
have the same words in General Debate speeches of different States."""
STEP = 0.05
"""Differences up to this do not decide."""
BLOCK = 256
"""Rows compared at once."""
MOST = 4_000
"""Places up to which all are compared with all; of more, the first of each document stands for it."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Contexts:
    """The words and pairs of words around some places, one row each, every cell the root of its information."""

    matrix: csr_matrix
    totals: Floats

    @classmethod
    def of(cls, concordance: Concordance, places: Sequence[Place]) -> Contexts:
        """``places`` must not be empty."""
        features, told = [], []
        for place in places:
            seen = _around(concordance, place)
            features.append(np.fromiter(seen.keys(), dtype=np.int64, count=len(seen)))
            told.append(np.fromiter(seen.values(), dtype=np.float32, count=len(seen)))
        columns, where = np.unique(np.concatenate(features), return_inverse=True)
        ends = np.cumsum([0, *map(len, features)])
        matrix = csr_matrix((np.sqrt(np.concatenate(told)), where, ends), shape=(len(places), max(1, len(columns))))
        return cls(matrix, np.array([each.sum() for each in told], dtype=np.float32))

    def alike(self, rows: slice) -> Floats:
        """Weighted Jaccard index, 0 to 1, of the contexts of some places against those of all."""
        shared = np.asarray((self.matrix[rows] @ self.matrix.T).todense(), dtype=np.float32)
        either = self.totals[rows, None] + self.totals[None, :] - shared
        found: Floats = np.divide(shared, either, out=np.zeros_like(shared), where=either > 0)
        return found


def _around(concordance: Concordance, place: Place) -> dict[int, float]:
    """The words and pairs of words on either side of a place, as numbers, with their information."""
    weights = concordance.tongue(concordance.languages[concordance.passages[place.passage][0]]).weights
    begin, end = concordance.starts[place.passage : place.passage + 2]
    before = concordance.words[max(begin, place.first - AROUND) : place.first]
    after = concordance.words[place.last + 1 : min(end, place.last + 1 + AROUND)]
    seen: dict[int, float] = {}
    for side in (before, after):
        forms = concordance.forms[side].astype(np.int64)
        seen.update(zip(forms.tolist(), weights[side].tolist(), strict=True))
        pairs = (forms[:-1] + 1) * len(concordance.vocabulary) + forms[1:]
        seen.update(zip(pairs.tolist(), ((weights[side][:-1] + weights[side][1:]) / 2).tolist(), strict=True))
    return seen


def furthest(concordance: Concordance, equals: Sequence[Sequence[Place]]) -> list[Place]:
    """Of each document's equally good places the one that some other document repeats most closely, with its context;
    the first where none is repeated."""
    flat = [place for places in equals for place in places]
    if len(flat) == len(equals) or len(flat) > MOST:
        return [places[0] for places in equals]
    owner = np.repeat(np.arange(len(equals)), [len(places) for places in equals])
    contexts = Contexts.of(concordance, flat)
    repeated = np.zeros(len(flat), dtype=np.float32)
    for start in range(0, len(flat), BLOCK):
        rows = slice(start, start + BLOCK)
        others = np.where(owner[rows, None] == owner[None, :], 0, contexts.alike(rows))
        repeated[rows] = others.max(axis=1)
    steps = np.round(np.where(repeated < NOISE, 0, repeated) / STEP)
    chosen, start = [], 0
    for places in equals:
        chosen.append(places[int(np.argmax(steps[start : start + len(places)]))])
        start += len(places)
    return chosen
