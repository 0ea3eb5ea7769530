"""Does a passage have an ask, has it the whole of it, or does it only sound alike?

What an ask lacks in the passage may be said there in other words (a paraphrase: near the aligned words stand others
that the ask does not have) or not at all (a part left out: nothing stands in its stead). Only the second is a loss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.tracing.align import Alignment
from hanse.tracing.information import Coded
from hanse.tracing.negation import said_by_denying

REACH = 4
"""Tokens around an aligned word in which other words may stand in for what the ask lacks."""
HAS = 0.52
"""Share of the ask's information from which a passage has it, if the words around fit as well as they mostly do."""
FIT = 0.75
"""Share of the words around that mostly are the ask's."""
LEAN = 0.6
"""How far a better fit lowers the share needed, and a worse one raises it."""
LEAST = HAS + LEAN * (FIT - 1)
"""Share of the ask's information below which no fit, however good, makes a passage have it."""
LOSS = 0.17
"""Share of the substance that may be lost before an ask is only partly reflected."""
CORE = 0.33
"""Share of the substance below which even a paraphrase has only part of an ask."""
SAME_PLACE = 0.85
"""What a word counts whose place another one has taken, by a rule of wording."""
CLOSE = 4
"""Tokens from one aligned word to the next within which the two hold together."""
BONDED = 0.34
"""Share of the aligned words that must hold together; scattered words are alike by chance."""
LOOSE = 0.5
"""The most that scattered words can fit."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares from 0 to 1 of the ask's substance: words that say something, without directive and bearer."""

    coverage: float
    """Share of all the ask's information, directive and bearer included."""
    recall: float
    """Share of the substance that is aligned."""
    fit: float
    """Share of the passage's own words around the aligned ones that are aligned."""
    loss: float
    """Share of the substance that is neither aligned nor said in other words."""

    @property
    def has(self) -> bool:
        """Whether the passage has the ask at all."""
        return self.coverage >= HAS + LEAN * (FIT - self.fit)

    @property
    def whole(self) -> bool:
        """Whether it has the whole of it."""
        return self.loss <= LOSS and self.recall >= CORE


def overlap(
    alignment: Alignment,
    substance: npt.NDArray[np.float32],
    frame: tuple[Span, ...] = (),
    changed: tuple[tuple[Span, Span], ...] = (),
) -> Overlap:
    """How an ask and a passage overlap.

    ``substance`` has one weight per token of the ask, nothing where a word is no substance; ``frame`` holds the spans
    of directive word and bearer in the passage, which are no words of its own. ``changed`` holds spans of the ask and
    of the passage of which rules of wording know that the one became the other ("suspended", "resumed"): they are the
    same place of the text, and count as aligned.
    """
    if alignment.verbatim:
        return Overlap(1.0, 1.0, 1.0, 0.0)
    ask, passage = alignment.ask, alignment.passage
    wanted = ask.content & (substance > 0)
    found = np.zeros(len(wanted), dtype=bool)
    found[alignment.mine] = True
    taken, near = np.zeros((2, len(passage.tokens)), dtype=bool)
    first_of, last_of = _sentences(passage)
    for first, last in zip(alignment.theirs, alignment.until, strict=True):
        taken[first : last + 1] = True
        near[max(first_of[first], first - REACH) : min(last_of[last], last + REACH) + 1] = True
    known = found.copy()
    for mine, theirs in changed:
        found |= _within(ask, mine)
        taken |= _within(passage, theirs)
    coverage = alignment.coverage + SAME_PLACE * float(ask.weights[found & ~known].sum()) / (ask.information or 1.0)
    found |= said_by_denying(ask, found, passage, taken)
    taken |= said_by_denying(passage, taken, ask, found)
    framed = [any(start <= token.start < end for start, end in frame) for token in passage.tokens]
    around = near & passage.content & (taken | ~np.array(framed, dtype=bool))
    size = float(substance[wanted].sum()) or 1.0
    lack = float(substance[wanted & ~found].sum())
    surplus = float(passage.weights[around & ~taken].sum())
    own = float(passage.weights[around].sum()) or 1.0
    fit = 1 - surplus / own
    if _bonded(alignment) < BONDED:
        fit = min(fit, LOOSE)
    return Overlap(min(1.0, coverage), 1 - lack / size, fit, max(0.0, lack - surplus) / size)


def _within(text: Coded, span: Span) -> npt.NDArray[np.bool_]:
    return np.array([span[0] <= token.start < span[1] for token in text.tokens], dtype=bool)


_ENDS = re.compile(r"[.!?;:]\s")


def _sentences(text: Coded) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """For every token the first and the last token of the sentence it stands in."""
    between = (text.text[one.end : other.start] for one, other in pairwise(text.tokens))
    opens = np.array([True, *(bool(_ENDS.search(gap)) for gap in between)])[: len(text.tokens)]
    number = np.cumsum(opens) - 1
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(text.tokens)) - 1
    return starts[number], ends[number]


def _bonded(alignment: Alignment) -> float:
    """Share of the aligned content words that stand close to another one in both texts, in the same order."""
    content = alignment.ask.content[alignment.mine]
    mine, theirs = alignment.mine[content], alignment.theirs[content]
    close = (np.diff(mine) <= CLOSE) & (np.diff(theirs) >= 0) & (np.diff(theirs) <= CLOSE)
    bonded = np.zeros(len(mine), dtype=bool)
    bonded[:-1] |= close
    bonded[1:] |= close
    return float(bonded.mean()) if len(mine) else 0.0
