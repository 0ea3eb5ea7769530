"""How many matches this strong would chance give, in ordinary diplomatic prose?

The strength of a match is that of its best stretch: the words that ask and passage share to the letter, by how much
they surprise under the background (an n-gram model with backoff, Brants et al. 2007), less what every break costs. In
ordinary prose the number of stretches at least as strong grows with the number of places where they could begin, words
of the ask times words of the prose, as in the statistics of sequence alignment (Karlin & Altschul 1990). What falls
with strength is measured, not derived: `CURVE`, from speeches of different countries and years
(``scripts/fit-chance``). It falls steeply as long as words meet by accident, and slowly where texts share formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hanse.text.language_marks import FUNCTION_WORDS
from hanse.tracing.align import Alignment
from hanse.tracing.background import LONGEST, Background, background
from hanse.tracing.information import Coded

REACH = 4
"""Words of either text over which a stretch goes on."""
BREAK = 6.0
"""Nats that every such break costs."""
TELLING = 3.5
"""Nats of a word in a language that has no background; no context makes it likelier."""
SILENT = 1.0
"""Nats of a function word, or of a single character, there."""
FOREIGN = 0.5
"""Share of unknown words from which the background counts as not that of the ask's language."""
LONG = 1_000.0
"""Words from which those of an ask no longer count in full as places: a long text says things twice."""
HELD = 14
"""Words of an ask up to which its strongest stretch decides which passage of a document answers it."""
CURVE = (
    (0.0, 9.75e-5), (5.0, 6.38e-5), (7.0, 3.72e-5), (8.0, 1.77e-5), (9.0, 6.25e-6), (10.0, 2.33e-6),
    (11.0, 1.12e-6), (13.0, 3.33e-7), (15.0, 1.47e-7), (18.0, 4.69e-8),
    (22.0, 1.27e-8), (33.0, 2.43e-9), (63.0, 2.7e-11),
)  # fmt: skip
"""Nats of a stretch, and chance stretches at least as strong per pair of places; between and beyond, exponential."""


@dataclass(frozen=True, eq=False)
class Chance:
    """What chance gives, under a background and a curve measured with it."""

    past: Background
    curve: tuple[tuple[float, float], ...] = CURVE

    def expected(self, alignment: Alignment, prose: int = 0, searched: int = 0) -> float:
        """Chance matches at least as strong; see the function of that name."""
        words = max(1, len(alignment.passage.tokens))
        searched = max(searched, words)
        most = self.nothing(len(alignment.ask.tokens), searched, prose)
        if not len(alignment.mine):
            return most
        nats, begins = self.strongest(alignment), places(len(alignment.ask.tokens))
        rate = begins * self._rate(nats)
        if alignment.verbatim:
            rate = max(rate, float(np.exp(-nats)))
        here = words / searched
        given = here + (1 - here) * min(1.0, HELD / begins)
        return min(most, float(max(searched, prose) * given * rate))

    def nothing(self, ask: int, searched: int, prose: int = 0) -> float:
        """Chance matches at least as strong as none: one in every text of the size searched, or more."""
        searched = max(1, searched)
        return max(searched, prose) / searched * max(1.0, places(ask) * searched * self._rate(0.0))

    def strongest(self, alignment: Alignment) -> float:
        """Nats of the strongest stretch."""
        runs = _runs(alignment, self.past)
        totals: list[float] = []
        for k, run in enumerate(runs):
            total = run.nats
            for before in range(k - 1, -1, -1):
                if run.mine - runs[before].mine_end > REACH:
                    break
                if 0 <= run.theirs - runs[before].theirs_end <= REACH:
                    total = max(total, totals[before] + run.nats - BREAK)
            totals.append(total)
        return max(totals, default=0.0)

    def _rate(self, nats: float) -> float:
        strengths, rates = zip(*self.curve, strict=True)
        logs = np.log(rates)
        if nats <= strengths[-1]:
            return float(np.exp(np.interp(nats, strengths, logs)))
        slope = (logs[-1] - logs[-2]) / (strengths[-1] - strengths[-2])
        return float(np.exp(logs[-1] + slope * (nats - strengths[-1])))


