"""How alike in meaning are an ask and the sentences of a version, where their words cannot be compared?

Two signals: terms of the field that both texts use, by the glossary of six languages; and the cosine of their
sentence vectors, where a model is at hand. Either serves alone; together they are weighed. How strong a likeness must
be, and how often chance gives one, was fitted on half of the authored pairs in tests/tracing/languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from hanse.text.document import Span
from hanse.text.spoken import plainly, spoken
from hanse.tracing.across import glossary
from hanse.tracing.across.semantic import Vectors, vectors
from hanse.tracing.asked import Placed
from hanse.tracing.place import Version

VECTORS_WEIGH = 0.7
"""Weight of the cosine beside the terms' likeness."""
LONG = 5_000
"""Sentences above which only those with most of the ask's terms get a vector: a thousand pages take a minute."""
LIKELIEST = 300
"""How many those are."""
SHORT = 8
"""Words below which an item is read together with the chapeau it hangs on."""
_ALL = slice(None)
_NO_ANSWER = frozenset({"title", "heading"})

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Scale:
    """How a likeness of one kind is read."""

    by: str
    """What it was found by, for a person."""
    found: float
    """Likeness from which a sentence has what is asked."""
    near: float
    """Likeness from which it is named as the nearest."""
    level: float
    """Logarithm of the share of unrelated sentences of one field that reach a likeness of 0."""
    slope: float
    """By how much that logarithm falls with each unit of likeness."""

    def least(self, sentences: int) -> float:
        """Likeness from which one of so many sentences has what is asked: never one that chance would give once."""
        return max(self.found, float(self.level + np.log(max(1, sentences))) / self.slope)

    def chance(self, likeness: float, sentences: int) -> float:
        """How many of so many unrelated sentences would be as alike by chance."""
        return float(sentences * min(1.0, np.exp(self.level - self.slope * likeness)))


BOTH = Scale("sentence vectors and terms of the field", found=0.58, near=0.45, level=2.09, slope=19.69)
VECTORS = Scale("sentence vectors", found=0.60, near=0.47, level=2.96, slope=19.77)
TERMS = Scale("terms of the field", found=0.70, near=0.55, level=-0.37, slope=10.59)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a version, or a whole passage of several: what a vector is made of."""

    place: int
    """The passage's place in the version."""
    span: Span
    """Where it stands in the passage."""
    text: str
    """Its words, behind the chapeau's where they are few."""
    language: str
    amended: bool = False
    """Whether these are the words with every tracked insertion accepted."""


@dataclass(frozen=True, eq=False)
class Units:
    """The units of a version, with what is known of each."""

    units: tuple[Unit, ...]

    @classmethod
    def of(cls, version: Version) -> Units:
        told = Counter(spoken(placed.passage.text) for placed in version.placed)
        mostly = max(told, key=lambda each: (each != "", told[each], each), default="")
        units = tuple(unit for place, placed in enumerate(version.placed) for unit in _units(place, placed, mostly))
        return cls(units)

    @cached_property
    def languages(self) -> frozenset[str]:
        return frozenset(unit.language for unit in self.units)

    @cached_property
    def terms(self) -> tuple[tuple[glossary.Term, ...], ...]:
        """The terms of each."""
        return tuple(glossary.terms(unit.text, unit.language) for unit in self.units)


