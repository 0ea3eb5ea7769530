"""Which words of a passage tell how its author stands to what is cited?"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hanse.citing.stance_passage import OTHER, TARGET, CitingPassage
from hanse.text.document import Span

FILE = Path(__file__).with_name("cues.toml")
JUDGING = ("agree", "differ", "open")
KINDS = (*JUDGING, "own", "use", "report", "define", "concede", "turn", "deny", "limit", "plan", "past")
WORD = re.compile(rf"{TARGET}+|{OTHER}+|\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-][^\W\d_]+)*|n['’]t\b|['’]|[^\w\s]")
KEY = 3
"""Letters by which phrases are looked up; a phrase's first word has as many before its ``*``, or has no ``*``."""
REACH = 8
"""Words before a cue within which a negation denies it."""
SHORT = 4
"""The same, for a negation that is part of another cue."""
_DENIABLE = ("agree", "differ", "own", "use", "report")
_LISTED = "no not never nothing none nowhere hardly scarcely barely cannot neither nor without unable failed little few"
_DENIALS = frozenset(("n't", *_LISTED.split()))


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of one kind; ``denied`` where a negation before them turns them round. ``at`` are numbers of words."""

    kind: str
    span: Span
    at: Span
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage in small letters, T for the target, O for another citation, and where they stand."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def after(self, place: int) -> int:
        """The number of the first word that begins at ``place`` or later."""
        return bisect_left(self.starts, place)


def words(passage: CitingPassage) -> Words:
    """The words of a passage whose citations are covered."""
    found = [(_form(match.group()), *match.span()) for match in WORD.finditer(passage.text)]
    return Words(*(tuple(each) for each in zip(*found, strict=True))) if found else Words((), (), ())


def _form(word: str) -> str:
    if word[0] == TARGET:
        return "T"
    if word[0] == OTHER:
        return "O"
    return "#" if word[0].isdigit() else word.lower()


def cues(passage: CitingPassage, read: Words, language: str) -> tuple[Cue, ...]:
    """The cues of a passage in the order of its words; the longest first where several begin together."""
    text = " ".join(read.forms) + " "
    known, found, place = _patterns(language), [], 0
    beyond = dict.fromkeys(KINDS, 0)
    for first, form in enumerate(read.forms):
        for kind, pattern in known.get(form[:KEY], ()):
            if first >= beyond[kind] and (match := pattern.match(text, place)):
                last = first + match.group().count(" ")
                found.append(Cue(kind, (read.starts[first], read.ends[last - 1]), (first, last)))
                beyond[kind] = last
        place += len(form) + 1
    found.sort(key=lambda cue: (cue.at[0], -cue.at[1], KINDS.index(cue.kind)))
    kept = _without_inner(found)
    return tuple(_turned(kept, read))


def _without_inner(found: list[Cue]) -> list[Cue]:
    """Judging cues and denials that a longer judging cue reaches into are left out ("close" of "not close")."""
    judging = [cue for cue in found if cue.kind in JUDGING]
    return [
        cue
        for cue in found
        if cue.kind not in (*JUDGING, "deny")
        or not any(
            other.at[0] < cue.at[1] and cue.at[0] < other.at[1] and other.at[1] - other.at[0] > cue.at[1] - cue.at[0]
            for other in judging
        )
    ]


def _turned(kept: list[Cue], read: Words) -> list[Cue]:
    """Cues that a denial before them turns round. A denial may be part of a cue that differs ("not able to"): it
    turns round what would agree after it, and is nothing of its own where it denies what differs ("no sign of error").
    """
    plain = [cue.at for cue in kept if cue.kind == "deny"]
    within = [cue.at for cue in kept if cue.kind == "differ" and _DENIALS & {*read.forms[slice(*cue.at)]}]
    made, spent = [], set()
    for cue in kept:
        before = _denial(cue, plain, read, REACH)
        if not before and cue.kind == "agree":
            before = _denial(cue, within, read, REACH)
        elif not before and cue.kind == "differ" and (before := _denial(cue, within, read, SHORT)):
            spent.add(before)
        made.append(Cue(cue.kind, cue.span, cue.at, True) if before and cue.kind in _DENIABLE else cue)
    return [cue for cue in made if cue.kind != "differ" or cue.at not in spent]


def _denial(cue: Cue, denying: list[Span], read: Words, reach: int) -> Span | None:
    for span in denying:
        between = read.forms[span[1] : cue.at[0]]
        if span[1] <= cue.at[0] and len(between) <= reach and not any(form in ".;:," for form in between):
            return span
    return None


@cache
def _patterns(language: str) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """By the first letters of a phrase, for each kind the phrases that begin so."""
    lexicon = tomllib.loads(FILE.read_text(encoding="utf-8"))[language]
    sorted_in: dict[str, dict[str, list[list[str]]]] = {}
    for kind in KINDS:
        for phrase in dict.fromkeys(re.split(r"\s*[|\n]\s*", lexicon.get(kind, "").strip())):
            if forms := phrase.split():
                first = WORD.findall(forms[0])[0] if forms[0] not in ("T", "#") else forms[0]
                sorted_in.setdefault(first[:KEY], {}).setdefault(kind, []).append(forms)
    return {key: tuple((kind, _pattern(each)) for kind, each in kinds.items()) for key, kinds in sorted_in.items()}


def _pattern(listed: list[list[str]]) -> re.Pattern[str]:
    listed.sort(key=lambda phrase: (-len(phrase), phrase))
    return re.compile("(?:" + "|".join(_phrase(each) for each in listed) + ") ")


def _phrase(forms: list[str]) -> str:
    made = ""
    for place, form in enumerate(forms):
        if form == "_":
            made += r"(?: \S+){0,3}"
            continue
        made += " " if place else ""
        pieces = WORD.findall(form.rstrip("*")) if form not in ("T", "#") else [form]
        made += " ".join(re.escape(piece) for piece in pieces)
        made += r"\S*" if form.endswith("*") else ""
    return made
