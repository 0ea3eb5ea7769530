"""Where do patterns that open with known words match? Tried at those words only, and not at every letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hanse.wording.flat import WORD
from hanse.wording.phrases import Hit

_LITERAL = re.compile(r"[a-z]+(?![a-z]*[?*{])|[a-z]+(?=[a-z][?*{])")


REMEMBERED = 50_000
"""Words of which a book remembers what may open with them."""


class OpenBook:
    """Regular expressions over ``flat`` text, with a label each; finds what ``re.finditer`` finds, only sooner."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._entries = [(re.compile(pattern), openings(pattern), label) for pattern, label in entries]
        self._anywhere = [number for number, (_, known, _) in enumerate(self._entries) if not known]
        self._all = tuple(opening for _, known, _ in self._entries for opening in known)
        self._letters = frozenset(opening[0] for opening in self._all)
        self._by_word: dict[str, tuple[int, ...]] = {}

    def find(self, flattened: str) -> list[Hit[str]]:
        """For each expression in turn all its matches, left to right, none inside another of the same expression."""
        starts: dict[int, list[int]] = {}
        known = self._by_word
        for match in WORD.finditer(flattened):
            word = match.group()
            if word[0] in self._letters:
                numbers = known.get(word)
                for number in self._opened(word) if numbers is None else numbers:
                    starts.setdefault(number, []).append(match.start())
        found = []
        for number in sorted([*self._anywhere, *starts]):
            pattern, _, label = self._entries[number]
            matches = _matches(pattern, flattened, starts[number]) if number in starts else pattern.finditer(flattened)
            found += [Hit(match.start(), match.end(), label) for match in matches]
        return found

    def _opened(self, word: str) -> tuple[int, ...]:
        if len(self._by_word) >= REMEMBERED:
            self._by_word.clear()
        numbers: tuple[int, ...] = ()
        if word.startswith(self._all):
            numbers = tuple(n for n, (_, opens, _) in enumerate(self._entries) if opens and word.startswith(opens))
        self._by_word[word] = numbers
        return numbers


def _matches(pattern: re.Pattern[str], flattened: str, starts: list[int]) -> Iterator[re.Match[str]]:
    free = 0
    for start in starts:
        if start >= free and (match := pattern.match(flattened, start)):
            free = match.end()
            yield match


def openings(pattern: str) -> tuple[str, ...]:
    """The letters with which every match begins: of ``\\b(?:where|as far as)\\s`` "where" and "as"; none if unknown."""
    if not pattern.startswith(r"\b"):
        return ()
    found = []
    for alternative in _alternatives(pattern[2:]):
        literal = _LITERAL.match(alternative)
        if literal is None:
            return ()
        found.append(literal.group())
    return tuple(found)


def _alternatives(pattern: str) -> list[str]:
    """What a group that opens the pattern may begin with; the pattern itself where no group opens it."""
    if not pattern.startswith("(?:"):
        return [pattern]
    depth, at, kept = 0, 3, [""]
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            kept[-1] += pattern[at : at + 2]
            at += 2
            continue
        if letter == ")" and depth == 0:
            break
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "|" and depth == 0:
            kept.append("")
        else:
            kept[-1] += letter
        at += 1
    optional = pattern[at + 1 : at + 2] in ("?", "*", "{")
    return ["", *kept] if optional else kept
