"""In which passages do the sought words stand, unbroken, inflected, or changed?

A phrase is sought by its words; what is longer, and every longer ask, is judged as an ask is: by aligning it with the
stretches that have most of its information.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.text.tokens import Token, tokens
from hanse.tracing.align import Alignment, align
from hanse.tracing.board import How
from hanse.tracing.information import SILENT, Coder, weights
from hanse.tracing.judgement import how
from hanse.tracing.lineage.index import Concordance, Ints
from hanse.tracing.overlap import LEAST, overlap
from hanse.tracing.senses import expressions
from hanse.wording.synonyms import classes

LONGEST_PHRASE = 12
"""Words up to which a text is a phrase, every word of which counts; what is longer is judged as an ask is."""
ENOUGH = 0.7
"""Share of a phrase's information that a changed form must have: three words of four, all of three."""
DENSE = 0.5
"""Share of a changed form's information, from its first word to its last, that must be the phrase's."""
SPREAD = 2
"""Tokens over which a changed phrase may be spread, for each of its own; an ask over one more."""
MARGIN = 10
"""Tokens around a stretch that are looked at when it is aligned with an ask."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a passage that has the words: its first and last word in the concordance, and the spans in text."""

    passage: int
    first: int
    last: int
    how: How
    coverage: float
    spans: tuple[Span, ...]


def places(concordance: Concordance, phrase: str) -> list[Place]:
    """The best stretch of every passage that has the phrase, in the order of the passages."""
    found: dict[int, Place] = {}
    for language in concordance.spoken:
        sought = Sought.of(phrase, language, concordance)
        for place in sought.places():
            found.setdefault(place.passage, place)
    return [found[passage] for passage in sorted(found)]


def needed(phrase: str, language: str) -> tuple[str, ...]:
    """Words of which every passage of a language that has the phrase, in whatever form, has at least one: the rarest.

    For a store that can look words up before it reads passages. Empty where no word can be told: of texts longer than a
    phrase, which may be answered in synonyms.
    """
    found = tokens(phrase, language)
    if len(found) > LONGEST_PHRASE:
        return ()
    told = weights([each.form for each in found], language)
    content = [k for k in range(len(found)) if told[k] > SILENT] or list(range(len(found)))
    content.sort(key=lambda k: (-told[k], k))
    whole = float(told[content].sum())
    lacking, chosen = 0.0, []
    for k in content:
        chosen.append(phrase[found[k].start : found[k].end])
        lacking += float(told[k])
        if lacking > (1 - ENOUGH) * whole + 1e-6:
            break
    return tuple(dict.fromkeys(chosen))


