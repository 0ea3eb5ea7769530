"""Where do corpora of any size come from, with reuse planted in them? Invented words, drawn as often as in real prose.

The words' ranks follow Zipf's law; the commonest are function words, all others are made up. The same seed gives the
same corpus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.prose import WORDS
from hanse.text.document import Document, Passage
from hanse.text.language_marks import FUNCTION_WORDS

VOCABULARY = 200_000
BATCH = 10_000
"""Passages that are drawn together."""
EDITED = 8
"""A lightly edited copy has one word in so many exchanged."""


@dataclass(frozen=True)
class Planted:
    """A corpus of ``size`` passages, some of which are copies of earlier ones: for every copy, which passage it has."""

    size: int
    copies: dict[int, int]
    edited: frozenset[int]
    seed: int

    @classmethod
    def of(cls, size: int, copies: int, seed: int = 1) -> Planted:
        """Copies stand in the last tenth and are of passages of the first nine; every second is lightly edited, the
        others share one run of 12 words or more."""
        random = np.random.default_rng(seed)
        places = np.sort(random.choice(np.arange(size - size // 10, size), copies, replace=False)).tolist()
        originals = random.choice(size - size // 10, copies, replace=False).tolist()
        return cls(size, dict(zip(places, originals, strict=True)), frozenset(places[::2]), seed)

    def documents(self) -> Iterator[Document]:
        """One document of one passage each."""
        kept: dict[int, list[str]] = {}
        wanted = set(self.copies.values())
        random = np.random.default_rng(self.seed + 1)
        for place, words in enumerate(self._passages()):
            if place in wanted:
                kept[place] = words
            if place in self.copies:
                words = self._copied(kept[self.copies[place]], words, place in self.edited, random)
            yield Document(f"d{place}", (Passage("p1", f"{' '.join(words).capitalize()}."),), language="en")

    def _copied(self, original: list[str], own: list[str], edited: bool, random: np.random.Generator) -> list[str]:
        if edited:
            words = list(original)
            for start in range(0, len(words), EDITED):
                at = start + int(random.integers(EDITED))
                if at < len(words):
                    words[at] = own[at % len(own)]
            return words
        length = int(random.integers(12, 21))
        start, at = int(random.integers(len(original) - length + 1)), int(random.integers(len(own) + 1))
        return [*own[:at], *original[start : start + length], *own[at:]]

    def _passages(self) -> Iterator[list[str]]:
        """Passages of 30 to 80 words."""
        words = vocabulary()
        chances = np.cumsum(1 / (np.arange(len(words)) + 2.7))
        random = np.random.default_rng(self.seed)
        for start in range(0, self.size, BATCH):
            lengths = random.integers(30, 81, min(BATCH, self.size - start))
            drawn = np.searchsorted(chances, random.random(lengths.sum()) * chances[-1])
            for end, length in zip(np.cumsum(lengths).tolist(), lengths.tolist(), strict=True):
                yield [words[rank] for rank in drawn[end - length : end].tolist()]


def vocabulary() -> list[str]:
    """Words in the order of their frequency."""
    random = np.random.default_rng(7)
    syllables = sorted(set(WORDS["syllables"]))
    made = dict.fromkeys(sorted(FUNCTION_WORDS["en"]))
    while len(made) < VOCABULARY:
        made.setdefault("".join(syllables[k] for k in random.integers(len(syllables), size=random.integers(2, 6))))
    return list(made)
