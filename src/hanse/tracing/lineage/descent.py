"""From which earlier appearance did a later one come?

As a stemma is drawn from the variants of a text: every appearance descends from the earlier one from which it differs
least. Ties only lead forward in time, so that the nearest parent of each makes the minimum spanning arborescence of the
differences (Edmonds 1967); phylomemetics (Howe & Windram 2011) and the phrase graphs of Leskovec, Backstrom & Kleinberg
(2009) go the same way. It is the likeliest way and no proof: a tie says on what it rests and how many are as near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from hanse.text.document import Span
from hanse.text.sentences import sentences
from hanse.text.tokens import tokens
from hanse.tracing.lineage.change import change
from hanse.tracing.lineage.context import BLOCK, NOISE, STEP, Contexts
from hanse.tracing.lineage.dates import Days
from hanse.tracing.lineage.index import Concordance
from hanse.tracing.lineage.places import Place
from hanse.tracing.lineage.value import Appearance, Basis, Change, Tie, Way
from hanse.wording.direction import direction

KIN = 0.25
"""Share of the words around from which two contexts are kin, where one is the nearest of up to a hundred: what one in a
thousand pairs of places reaches that have the same words in General Debate speeches of different States."""
PER_TENFOLD = 0.15
"""By so much more the nearest of ten times as many is alike by chance: one pair in ten thousand reaches .43."""
LONG = 8
"""Words in a row, all kept, that hardly come about twice."""
HALF = 0.5
"""Share of a sentence's letters that it must have kept for its change to be told."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Dated:
    """An appearance with its days and its place in the concordance."""

    appearance: Appearance
    days: Days
    place: Place
    ancestors: tuple[str, ...]
    """Documents that its own says it revises, nearest first."""


def ties(concordance: Concordance, dated: Sequence[Dated]) -> tuple[Tie, ...]:
    """The tie of every appearance to its parent, in order; ``dated`` stands in order of date.

    A version that the document itself says it revises is the parent. Else the surely earlier appearance is, whose
    wording in its context is nearest, half by the words themselves and half by those around; of equals one of the same
    actor, then the latest, then the last in order.
    """
    found = []
    for near in _nearest(concordance, dated):
        old, new = dated[near.parent].appearance, dated[near.child].appearance
        words = change(old.passage.text, old.span, new.passage.text, new.span, new.language)
        long = any(len(tokens(new.passage.text[a:b], new.language)) >= LONG for a, b in words.kept)
        alike = long or near.likeness >= _kin(near.among)
        basis: Basis = "stated" if near.stated else "alike" if alike else "words"
        sentence = _of_sentences(old, new) if basis != "words" else None
        way = _way(old, new) if sentence and sentence.changed else None
        found.append(Tie(old.document, new.document, basis, near.likeness, near.equals, words, sentence, way))
    return tuple(found)


def _way(old: Appearance, new: Appearance) -> Way:
    before, after = (each.passage.text[slice(*sentence_around(each))] for each in (old, new))
    return direction(before, after).label


def _kin(among: int) -> float:
    """The share of the words around from which the nearest of so many is kin."""
    return KIN + PER_TENFOLD * max(0.0, log10(max(1, among) / 100))


def _of_sentences(old: Appearance, new: Appearance) -> Change | None:
    """What became of the whole sentence; None where less than half of the later one is the earlier one's."""
    start, end = sentence_around(new)
    found = change(old.passage.text, sentence_around(old), new.passage.text, (start, end), new.language)
    return found if sum(b - a for a, b in found.kept) >= HALF * (end - start) else None


class _Nearest(NamedTuple):
    """An appearance and its parent, by their places; ``among`` so many earlier ones was looked."""

    child: int
    parent: int
    stated: bool
    likeness: float
    equals: int
    among: int


def _nearest(concordance: Concordance, dated: Sequence[Dated]) -> Iterator[_Nearest]:
    if not dated:
        return
    starts, ends = (np.array([each.days[side].replace("-", "") for each in dated], dtype=np.int64) for side in (0, 1))
    actors = np.array([each.appearance.actor for each in dated])
    named = {each.appearance.document: k for k, each in enumerate(dated)}
    contexts = Contexts.of(concordance, [each.place for each in dated])
    for block in range(0, len(dated), BLOCK):
        rows = slice(block, block + BLOCK)
        alike = contexts.alike(rows)
        apart = _apart(concordance, dated, rows)
        for k, child in enumerate(range(len(dated))[rows]):
            stated = next((named[id] for id in dated[child].ancestors if named.get(id, child) < child), None)
            if stated is not None:
                yield _Nearest(child, stated, True, round(float(alike[k, stated]), 4), 0, 1)
                continue
            earlier = np.flatnonzero(ends < starts[child])
            if not len(earlier):
                continue
            near = np.where(alike[k, earlier] < NOISE, 0, alike[k, earlier])
            cost = np.round((apart[k, earlier] + 1 - near) / 2 / STEP)
            same = (actors[earlier] == actors[child]) & (actors[child] != "")
            parent = int(earlier[np.lexsort((-earlier, -ends[earlier], ~same, cost))[0]])
            likeness = float(alike[k, parent])
            equals = int((cost == cost.min()).sum()) - 1
            yield _Nearest(child, parent, False, round(likeness, 4), equals, len(earlier))


def _apart(concordance: Concordance, dated: Sequence[Dated], rows: slice) -> Floats:
    """Share of the words, 0 to 1, that must go or come to turn one wording into the other, for a block against all."""
    wordings = [
        tuple(concordance.forms[concordance.words[each.place.first : each.place.last + 1]].tolist()) for each in dated
    ]
    distinct = {wording: k for k, wording in enumerate(dict.fromkeys(wordings))}
    here = list(dict.fromkeys(wordings[rows]))
    table = cdist(here, list(distinct), scorer=Indel.normalized_distance, dtype=np.float32)
    own = {wording: k for k, wording in enumerate(here)}
    which = np.array([distinct[wording] for wording in wordings])
    apart: Floats = table[[own[wording] for wording in wordings[rows]]][:, which]
    return apart


def sentence_around(appearance: Appearance) -> Span:
    """The sentence that has the words, or the several over which they go."""
    text, (first, last) = appearance.passage.text, appearance.span
    inside = [span for span in sentences(text, appearance.language) if span[0] < last and first < span[1]]
    return (min(inside[0][0], first), max(inside[-1][1], last)) if inside else (first, last)