def expected(alignment: Alignment, prose: int = 0, searched: int = 0) -> float:
    """Matches at least this strong that chance would give in ``prose`` words of ordinary diplomatic text; above 0.

    ``prose`` is the size of the record in words. ``searched`` is the size of the text in which the match was found;
    where it is more than the record, or there is no record, it counts instead: as many words as were searched can
    always match by chance. Over texts that owe each other nothing, about t matches per ``max(prose, searched)`` words
    have an expected number of t or less.

    It falls with the strength of the match, and rises with the lengths of ask and prose. A match without any word in
    common is as strong as none: every text of that size has one. Asks in a language other than that of the background
    (English) are measured by the number of their words, so that the figure is meant to err on the high side.
    """
    return shipped().expected(alignment, prose, searched)


def nothing(ask: int, searched: int, prose: int = 0) -> float:
    """The same for a text of ``searched`` words that has nothing of an ask of ``ask`` words."""
    return shipped().nothing(ask, searched, prose)


def surprisal(alignment: Alignment) -> float:
    """Nats by which all shared runs of words surprise, given the background."""
    return float(sum(run.nats for run in _runs(alignment, background())))


def places(words: int) -> float:
    """Where in an ask of so many words a stretch could begin: about as many, fewer in a long text."""
    return LONG * float(np.log1p(max(1, words) / LONG))


@lru_cache(maxsize=1)
def shipped() -> Chance:
    """Chance under the background that ships with the package."""
    return Chance(background())


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that stand in both texts, to the letter and unbroken: half-open token ranges."""

    mine: int
    mine_end: int
    theirs: int
    theirs_end: int
    nats: float


def _runs(alignment: Alignment, past: Background) -> list[_Run]:
    same = alignment.ask.forms[alignment.mine] == alignment.passage.forms[alignment.theirs]
    mine, theirs = alignment.mine[same], alignment.theirs[same]
    if not len(mine):
        return []
    cuts = np.flatnonzero((np.diff(mine) != 1) | (np.diff(theirs) != 1)) + 1
    known = _knows(past, alignment.ask)
    found = []
    for first, end in zip((0, *cuts.tolist()), (*cuts.tolist(), len(mine)), strict=True):
        start, other, size = int(mine[first]), int(theirs[first]), end - first
        forms = tuple(token.form for token in alignment.ask.tokens[start : start + size])
        nats = _nats(forms, past) if known else _nats_by_number(forms, alignment.ask.language)
        found.append(_Run(start, start + size, other, other + size, nats))
    return found


@lru_cache(maxsize=64)
def _knows(past: Background, ask: Coded) -> bool:
    """Whether the background is of the ask's language."""
    if ask.language != "en":
        return False
    unknown = past.frequencies([token.form for token in ask.tokens]) == 0
    return float(np.mean(unknown)) < FOREIGN


def _nats_by_number(forms: Sequence[str], language: str) -> float:
    silent = FUNCTION_WORDS.get(language, frozenset())
    return sum(SILENT if form in silent or len(form) == 1 else TELLING for form in forms)


@lru_cache(maxsize=50_000)
def _nats(forms: tuple[str, ...], past: Background) -> float:
    """Surprisal of one unbroken run: each word given up to four before it, as many as the background knows."""
    words = list(forms)
    often = {n: past.occurrences(words, n).tolist() for n in range(1, min(LONGEST, len(words)) + 1)}
    nats = 0.0
    for i in range(len(words)):
        chance = 1.0 / past.words
        for n in range(min(LONGEST, i + 1), 0, -1):
            here = often[n][i - n + 1]
            before = often[n - 1][i - n + 1] if n > 1 else past.words
            if here and before:
                chance = min(1.0, here / before)
                break
        nats -= float(np.log(chance))
    return nats