@dataclass(eq=False)
class Meaning:
    """What compares meanings in one trace; remembers the versions that it has read."""

    vectors: Vectors | None = None
    within: bool = False
    """Whether nearest passages are also looked for in the ask's own language."""
    _read: dict[Version, Units] = field(default_factory=dict)
    _encoded: dict[Units, Floats] = field(default_factory=dict)
    _foreign: dict[tuple[Version, str], frozenset[str]] = field(default_factory=dict)

    @classmethod
    def wanted(cls, semantic: bool | Vectors | None) -> Meaning:
        """What a switch asks for, as `hanse.tracing.trace.trace` has it."""
        return cls(vectors(semantic), within=semantic not in (None, False))

    def foreign(self, version: Version, language: str) -> frozenset[str]:
        """The other languages that passages of a version are written in."""
        if (version, language) not in self._foreign:
            told = {
                spoken(placed.passage.text)
                for placed in version.placed
                if placed.passage.kind not in _NO_ANSWER and not plainly(language, placed.coded.tokens)
            }
            self._foreign[version, language] = frozenset(told - {"", language})
        return self._foreign[version, language]

    def units(self, version: Version) -> Units:
        if version not in self._read:
            self._read[version] = Units.of(version)
        return self._read[version]

    def scale(self, one: str, other: str) -> Scale | None:
        """By what texts of two languages can be compared; None where by nothing."""
        by_terms = one in glossary.LANGUAGES and other in glossary.LANGUAGES
        if self.vectors and {one, other} <= self.vectors.languages:
            return BOTH if by_terms else VECTORS
        return TERMS if by_terms else None

    def likeness(self, texts: list[str], language: str, units: Units) -> Floats:
        """Texts of one language x units: likeness from 0 to 1, each on the scale of its pair of languages."""
        by_terms = np.array([self._by_terms(text, language, units) for text in texts], dtype=np.float32)
        scales = {code: self.scale(language, code) for code in units.languages}
        told = np.array([_share_of_terms(scales[unit.language]) for unit in units.units], dtype=np.float32)
        if self.vectors is None or not len(told):
            return by_terms * told
        few = self._worth_encoding(by_terms, units, scales)
        cosines = np.zeros_like(by_terms)
        cosines[:, few] = self.cosines(texts, units, few)
        known = np.array([scales[unit.language] in (BOTH, VECTORS) for unit in units.units])
        alike: Floats = np.where(known, (1 - told) * cosines, 0) + told * by_terms
        return alike

    def cosines(self, texts: Sequence[str], units: Units, few: Sequence[int] | slice = _ALL) -> Floats:
        """Texts x units, or only ``few`` of the units: cosines of their vectors, from 0 to 1.

        The vectors of all units are made once. Those of a few are made one by one, so that their last bits do not
        depend on what they were made with.
        """
        model = self.vectors
        assert model is not None
        if isinstance(few, slice):
            if units not in self._encoded:
                self._encoded[units] = model.encode([unit.text for unit in units.units])
            encoded = self._encoded[units]
        else:
            encoded = np.vstack([model.encode([units.units[row].text]) for row in few])
        found: Floats = np.clip(model.encode(texts) @ encoded.T, 0, 1)
        return found

    def _by_terms(self, text: str, language: str, units: Units) -> list[float]:
        mine = glossary.terms(text, language)
        return [glossary.shared(mine, theirs) for theirs in units.terms] if mine else [0.0] * len(units.units)

    def _worth_encoding(self, by_terms: Floats, units: Units, scales: dict[str, Scale | None]) -> list[int] | slice:
        """Of a very long version the units with most of the terms, where terms tell; else all."""
        if len(units.units) <= LONG or VECTORS in scales.values():
            return _ALL
        order = np.argsort(-by_terms.max(axis=0), kind="stable")[:LIKELIEST]
        return sorted(int(row) for row in order)


def _share_of_terms(scale: Scale | None) -> float:
    """How much terms count on a scale."""
    return 0.0 if scale in (None, VECTORS) else 1.0 if scale is TERMS else 1 - VECTORS_WEIGH


def _units(place: int, placed: Placed, mostly: str) -> list[Unit]:
    """Each sentence of a passage, and all of it where it has more than one; ``mostly`` is the version's language."""
    passage = placed.passage
    if passage.kind in _NO_ANSWER or not (passage.text.strip() or placed.standing.has_insertions):
        return []
    spans = list(placed.sentences)
    if len(spans) > 1:
        spans.append((spans[0][0], spans[-1][1]))
    language = spoken(passage.text) or mostly
    found = [Unit(place, span, _under_chapeau(placed, passage.text[slice(*span)]), language) for span in spans]
    if placed.standing.has_insertions:
        found.append(Unit(place, (0, len(passage.text)), placed.standing.inserted[0], language, amended=True))
    return found


def _under_chapeau(placed: Placed, sentence: str) -> str:
    few = placed.chapeau and len(sentence.split()) < SHORT
    return f"{placed.chapeau} {sentence}" if few else sentence
