"""Which words of an ask stand in a passage, and where? Local alignment of tokens, as often as it finds something.

Each round finds the best local alignment (Smith & Waterman 1981) among the tokens not yet used, with matches worth
the word's information and gaps a fraction of it; rounds end when what is found would be chance. Rounds instead of one
alignment keep what was reordered or split. What stays single is then paired if it stands near what was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numba
import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.tracing.information import Coded
from hanse.tracing.seeds import seeded

SAME_STEM = np.float32(0.97)
SAME_SENSE = np.float32(0.85)
ROUNDS = 8
LEAST = 0.9
"""Information that a round must bring: about two ordinary content words."""
LARGEST_TABLE = 20_000_000
"""Pairs of words above which texts are aligned by seeds instead of tables: 100 MB."""
NEAR = 14
"""Tokens around what was found within which a single content word still counts."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Alignment:
    """Pairs of tokens ``(mine[k], theirs[k])`` with likeness ``worth[k]``, in the ask's order.

    Where expressions of different length are paired, several ``mine`` share one ``theirs``, or a pair reaches on to
    the token ``until[k]``.
    """

    ask: Coded
    passage: Coded
    mine: Ints
    theirs: Ints
    until: Ints
    worth: npt.NDArray[np.float32]

    @cached_property
    def shared(self) -> float:
        """Information of the ask that the passage has."""
        return float((self.ask.weights[self.mine] * self.worth).sum())

    @cached_property
    def rare(self) -> float:
        """As `shared`, each word counted by the square of its weight, so that common words hardly count."""
        return float((np.square(self.ask.weights[self.mine]) * self.worth).sum())

    @cached_property
    def coverage(self) -> float:
        """Share of the ask's information that the passage has, 0 to 1; 1 for identical text."""
        if self.verbatim:
            return 1.0
        whole = self.ask.information
        return min(1.0, self.shared / whole) if whole else 0.0

    @cached_property
    def precision(self) -> float:
        """Share of the passage's information, between the first and the last aligned word, that is the ask's."""
        if not len(self.theirs):
            return 0.0
        stretch = self.passage.weights[self.theirs.min() : self.theirs.max() + 1]
        return min(1.0, float(self.passage.weights[self.theirs].sum() / stretch.sum()))

    @cached_property
    def verbatim(self) -> bool:
        """The asked words unbroken and in order."""
        size = len(self.ask.tokens)
        return (
            0 < size == len(self.mine)
            and bool(np.all(np.diff(self.theirs) == 1))
            and bool(np.all(self.ask.forms[self.mine] == self.passage.forms[self.theirs]))
        )

    @cached_property
    def exact(self) -> float:
        """Share of the aligned information whose words are the same to the letter."""
        shared = self.ask.weights[self.mine]
        same = self.ask.forms[self.mine] == self.passage.forms[self.theirs]
        return float(shared[same].sum() / shared.sum()) if shared.sum() else 0.0

    @cached_property
    def longest(self) -> int:
        """Tokens in the longest run that stands in both, word for word."""
        best = run = 0
        for k in range(len(self.mine)):
            same = self.ask.forms[self.mine[k]] == self.passage.forms[self.theirs[k]]
            follows = k > 0 and self.mine[k] == self.mine[k - 1] + 1 and self.theirs[k] == self.theirs[k - 1] + 1
            run = (run + 1 if follows else 1) if same else 0
            best = max(best, run)
        return best

    def spans(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Paired spans in ask and passage, one pair per run that is unbroken in both."""
        mine: list[Span] = []
        theirs: list[Span] = []
        start = 0
        for k in range(1, len(self.mine) + 1):
            if k < len(self.mine) and self._goes_on(k):
                continue
            if start < k:
                mine.append(self.ask.span(int(self.mine[start]), int(self.mine[k - 1])))
                theirs.append(self.passage.span(int(self.theirs[start]), int(self.until[k - 1])))
            start = k
        return tuple(mine), tuple(theirs)

    def _goes_on(self, k: int) -> bool:
        step = self.theirs[k] - self.until[k - 1]
        return bool(self.mine[k] == self.mine[k - 1] + 1 and (step == 1 or self.theirs[k] == self.theirs[k - 1]))


def align(ask: Coded, passage: Coded) -> Alignment:
    """Every word of ``ask`` that ``passage`` has, each used once."""
    run = _unbroken(ask, passage)
    if run is not None:
        everything = np.arange(len(ask.tokens), dtype=np.int64)
        ones = np.ones(len(everything), dtype=np.float32)
        return Alignment(ask, passage, everything, everything + run, everything + run, ones)
    if len(ask.tokens) * len(passage.tokens) > LARGEST_TABLE:
        return _of_long_texts(ask, passage)
    partner, worth = _rounds(
        ask.forms, ask.stems, ask.senses, ask.weights, passage.forms, passage.stems, passage.senses, passage.weights
    )
    until = partner.copy()
    _pair_expressions(ask, passage, partner, until, worth)
    mine = np.flatnonzero(partner >= 0)
    return Alignment(ask, passage, mine, partner[mine], until[mine], worth[mine])


def _of_long_texts(ask: Coded, passage: Coded) -> Alignment:
    partner = seeded(ask.forms, passage.forms)
    mine = np.flatnonzero(partner >= 0)
    return Alignment(ask, passage, mine, partner[mine], partner[mine], np.ones(len(mine), dtype=np.float32))


def _unbroken(ask: Coded, passage: Coded) -> int | None:
    """Where the asked words stand unbroken and in order, if they do."""
    size, length = len(ask.forms), len(passage.forms)
    if not size or size > length:
        return None
    for start in np.flatnonzero(passage.forms[: length - size + 1] == ask.forms[0]):
        if np.array_equal(passage.forms[start : start + size], ask.forms):
            return int(start)
    return None


def _pair_expressions(ask: Coded, passage: Coded, partner: Ints, until: Ints, worth: npt.NDArray[np.float32]) -> None:
    """Pair expressions of one sense and different words that are not paired yet ("local authorities", "cities")."""
    taken = set(partner[partner >= 0].tolist())
    for mine in ask.expressions:
        alike = passage.by_sense.get(mine.sense, ())
        inside = range(mine.first, mine.last + 1)
        if not alike or any(partner[i] >= 0 and ask.content[i] for i in inside):
            continue
        for theirs in alike:
            places = range(theirs.first, theirs.last + 1)
            if any(j in taken and passage.content[j] for j in places):
                continue
            partner[mine.first : mine.last + 1] = theirs.first
            until[mine.first : mine.last + 1] = theirs.last
            worth[mine.first : mine.last + 1] = SAME_SENSE
            taken.update(places)
            break


def _compiled(function: Any) -> Any:
    """Machine code, kept for the next process; where nobody may write it down it is made in each process anew."""
    try:
        return numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:
        return numba.njit(nogil=True)(function)


@_compiled
def _likeness(form, stem, sense, other_form, other_stem, other_sense):  # type: ignore[no-untyped-def]
    if form == other_form:
        return np.float32(1.0)
    if stem == other_stem:
        return SAME_STEM
    if sense == other_sense:
        return SAME_SENSE
    return np.float32(0.0)


@_compiled
def _rounds(forms, stems, senses, weights, forms2, stems2, senses2, weights2):  # type: ignore[no-untyped-def]
    m, n = len(forms), len(forms2)
    partner = np.full(m, -1, dtype=np.int64)
    worth = np.zeros(m, dtype=np.float32)
    taken = np.zeros(n, dtype=np.bool_)
    score = np.zeros((m + 1, n + 1), dtype=np.float32)
    move = np.zeros((m + 1, n + 1), dtype=np.int8)
    for _ in range(ROUNDS):
        best, best_i, best_j = np.float32(0.0), 0, 0
        for i in range(1, m + 1):
            skip_mine = np.float32(0.02) + np.float32(0.20) * weights[i - 1]
            for j in range(1, n + 1):
                value, step = np.float32(0.0), 0
                if partner[i - 1] < 0 and not taken[j - 1]:
                    like = _likeness(
                        forms[i - 1], stems[i - 1], senses[i - 1], forms2[j - 1], stems2[j - 1], senses2[j - 1]
                    )
                    if like > 0:
                        gain = score[i - 1, j - 1] + like * weights[i - 1]
                        if gain > value:
                            value, step = gain, 1
                up = score[i - 1, j] - skip_mine
                if up > value:
                    value, step = up, 2
                left = score[i, j - 1] - np.float32(0.02) - np.float32(0.12) * weights2[j - 1]
                if left > value:
                    value, step = left, 3
                score[i, j], move[i, j] = value, step
                if value > best:
                    best, best_i, best_j = value, i, j
        i, j, found, content = best_i, best_j, np.float32(0.0), 0
        while i > 0 and j > 0 and move[i, j] != 0:
            if move[i, j] == 1:
                found += weights[i - 1]
                if weights[i - 1] > 0.05:
                    content += 1
                i, j = i - 1, j - 1
            elif move[i, j] == 2:
                i -= 1
            else:
                j -= 1
        if content < 2 or found < LEAST:
            break
        i, j = best_i, best_j
        while i > 0 and j > 0 and move[i, j] != 0:
            if move[i, j] == 1:
                i, j = i - 1, j - 1
                partner[i] = j
                worth[i] = _likeness(forms[i], stems[i], senses[i], forms2[j], stems2[j], senses2[j])
                taken[j] = True
            elif move[i, j] == 2:
                i -= 1
            else:
                j -= 1
    _singles(forms, stems, senses, weights, forms2, stems2, senses2, partner, worth, taken)
    return partner, worth


@_compiled
def _singles(forms, stems, senses, weights, forms2, stems2, senses2, partner, worth, taken):  # type: ignore[no-untyped-def]
    """Content words that stand alone, within reach of what was found; function words are left unpaired."""
    n = len(forms2)
    near = np.zeros(n, dtype=np.bool_)
    some = False
    for j in range(n):
        if taken[j]:
            some = True
            for k in range(max(0, j - NEAR), min(n, j + NEAR + 1)):
                near[k] = True
    for i in range(len(forms)):
        if partner[i] >= 0 or weights[i] <= 0.05:
            continue
        best, place = np.float32(0.0), -1
        for j in range(n):
            if taken[j] or (some and not near[j]):
                continue
            like = _likeness(forms[i], stems[i], senses[i], forms2[j], stems2[j], senses2[j])
            if like > best:
                best, place = like, j
        if place >= 0:
            partner[i], worth[i], taken[place] = place, best, True
