"""Which passages could hold an ask? An upper bound by shared words first, then alignment of those that can matter.

The bound is safe: an alignment pairs words of equal form, stem or sense, so it can never cover more than the words
that both texts have. What falls below ``least`` is left out without being aligned, and nothing else is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csc_matrix

from hanse.tracing.align import Alignment, align
from hanse.tracing.information import Coded


@dataclass(frozen=True)
class Shelf:
    """Coded passages, ready to be asked many times."""

    passages: tuple[Coded, ...]
    words: csc_matrix
    """Passages x words, 1 where a passage has a word in any of its guises (form, stem, sense)."""
    size: int
    """Words on the shelf."""

    @classmethod
    def of(cls, passages: Sequence[Coded]) -> Shelf:
        rows, columns = [], []
        for row, passage in enumerate(passages):
            seen = _guises(passage)
            rows.append(np.full(len(seen), row, dtype=np.int32))
            columns.append(seen)
        row_of = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)
        column_of = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int32)
        width = int(column_of.max()) + 1 if len(column_of) else 1
        ones = np.ones(len(row_of), dtype=np.float32)
        matrix = csc_matrix((ones, (row_of, column_of)), shape=(len(passages), width))
        return cls(tuple(passages), matrix, sum(len(passage.tokens) for passage in passages))

    def bounds(self, ask: Coded) -> npt.NDArray[np.float32]:
        """For every passage the most of the ask's information, 0 to 1, that it can have."""
        guises = np.concatenate([ask.forms, ask.stems, ask.senses])
        known = np.flatnonzero(guises < self.words.shape[1])
        seen = np.zeros((len(self.passages), len(guises)), dtype=bool)
        seen[:, known] = self.words[:, guises[known]].toarray() > 0
        has = np.logical_or.reduce(np.split(seen, 3, axis=1))
        for each in ask.expressions:
            if each.first < each.last:
                has[:, each.first : each.last + 1] = True
        shared: npt.NDArray[np.float32] = has @ ask.weights / np.float32(ask.information or 1)
        return shared

    def align(self, ask: Coded, *, least: float, most: int) -> list[tuple[int, Alignment]]:
        """Alignments of the ``most`` likeliest passages that can have ``least`` of the ask, best bound first."""
        return [(row, align(ask, self.passages[row])) for row in self.likely(ask, least=least, most=most)]

    def likely(self, ask: Coded, *, least: float, most: int) -> list[int]:
        """The ``most`` likeliest passages that can have ``least`` of the ask, best bound first."""
        bounds = self.bounds(ask)
        order = np.argsort(-bounds, kind="stable")[:most]
        return [int(row) for row in order if bounds[row] >= least]


def _guises(passage: Coded) -> npt.NDArray[np.int32]:
    """Every number under which a word of the passage can be met."""
    return np.unique(np.concatenate([passage.forms, passage.stems, passage.senses]))
