"""Two passages made ready to be compared: which words have they in common, and what is each worth?"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hanse.text.tokens import guess, tokens
from hanse.tracing.align import Alignment, align
from hanse.tracing.information import Coded, Coder

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

TELLING = 200
"""First words of each text by which their language is told."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two texts, the one with fewer words first, so that nothing depends on the order in which they were given.

    Where something has two values, that of the shorter text stands first.
    """

    shorter: Coded
    longer: Coded
    _runs: list[tuple[Ints, Ints]] = field(default_factory=list)

    @classmethod
    def of(cls, a: str, b: str) -> Pair:
        """Both texts coded in one language, the one whose function words are the most in the two together."""
        first, second = sorted((a, b))
        telling = [token.form for text in (first, second) for token in tokens(text[: TELLING * 20], "und")[:TELLING]]
        coder, language = Coder(), guess(telling)
        coded = sorted((coder.code(text, language) for text in (first, second)), key=lambda each: len(each.tokens))
        return cls(coded[0], coded[1])

    @cached_property
    def sides(self) -> tuple[Coded, Coded]:
        return self.shorter, self.longer

    @property
    def identical(self) -> bool:
        """Whether they have the same words in the same order, whatever case, accents and punctuation."""
        return [token.form for token in self.shorter.tokens] == [token.form for token in self.longer.tokens]

    @cached_property
    def alignment(self) -> Alignment:
        """The words of the shorter text that the longer one has."""
        return align(self.shorter, self.longer)

    @cached_property
    def weights(self) -> tuple[Floats, Floats]:
        """The information of each word."""
        return self.shorter.weights.astype(np.float64), self.longer.weights.astype(np.float64)

    def runs(self, size: int) -> tuple[Ints, Ints]:
        """The runs of ``size`` stems of both texts in order, equal runs by equal numbers from 0."""
        if not self._runs:
            self._runs.append(numbered(self.shorter.stems, self.longer.stems))
        words = self._runs[0]
        base = highest(words) + 1
        while len(self._runs) < size:
            before, last = self._runs[-1], len(self._runs)
            longer = [
                run[: max(0, len(stems) - last)] * base + stems[last:] for run, stems in zip(before, words, strict=True)
            ]
            self._runs.append(numbered(longer[0], longer[1]))
        return self._runs[size - 1]

    def met(self, size: int) -> tuple[Flags, Flags]:
        """For each run of ``size`` stems whether the other text has it too."""
        mine, theirs = self.runs(size)
        known = np.zeros((2, highest((mine, theirs)) + 1), dtype=bool)
        known[0, mine] = True
        known[1, theirs] = True
        return known[1, mine], known[0, theirs]

    def covered(self, size: int) -> tuple[Flags, Flags]:
        """For each word whether it stands in a run of ``size`` that the other text has too."""
        if size == 1:
            return self.met(1)
        mine, theirs = self.met(size)
        return _inside(mine, size, len(self.weights[0])), _inside(theirs, size, len(self.weights[1]))


def numbered(a: npt.NDArray[np.integer], b: npt.NDArray[np.integer]) -> tuple[Ints, Ints]:
    """Both rows with their values replaced by numbers from 0, equal values by equal numbers."""
    both = np.unique(np.concatenate([a, b]), return_inverse=True)[1].astype(np.int64)
    return both[: len(a)], both[len(a) :]


def highest(rows: tuple[Ints, Ints]) -> int:
    """The largest number in either row, -1 where both are empty."""
    return int(max(row.max(initial=-1) for row in rows))


def _inside(met: Flags, size: int, words: int) -> Flags:
    covered = np.zeros(words, dtype=bool)
    for offset in range(size):
        covered[offset : offset + len(met)] |= met
    return covered
