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
REACH = 5
"""Words before a cue within which a negation denies it."""


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
    text = " " + " ".join(read.forms) + " "
    starts, place = [], 1
    for form in read.forms:
        starts.append(place)
        place += len(form) + 1
    found = []
    for kind, pattern in _patterns(language):
        for match in pattern.finditer(text):
            first = bisect_left(starts, match.start())
            last = bisect_left(starts, match.end())
            found.append(Cue(kind, (read.starts[first], read.ends[last - 1]), (first, last)))
    found.sort(key=lambda cue: (cue.at[0], -cue.at[1], KINDS.index(cue.kind)))
    kept = _without_inner(found)
    denying = [cue.at for cue in kept if cue.kind == "deny"]
    return tuple(_denied(cue, denying, read) for cue in kept)


def _without_inner(found: list[Cue]) -> list[Cue]:
    """Judging cues inside a longer judging one are left out ("close" inside "not close")."""
    judging = [cue for cue in found if cue.kind in ("agree", "differ", "open")]
    return [
        cue
        for cue in found
        if cue.kind not in ("agree", "differ", "open", "deny")
        or not any(
            other.at[0] <= cue.at[0] and cue.at[1] <= other.at[1] and other.at[1] - other.at[0] > cue.at[1] - cue.at[0]
            for other in judging
        )
    ]


def _denied(cue: Cue, denying: list[Span], read: Words) -> Cue:
    if cue.kind not in ("agree", "differ", "own", "use", "report"):
        return cue
    for _, last in denying:
        between = read.forms[last : cue.at[0]]
        if last <= cue.at[0] and len(between) <= REACH and not any(form in ".;:," for form in between):
            return Cue(cue.kind, cue.span, cue.at, True)
    return cue


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    lexicon = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple((kind, _pattern(lexicon[language][kind])) for kind in KINDS)


def _pattern(phrases: str) -> re.Pattern[str]:
    listed = [phrase.split() for phrase in re.split(r"[|\n]", phrases) if phrase.strip()]
    listed.sort(key=lambda phrase: (-len(phrase), phrase))
    return re.compile("(?<= )(?:" + "|".join(_phrase(each) for each in listed) + ")(?= )")


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