@dataclass(frozen=True, eq=False)
class Sought:
    """A phrase as it is looked for in the documents of one language."""

    phrase: str
    language: str
    concordance: Concordance
    tokens: tuple[Token, ...]
    weights: npt.NDArray[np.float32]

    @classmethod
    def of(cls, phrase: str, language: str, concordance: Concordance) -> Sought:
        found = tokens(phrase, language)
        return cls(phrase, language, concordance, found, weights([each.form for each in found], language))

    def places(self) -> Iterator[Place]:
        """Unbroken and to the letter, then inflected, then changed; a passage that comes again is worse."""
        held = self.concordance
        exact = [held.with_form(token.form) for token in self.tokens]
        yield from self._unbroken(exact, "verbatim")
        of_stem = held.tongue(self.language).of_stem
        alike = [sorted({*same, *of_stem.get(token.key, ())}) for same, token in zip(exact, self.tokens, strict=True)]
        yield from self._unbroken(alike, "close")
        content = np.flatnonzero(self.weights > SILENT)
        if len(content) < 2:
            return
        if len(self.tokens) <= LONGEST_PHRASE:
            yield from self._changed(alike, content)
        else:
            yield from self._answering(alike, content)

    def _unbroken(self, alike: Sequence[list[int]], how: How) -> Iterator[Place]:
        held, size = self.concordance, len(alike)
        rarest = min(range(size), key=lambda k: held.count(alike[k]))
        starts = held.places(alike[rarest], self.language) - rarest
        starts = starts[(starts >= 0) & (starts + size <= len(held.words))]
        starts = starts[held.passage_at(starts) == held.passage_at(starts + size - 1)]
        for k, each in enumerate(alike):
            starts = starts[np.isin(held.words[starts + k], each)]
        for passage, start in zip(*_firsts(held.passage_at(starts), starts), strict=True):
            yield Place(passage, start, start + size - 1, how, 1.0, (self._span(passage, start, start + size - 1),))

    def _changed(self, alike: Sequence[list[int]], content: Ints) -> Iterator[Place]:
        """Stretches with enough of the phrase's words, in whatever order, and not too many others among them.

        Of two words both must stand there, in their order: turned round they are another phrase.
        """
        distinct = len({tuple(alike[k]) for k in content})
        if distinct < 2:
            return
        told = self.concordance.tongue(self.language).weights
        own = {word for same in alike for word in same}
        order = [self.tokens[k].key for k in content]
        enough = ENOUGH if distinct > 2 else 1.0
        for passage, first, last, coverage in self._windows(alike, content, enough, SPREAD * len(alike)):
            words = self.concordance.words[first : last + 1]
            mine = np.array([word in own for word in words.tolist()])
            said = told[words]
            if said[mine].sum() < DENSE * said.sum():
                continue
            here = self.concordance.tokens(passage)
            begin = int(self.concordance.starts[passage])
            keys = [here[k - begin].key for k in range(first, last + 1) if told[self.concordance.words[k]] > SILENT]
            spans = tuple(self._span(passage, first + a, first + b) for a, b in _stretches(mine))
            yield Place(passage, first, last, "close" if keys == order else "paraphrase", round(coverage, 4), spans)

    def _answering(self, alike: Sequence[list[int]], content: Ints) -> Iterator[Place]:
        """Stretches that have an ask, synonyms counted."""
        coder = Coder()
        ask = coder.code(self.phrase, self.language)
        wider = self._with_synonyms(alike)
        for passage, first, last, _ in self._windows(wider, content, LEAST, (SPREAD + 1) * len(alike)):
            begin, end = (int(place) for place in self.concordance.starts[passage : passage + 2])
            first, last = max(begin, first - MARGIN), min(end - 1, last + MARGIN)
            start, stop = self._span(passage, first, last)
            alignment = align(ask, coder.code(self.concordance.passages[passage][1].text[start:stop], self.language))
            if len(alignment.mine) and overlap(alignment, ask.weights).has:
                yield _answer(passage, first, start, alignment)

    def _with_synonyms(self, alike: Sequence[list[int]]) -> list[list[int]]:
        """For each word all that may stand for it: of every expression with its sense the word that tells most."""
        of_stem = self.concordance.tongue(self.language).of_stem
        wider = [list(each) for each in alike]
        senses = classes(self.language)
        for found in expressions([token.key for token in self.tokens], self.language):
            same = (expression for expression, sense in senses.items() if sense == found.sense)
            stems = {_rarest(tokens(expression, self.language), self.language) for expression in same}
            stand_in = {word for stem in stems for word in of_stem.get(stem, ())}
            for k in range(found.first, found.last + 1):
                wider[k] = sorted({*wider[k], *stand_in})
        return wider

    def _windows(
        self, alike: Sequence[list[int]], content: Ints, least: float, reach: int
    ) -> Iterator[tuple[int, int, int, float]]:
        """The stretch of each passage, at most ``reach`` words long, that has most of the phrase's information, if that
        is ``least``: passage, first word, last word, share. Of equals the shortest, then the first. A word that the
        phrase has twice counts twice where it stands once; two words count in their order alone."""
        held = self.concordance
        groups: dict[tuple[int, ...], float] = {}
        for k in content:
            groups[tuple(alike[k])] = groups.get(tuple(alike[k]), 0.0) + float(self.weights[k])
        whole, count = sum(groups.values()), len(groups)
        each = [held.places(same, self.language) for same in groups]
        at = np.concatenate(each)
        word = np.repeat(np.arange(count), [len(places) for places in each])
        order = np.lexsort((word, at))
        at, word = at[order], word[order]
        worth = np.array(list(groups.values()))
        rows = held.passage_at(at)
        pairs = np.unique(rows * count + word)
        sums = np.bincount(pairs // count, weights=worth[pairs % count], minlength=len(held.passages))
        for passage in np.flatnonzero(sums >= least * whole - 1e-6).tolist():
            a, b = np.searchsorted(rows, [passage, passage + 1])
            best = _densest(at[a:b].tolist(), word[a:b].tolist(), worth.tolist(), reach, in_order=count == 2)
            if best and best[0] >= least * whole - 1e-6:
                yield passage, best[1], best[2], best[0] / whole

    def _span(self, passage: int, first: int, last: int) -> Span:
        here, begin = self.concordance.tokens(passage), int(self.concordance.starts[passage])
        return here[first - begin].start, here[last - begin].end


def _rarest(expression: Sequence[Token], language: str) -> str:
    """The stem of the word that tells most."""
    told = weights([token.form for token in expression], language)
    return expression[int(np.argmax(told))].key


def _answer(passage: int, begin: int, start: int, alignment: Alignment) -> Place:
    """The aligned words of a stretch that begins with the word ``begin`` of the library, ``start`` of its passage."""
    first, last = int(alignment.theirs.min()), int(alignment.until.max())
    spans = tuple(sorted({(start + one, start + other) for one, other in alignment.spans()[1]}))
    worded = how(alignment) or "paraphrase"
    return Place(passage, begin + first, begin + last, worded, round(alignment.coverage, 4), spans)


def _densest(
    at: list[int], word: list[int], worth: list[float], reach: int, *, in_order: bool = False
) -> tuple[float, int, int] | None:
    """The stretch with the most of the words' worth, of equals the shortest: worth, first and last place.

    Where it must be ``in_order``, one that ends with an earlier word than it begins with is none.
    """
    best: tuple[tuple[float, int], int, int] | None = None
    count = [0] * len(worth)
    total, left = 0.0, 0
    for right in range(len(at)):
        if not count[word[right]]:
            total += worth[word[right]]
        count[word[right]] += 1
        while at[right] - at[left] >= reach or count[word[left]] > 1:
            count[word[left]] -= 1
            if not count[word[left]]:
                total -= worth[word[left]]
            left += 1
        if in_order and word[left] > word[right]:
            continue
        measure = (round(total, 6), at[left] - at[right])
        if best is None or measure > best[0]:
            best = measure, at[left], at[right]
    return (best[0][0], best[1], best[2]) if best else None


def _firsts(rows: Ints, starts: Ints) -> tuple[list[int], list[int]]:
    """Each passage once, with its first place."""
    passages, places = np.unique(rows, return_index=True)
    return passages.tolist(), starts[places].tolist()


def _stretches(mine: npt.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Runs of True, as first and last place."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mine, [False]]).astype(np.int8)))
    yield from ((int(a), int(b) - 1) for a, b in edges.reshape(-1, 2))
