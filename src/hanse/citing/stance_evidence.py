"""Does what a passage reports go the way that the cited work would have it? Shares, opposites, words said again."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from hanse.citing.cues import Cue, Words
from hanse.text.document import Span

FILE = Path(__file__).with_name("opposites.toml")
_ONES = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_UNITS = {name: value for value, name in enumerate(_ONES.split())}
_UNITS |= {"none": 0, "neither": 0, "nobody": 0, "a": 1, "an": 1, "single": 1}
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_LITTLE = frozenset(["of", "the", "our", "these", "those", "their"])
_ALL = frozenset(
    ["all", "every", "each", "both", "everyone", "everybody", "always", "throughout", "invariably", "everywhere"]
)
_NONE = frozenset(["none", "neither", "nobody", "never", "nowhere", "nothing", "nor"])
_MOST = frozenset(["most", "majority", "mostly", "usually", "overwhelmingly", "nearly", "almost"])
_FEW = frozenset(
    ["few", "hardly", "barely", "scarcely", "rarely", "seldom", "minority", "handful", "little", "only", "merely"]
)
_DENIED = _NONE | _FEW | frozenset(["no", "not", "n't", "without", "cannot"])
LOW, HIGH = 0.34, 0.6
"""Shares at which few and most begin."""
STEM = 5
"""Letters by which words are told to be the same."""
_NEITHER = frozenset(
    [
        "which",
        "their",
        "there",
        "these",
        "those",
        "would",
        "could",
        "should",
        "about",
        "other",
        "where",
        "while",
        "after",
        "before",
    ]
)


def evidence(
    counted: dict[str, float], read: Words, sentences: tuple[Span, ...], own: int, found: tuple[Cue, ...]
) -> None:
    """Add what the sentence of the citation, number ``own`` of ``sentences`` (numbers of words), and the sentences
    around it say of how many, and whether one says the opposite of the other."""
    claim = _said(read, sentences[own])
    expects = any(cue.kind in ("past", "report", "plan") for cue in found if _within(cue, sentences[own]))
    for place, span in enumerate(sentences):
        where = "claim" if place == own else "around"
        for size in _sizes(read.forms[slice(*span)]):
            counted[f"{size} {where}"] = 1.0
            if where == "around" and expects:
                counted[f"{size} against expectation"] = 1.0
            if len(sentences) == 1:
                counted[f"{size} alone"] = 1.0
        if place != own:
            _beside(counted, claim, _said(read, span), expects)


def _within(cue: Cue, span: Span) -> bool:
    return span[0] <= cue.at[0] < span[1]


Said = tuple[frozenset[str], bool]
"""The words of a sentence that carry meaning, by their beginnings, and whether anything is denied in it."""


def _said(read: Words, span: Span) -> Said:
    forms = read.forms[slice(*span)]
    carrying = frozenset(form[:STEM] for form in forms if len(form) > 3 and form.isalpha() and form not in _NEITHER)
    return carrying, any(form in _DENIED for form in forms)


def _beside(counted: dict[str, float], claim: Said, other: Said, expects: bool) -> None:
    again = len(claim[0] & other[0])
    opposed = sum(1 for word in claim[0] for against in _opposites().get(word, ()) if against in other[0])
    turned = (claim[1] != other[1]) != bool(opposed % 2)
    told = "expected, " if expects else ""
    if opposed:
        counted["opposite words"] = 1.0
        counted[f"{told}opposite words, {'one' if claim[1] != other[1] else 'none'} denied"] = 1.0
    if again:
        counted[f"said again {min(3, again)}"] = 0.5
        counted[f"{told}said again, {'one' if claim[1] != other[1] else 'none'} denied"] = 1.0
    if again or opposed:
        counted[f"{told}{'turned' if turned else 'kept'}"] = 1.0
    counted[f"{told}around {'denies' if other[1] else 'affirms'}, claim {'denies' if claim[1] else 'affirms'}"] = 0.5


def _sizes(forms: tuple[str, ...]) -> Iterator[str]:
    """What a sentence says of how many: all, most, few, none."""
    for place, form in enumerate(forms):
        if form in _ALL:
            yield "all"
        elif form in _NONE:
            yield "none"
        elif form in _MOST:
            yield "most"
        elif form in _FEW:
            yield "few"
        if (share := _share(forms, place)) is not None:
            yield f"share {_named(share)}"


def _named(share: float) -> str:
    return "none" if not share else "few" if share < LOW else "most" if share > HIGH else "some"


def _share(forms: tuple[str, ...], at: int) -> float | None:
    """The share that begins at a word: "two of the nine", "three in ten", "two thirds"."""
    part = _number(forms[at])
    rest = forms[at + 1 : at + 5]
    if part is None or not rest:
        return None
    if whole := _PARTS.get(rest[0].rstrip("s")):
        return min(1.0, part / whole)
    if rest[0] not in ("of", "in", "out"):
        return None
    named = next((form for form in rest[1:] if form not in _LITTLE), "")
    whole = _number(named)
    return part / whole if whole and whole > 1 and part <= whole else None


def _number(form: str) -> int | None:
    """What a word says of how many, below a hundred."""
    ten, _, unit = form.partition("-")
    return _TENS[ten] + _UNITS.get(unit, 0) if ten in _TENS else _UNITS.get(form)


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for line in tomllib.loads(FILE.read_text(encoding="utf-8"))["en"].split("\n"):
        if line.strip():
            ones, others = ([word[:STEM] for word in side.split()] for side in line.split("/"))
            for one in ones:
                for other in others:
                    made.setdefault(one, set()).add(other)
                    made.setdefault(other, set()).add(one)
    return {word: frozenset(against) for word, against in made.items()}
