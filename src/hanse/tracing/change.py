"""Two texts revise a third: how much of what the one changed did the other change too?

What an ask and a new text share with an earlier one is there by nature; only their changes speak. Words put in are
worth their information. A stretch struck is one decision, where it begins and where it ends: it is worth little more
for being long, and agrees with another as far as their ends do. (Both follow the length of the shortest description
of an edit, as in Rissanen 1978: new words must be spelt out, struck ones only pointed at.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log1p

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq

from hanse.text.document import Span
from hanse.tracing.align import align
from hanse.tracing.information import Coded

LONGEST_RUN = 3
"""Words put in are compared in runs of one to this many, so that order counts."""
UNMADE = 0.5
"""Weight of what the ask would change and the text does not."""
UNASKED = 0.25
"""Weight of what the text changes and the ask would not."""
BLUR = 3.0
"""Words by which the ends of two struck stretches may lie apart for their agreement to fall to 1/e."""
REVISES = 0.20
"""Share of an earlier text's information that a text must have to be a revision of it."""
QUOTED = 3
"""Words in a row from which a text that is no revision of an earlier one has them from there."""

_Run = tuple[int, ...]
_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Change:
    """What a text does to an earlier one."""

    put_in: Mapping[_Run, float]
    """Runs of words put in, each with the mean information of its words."""
    struck: tuple[tuple[Span, float], ...]
    """Token ranges of the earlier text that are struck, each with its worth."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How much change an ask wants, how much a text makes, and how much of it is the same: sums of information."""

    asked_in: float
    asked_out: float
    made_in: float
    made_out: float
    both_in: float
    both_out: float

    @property
    def likeness(self) -> float:
        """How far the text makes the change that was asked for, 0 to 1: the index of Tversky (1977).

        An asked change that was not made counts more against uptake than a change made without being asked for.
        """
        both = self.both_in + self.both_out
        unmade = self.asked_in + self.asked_out - both
        unasked = self.made_in + self.made_out - both
        return both / (both + UNMADE * unmade + UNASKED * unasked) if both > 0 else 0.0


def agreement(earlier: Coded, ask: Coded, new: Coded) -> Agreement:
    """How the changes that ``ask`` and ``new`` make to ``earlier`` agree; everything is put in if that is empty."""
    wanted, made = change(earlier, ask), change(earlier, new)
    asked_out = sum(worth for _, worth in wanted.struck)
    made_out = sum(worth for _, worth in made.struck)
    return Agreement(
        asked_in=sum(wanted.put_in.values()),
        asked_out=asked_out,
        made_in=sum(made.put_in.values()),
        made_out=made_out,
        both_in=sum(min(worth, made.put_in.get(run, 0.0)) for run, worth in wanted.put_in.items()),
        both_out=min(asked_out, made_out, sum(_also_struck(each, made) for each in wanted.struck)),
    )


def change(earlier: Coded, text: Coded) -> Change:
    """What ``text`` puts into ``earlier`` and strikes from it; an empty text strikes everything.

    A text that is no revision of the earlier one strikes nothing: it only may have words from there.
    """
    if not text.tokens or (earlier.tokens and align(earlier, text).coverage >= REVISES):
        kept, in_text = _kept(earlier, text)
        struck = tuple(((start, end), log1p(float(earlier.weights[start:end].sum()))) for start, end in _gaps(kept))
    else:
        in_text, struck = _quoted(earlier, text), ()
    return Change(_runs(text, in_text), struck)


def _also_struck(wanted: tuple[Span, float], made: Change) -> float:
    """What a stretch that is struck in both is worth."""
    (start, end), worth = wanted
    return max(
        (
            min(worth, other) * (exp(-abs(start - first) / BLUR) + exp(-abs(end - last) / BLUR)) / 2
            for (first, last), other in made.struck
            if first < end and start < last
        ),
        default=0.0,
    )


def _kept(earlier: Coded, text: Coded) -> tuple[_Mask, _Mask]:
    """Which words of either stand in their longest common subsequence."""
    mine, theirs = np.zeros(len(earlier.tokens), dtype=bool), np.zeros(len(text.tokens), dtype=bool)
    for tag, a, b, c, d in LCSseq.opcodes(earlier.stems.tolist(), text.stems.tolist()):
        if tag == "equal":
            mine[a:b] = True
            theirs[c:d] = True
    return mine, theirs


def _quoted(earlier: Coded, text: Coded) -> _Mask:
    """Which words of ``text`` stand in ``earlier`` too, several in a row."""
    known = set(_grams(earlier, QUOTED))
    quoted = np.zeros(len(text.tokens), dtype=bool)
    for start, run in enumerate(_grams(text, QUOTED)):
        if run in known:
            quoted[start : start + QUOTED] = True
    return quoted


def _gaps(kept: _Mask) -> Iterator[Span]:
    """Ranges of what is not kept."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], kept, [True]))))
    for start, end in pairwise(edges.tolist()):
        if not kept[start]:
            yield start, end


def _runs(text: Coded, kept: _Mask) -> dict[_Run, float]:
    """The runs of words that hold at least one new word."""
    found: dict[_Run, float] = {}
    weights, new = np.concatenate(([0], text.weights.cumsum())), np.concatenate(([0], (~kept).cumsum()))
    for size in range(1, min(LONGEST_RUN, len(text.tokens)) + 1):
        means = ((weights[size:] - weights[:-size]) / size).tolist()
        holds_new = (new[size:] > new[:-size]).tolist()
        for run, mean, holds in zip(_grams(text, size), means, holds_new, strict=True):
            if holds and mean > found.get(run, 0.0):
                found[run] = mean
    return found


def _grams(text: Coded, size: int) -> Iterator[_Run]:
    stems = text.stems.tolist()
    return zip(*(stems[offset:] for offset in range(size)), strict=False)
