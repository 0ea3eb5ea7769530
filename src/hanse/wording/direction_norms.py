"""What do the words of a rule do: oblige, permit, exempt, narrow, widen? And under which of them does a word stand?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from hanse.wording.direction_edits import Word
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import LANGUAGES, lexicon
from hanse.wording.synonyms import stem

PARTIES = frozenset(["protected", "obliged", "authority"])
"""Classes of those whom a rule names: who is protected, who must act, who sees to it."""
OPENERS = frozenset(["duty", "prohibition", "exemption", "permission", "right", "soft", "definition"])
"""Classes whose words govern what follows them in their sentence."""
REACH = 40
"""Words behind which a class no longer governs."""
PULL: Mapping[str, float] = MappingProxyType(
    {
        "duty": 1.0,
        "prohibition": 1.0,
        "right": 1.0,
        "safeguard": 1.0,
        "rigour": 1.0,
        "protected": 0.5,
        "widening": 0.5,
        "soft": -0.5,
        "leeway": -0.5,
        "permission": -1.0,
        "exemption": -1.0,
        "threshold": -1.0,
        "relief": -2.0,
    }
)
"""Which way a word of a class pulls a rule that gains it. Of our own judgement, in halves."""
NARROWED: Mapping[str, float] = MappingProxyType(
    {"permission": 0.5, "exemption": 0.5, "duty": -0.5, "right": -0.5, "prohibition": -0.5}
)
"""Which way a condition or a narrowing word pulls, by what governs it: less leave is stronger, less duty weaker."""
FORMAL: Mapping[str, float] = MappingProxyType({"procedure": 2.0, "definition": 2.0, "reference": 1.0})
"""Classes that say how a rule is made, not what it demands, and how much they count for that."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one class: half-open places."""

    first: int
    end: int
    kind: str


Written = tuple[str, ...]


@cache
def _book(language: str) -> Mapping[str, list[tuple[Written, Mapping[Written, str]]]]:
    """By first stem, longest first: the stems of a phrase, and the class of every way to write it."""
    found: dict[str, dict[Written, dict[Written, str]]] = {}
    for group in lexicon(language, "norms").values():
        for kind, phrases in group.items():
            for phrase in phrases.split(","):
                written = tuple(WORD.findall(flat(phrase)))
                stems = tuple(stem(word, language) for word in written)
                found.setdefault(stems[0], {}).setdefault(stems, {})[written] = kind
    return {first: sorted(phrases.items(), key=lambda each: -len(each[0])) for first, phrases in found.items()}


def marks(text: Sequence[Word], language: str) -> tuple[Mark, ...]:
    """The classes of a text's words, in order; of phrases that start together the longest counts.

    A word counts in every form; where two words of the lexicon have one stem (devra, devrait), the form decides.
    """
    known = language[:2].lower()
    if known not in LANGUAGES:
        return ()
    book = _book(known)
    written = tuple(word.text for word in text)
    stems = tuple(stem(word, known) for word in written)
    found: list[Mark] = []
    place = 0
    while place < len(stems):
        for phrase, kinds in book.get(stems[place], ()):
            end = place + len(phrase)
            if stems[place:end] == phrase:
                found.append(Mark(place, end, kinds.get(written[place:end]) or next(iter(kinds.values()))))
                place = end
                break
        else:
            place += 1
    return tuple(found)


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


def pull(kind: str, under: str) -> float:
    """Which way a word of class ``kind``, governed by ``under``, pulls a rule that gains it.

    What an exemption exempts from says nothing by itself; the exemption does.
    """
    if kind in ("condition", "narrowing"):
        return NARROWED.get(under, 0.0)
    return 0.0 if under == "exemption" != kind else PULL.get(kind, 0.0)
