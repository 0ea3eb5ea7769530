"""Which of many known phrases stand where in a text?

A phrase is written as in a dictionary: words with spaces between. ``a|b`` either word; ``word?`` may be missing;
``_`` any one word; ``~`` none to three words. Hyphens and apostrophes count as spaces, diacritics do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from hanse.wording.flat import WORD, flat

Label = TypeVar("Label")
_GAP = r"[\s'\-]+"
REMEMBERED = 4_096
"""Texts whose phrases a book remembers: judging a pair reads the same few clauses many times."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[Label]):
    """A phrase found: half-open offsets and what the lexicon says of it."""

    start: int
    end: int
    label: Label


class PhraseBook(Generic[Label]):
    """Phrases with a label each, found by their first word; of phrases that start together the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, Label]]) -> None:
        index: dict[str, list[tuple[int, re.Pattern[str], Label]]] = {}
        for phrase, label in entries:
            words = flat(phrase).replace("'", " ").replace("-", " ").split()
            pattern = _pattern(words)
            for first in words[0].split("|"):
                index.setdefault(first, []).append((len(words), pattern, label))
        self._found: dict[str, tuple[Hit[Label], ...]] = {}
        self._index: Mapping[str, list[tuple[int, re.Pattern[str], Label]]] = {
            first: sorted(found, key=lambda each: -each[0]) for first, found in index.items()
        }

    def find(self, flattened: str) -> list[Hit[Label]]:
        """All phrases in a text already made ``flat``, left to right, none inside another."""
        known = self._found.get(flattened)
        if known is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            known = self._found[flattened] = tuple(self._scan(flattened))
        return list(known)

    def _scan(self, flattened: str) -> Iterator[Hit[Label]]:
        free = 0
        index = self._index
        for word in WORD.finditer(flattened):
            start = word.start()
            if start < free or (candidates := index.get(word.group())) is None:
                continue
            best: Hit[Label] | None = None
            for _, pattern, label in candidates:
                match = pattern.match(flattened, start)
                if match and (best is None or match.end() > best.end):
                    best = Hit(start, match.end(), label)
            if best:
                free = best.end
                yield best


def _pattern(words: list[str]) -> re.Pattern[str]:
    source = f"(?:{words[0]})" if "|" in words[0] else words[0]
    for word in words[1:]:
        if word == "~":
            source += r"(?:[\s'\-,]+[^\W_]+){0,3}?"
        elif word == "_":
            source += rf"{_GAP}[^\W_]+"
        elif word.endswith("?"):
            source += f"(?:{_GAP}(?:{word[:-1]}))?"
        else:
            source += f"{_GAP}(?:{word})"
    return re.compile(source + r"(?![^\W_])")
