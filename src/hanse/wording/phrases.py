"""Which of many known phrases stand where in a text?

A phrase is written as in a dictionary: words with spaces between. ``a|b`` either word; ``word?`` may be missing;
``_`` any one word; ``~`` none to three words. Hyphens and apostrophes count as spaces, diacritics do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
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


Candidate = tuple[int, re.Pattern[str], Label]
"""A phrase that may stand there: its words, what matches it, its label."""


class PhraseBook(Generic[Label]):
    """Phrases with a label each, found by their first word; of phrases that start together the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, Label]]) -> None:
        index: dict[str, dict[str, list[Candidate[Label]]]] = {}
        for phrase, label in entries:
            words = flat(phrase).replace("'", " ").replace("-", " ").split()
            candidate = (len(words), _pattern(words), label)
            for first in words[0].split("|"):
                behind = index.setdefault(first, {})
                for second in _seconds(words):
                    behind.setdefault(second, []).append(candidate)
        self._found: dict[str, tuple[Hit[Label], ...]] = {}
        self._index: Mapping[str, Mapping[str, list[Candidate[Label]]]] = {
            first: {
                second: sorted([*found, *(behind.get(_ANY, ()) if second else ())], key=lambda each: -each[0])
                for second, found in behind.items()
            }
            for first, behind in index.items()
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
        words = _words(flattened)
        for place, word in enumerate(words):
            if (behind := index.get(word)) is None:
                continue
            start = _starts(flattened)[place]
            if start < free:
                continue
            second = words[place + 1] if place + 1 < len(words) else _ANY
            best: Hit[Label] | None = None
            for _, pattern, label in behind.get(second) or behind.get(_ANY) or ():
                match = pattern.match(flattened, start)
                if match and (best is None or match.end() > best.end):
                    best = Hit(start, match.end(), label)
            if best:
                free = best.end
                yield best


_ANY = ""
"""In place of a second word: the phrase has none, or any word may stand there."""


def _seconds(words: list[str]) -> list[str]:
    """The words of which one has to stand behind the first."""
    if len(words) == 1 or words[1] in ("~", "_") or words[1].endswith("?"):
        return [_ANY]
    return words[1].split("|")


@lru_cache(maxsize=64)
def _words(flattened: str) -> list[str]:
    """The words of a text, which several books ask for in turn."""
    return WORD.findall(flattened)


@lru_cache(maxsize=64)
def _starts(flattened: str) -> list[int]:
    return [word.start() for word in WORD.finditer(flattened)]


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
