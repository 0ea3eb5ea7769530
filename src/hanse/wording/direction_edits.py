"""Which words were struck, which inserted, and which kept?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from hanse.text.document import Span
from hanse.wording.flat import WORD, flat
from hanse.wording.terms import small_words

LONG = 3000
"""Words of two texts beyond which very frequent words no longer anchor the alignment, to bound its time."""
ISLAND = 2
"""Small words at most that two rewritten stretches may share between them and still count as one."""
_STOPS = frozenset(".;:!?\n•")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded, with its offsets into the text, and whether a sentence or list item begins with it."""

    start: int
    end: int
    text: str
    opens: bool


Run = tuple[int, int]
"""Consecutive words of one side, half-open places."""


@dataclass(frozen=True)
class Edits:
    """Both texts as words, and in order what was struck with what stands in its place; one of both may be empty."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]
    pairs: tuple[tuple[Run, Run], ...]

    @cached_property
    def struck(self) -> tuple[Run, ...]:
        return tuple(run for run, _ in self.pairs if run[0] < run[1])

    @cached_property
    def inserted(self) -> tuple[Run, ...]:
        return tuple(run for _, run in self.pairs if run[0] < run[1])

    def spans(self, language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """What was struck and what was inserted, as offsets into the old and the new text.

        Stretches that are rewritten but for an article or a preposition between them are shown as one.
        """
        shown = _joined(self.pairs, self.old, small_words(language))
        return (
            tuple((self.old[a].start, self.old[b - 1].end) for (a, b), _ in shown if a < b),
            tuple((self.new[a].start, self.new[b - 1].end) for _, (a, b) in shown if a < b),
        )

    @cached_property
    def kept(self) -> frozenset[str]:
        """Words that stand in both texts."""
        return frozenset(word.text for word in self.old) & frozenset(word.text for word in self.new)


def edits(old: str, new: str) -> Edits:
    """The words in which two states of a text differ. Case, accents and punctuation make no difference."""
    a, b = words(old), words(new)
    return Edits(a, b, tuple(_pairs([word.text for word in a], [word.text for word in b])))


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    folded, end = flat(text), 0
    found: list[Word] = []
    for match in WORD.finditer(folded):
        opens = not found or not _STOPS.isdisjoint(text[end : match.start()])
        end = match.end()
        found.append(Word(match.start(), end, match.group(), opens))
    return tuple(found)


def _pairs(a: list[str], b: list[str]) -> Iterator[tuple[Run, Run]]:
    """What differs between the common beginning and the common end, as the longest common stretches leave it."""
    first = _alike(a, b)
    last = _alike(a[first:][::-1], b[first:][::-1])
    a, b = a[first : len(a) - last], b[first : len(b) - last]
    matcher = SequenceMatcher(None, a, b, autojunk=len(a) + len(b) > LONG)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield (first + i, first + j), (first + k, first + m)


def _alike(a: list[str], b: list[str]) -> int:
    """With how many words do both begin?"""
    return next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _joined(pairs: Sequence[tuple[Run, Run]], old: Sequence[Word], small: frozenset[str]) -> list[tuple[Run, Run]]:
    found: list[tuple[Run, Run]] = []
    for gone, come in pairs:
        if found and _replaced(*found[-1]) and _replaced(gone, come):
            (first, end), (start, _) = found[-1]
            if gone[0] - end <= ISLAND and all(word.text in small for word in old[end : gone[0]]):
                found[-1] = (first, gone[1]), (start, come[1])
                continue
        found.append((gone, come))
    return found


def _replaced(gone: Run, come: Run) -> bool:
    return gone[0] < gone[1] and come[0] < come[1]
