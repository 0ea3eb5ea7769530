"""What do the words of a rule do: oblige, permit, exempt, narrow, widen? And under which of them does a word stand?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hanse.wording.direction_edits import Word
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import LANGUAGES, lexicon
from hanse.wording.synonyms import stem

OPENERS = frozenset(["duty", "prohibition", "exemption", "permission", "right", "soft", "condition", "definition"])
"""Classes whose words govern what follows them in their sentence."""
REACH = 40
"""Words behind which an opener no longer governs."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one class: half-open places."""

    first: int
    end: int
    kind: str


Book = Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]


@cache
def _book(language: str) -> Book:
    """By first stem, longest first: the stems of a phrase and the classes that have it."""
    kinds: dict[tuple[str, ...], set[str]] = {}
    for group in lexicon(language, "norms").values():
        for kind, phrases in group.items():
            for phrase in phrases.split(","):
                stems = tuple(stem(word, language) for word in WORD.findall(flat(phrase)))
                kinds.setdefault(stems, set()).add(kind)
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for stems in sorted(kinds, key=lambda each: (-len(each), each)):
        found.setdefault(stems[0], []).append((stems, tuple(sorted(kinds[stems]))))
    return found


def marks(text: Sequence[Word], language: str) -> tuple[Mark, ...]:
    """The classes of a text's words, in order; of phrases that start together the longest counts."""
    known = language[:2].lower()
    if known not in LANGUAGES:
        return ()
    book = _book(known)
    stems = [stem(word.text, known) for word in text]
    found: list[Mark] = []
    place = 0
    while place < len(stems):
        for phrase, kinds in book.get(stems[place], ()):
            end = place + len(phrase)
            if tuple(stems[place:end]) == phrase:
                found += [Mark(place, end, kind) for kind in kinds]
                place = end
                break
        else:
            place += 1
    return tuple(found)


PARTIES = frozenset(["protected", "obliged", "authority"])


def standing(text: Sequence[Word], found: Sequence[Mark], kinds: frozenset[str]) -> tuple[str, ...]:
    """For every word the class among ``kinds`` that stands last before it in its sentence, "" where none does."""
    ends: dict[int, str] = {}
    for mark in found:
        if mark.kind in kinds:
            ends[mark.end] = mark.kind
    here, since = "", 0
    governed = []
    for place, word in enumerate(text):
        if word.opens or place - since > REACH:
            here = ""
        if place in ends:
            here, since = ends[place], place
        governed.append(here)
    return tuple(governed)
