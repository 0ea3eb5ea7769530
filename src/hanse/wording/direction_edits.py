"""Which words were struck, which inserted, and which kept?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from hanse.text.document import Span
from hanse.wording.flat import WORD, flat

LONG = 3000
"""Words of a text beyond which very frequent words no longer anchor the alignment, so that its time stays bounded."""
_STOPS = frozenset(".;:!?\n•")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written (folded, with offsets into the text), and whether a sentence or list item begins with it."""

    start: int
    end: int
    text: str
    opens: bool


Run = tuple[int, int]
"""Consecutive words of one side, half-open places."""


@dataclass(frozen=True)
class Edits:
    """Both texts as words, and the runs that differ, in order."""

    old: tuple[Word, ...]
    new: tuple[Word, ...]
    pairs: tuple[tuple[Run, Run], ...]
    """What was struck with what stands in its place; one of both may be empty."""

    @cached_property
    def struck(self) -> tuple[Run, ...]:
        return tuple(run for run, _ in self.pairs if run[0] < run[1])

    @cached_property
    def inserted(self) -> tuple[Run, ...]:
        return tuple(run for _, run in self.pairs if run[0] < run[1])

    @cached_property
    def kept(self) -> frozenset[str]:
        """Words that stand in both texts."""
        return frozenset(word.text for word in self.old) & frozenset(word.text for word in self.new)

    @property
    def spans(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The runs as offsets into the old and the new text."""
        return (
            tuple((self.old[a].start, self.old[b - 1].end) for a, b in self.struck),
            tuple((self.new[a].start, self.new[b - 1].end) for a, b in self.inserted),
        )


def edits(old: str, new: str) -> Edits:
    """The words in which two states of a text differ; case, accents and punctuation are no difference."""
    a, b = words(old), words(new)
    return Edits(a, b, tuple(_runs([word.text for word in a], [word.text for word in b])))


def words(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    folded, end = flat(text), 0
    found: list[Word] = []
    for match in WORD.finditer(folded):
        opens = not found or not _STOPS.isdisjoint(text[end : match.start()])
        end = match.end()
        found.append(Word(match.start(), end, match.group(), opens))
    return tuple(found)


def _runs(a: list[str], b: list[str]) -> Iterator[tuple[Run, Run]]:
    """What differs between the common beginning and the common end, as the longest common stretches leave it."""
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[len(a) - 1 - last] == b[len(b) - 1 - last]:
        last += 1
    a, b = a[first : len(a) - last], b[first : len(b) - last]
    matcher = SequenceMatcher(None, a, b, autojunk=len(a) + len(b) > LONG)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield (first + i, first + j), (first + k, first + m)
