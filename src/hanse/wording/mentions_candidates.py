"""Which stretches of a text could be names of places? The longest runs of capitals that the gazetteer knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hanse.places.toponyms.senses import abbreviated, senses
from hanse.text.document import Span
from hanse.wording.flat import flat

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]{2}\.)?|[^\W\d_]+")
_GAP = re.compile(r"[ \u00a0\u202f\t]{1,2}|[ \t]?\n[ \t]?|[-‐‑–’'ʼ`]|\.[ \u00a0]")
_STOP = re.compile(r"(?:[.!?:;…]['\")\]”’»]*|[\n\r]\s*|[•*\-–—|]|^)\s*[\"'(\[“‘«¿¡]*\s*$")
_MOST_WORDS = 6
_CYRILLIC = re.compile("[\u0400-\u04ff-]+")
_ENDINGS = ("ой", "ей", "ом", "ем", "ью", "ы", "и", "е", "у", "ю", "а", "я")
_LARGE = 50_000
_ROMAN = re.compile("[IVXLC]+")
_DOTTED_SHORT = frozenset(("st", "ste", "mt", "ft", "pt", "sto", "sta", "san"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: where it stands, as written, folded, and whether it begins a sentence."""

    start: int
    end: int
    text: str
    flat: str
    capital: bool
    opening: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``last`` (both counted) that are the name of some place; ``name`` is its nominative."""

    first: int
    last: int
    start: int
    end: int
    text: str
    name: str


def words_of(text: str) -> list[Word]:
    """The words of a text, in order."""
    flattened = flat(text)
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        opening = bool(_STOP.search(text, max(0, start - 8), start)) or start == 0
        found.append(Word(start, end, match.group(), flattened[start:end], match.group()[0].isupper(), opening))
    return found


def candidates(text: str, words: list[Word], taken: list[Span]) -> list[Candidate]:
    """Candidates in order, apart from each other and from ``taken``."""
    barred = _Barred(taken)
    found: list[Candidate] = []
    place = 0
    while place < len(words):
        if words[place].capital and (candidate := _longest(text, words, place, barred)):
            found.append(candidate)
            place = candidate.last + 1
        else:
            place += 1
    return found


def _longest(text: str, words: list[Word], first: int, barred: _Barred) -> Candidate | None:
    reach = [last for last in _run(text, words, first) if words[last].capital]
    for last in reversed(reach):
        start, end = words[first].start, words[last].end
        if barred.meets(start, end):
            continue
        if text[end : end + 1] == "." and abbreviated(text[start : end + 1]):
            return Candidate(first, last, start, end + 1, text[start : end + 1], text[start : end + 1])
        written = text[start:end]
        if abbreviated(written) and not written.count("."):
            if last == first and len(written) <= 3 and not re.search(r",\s$", text[:start][-2:]):
                continue
            return Candidate(first, last, start, end, written, written)
        if name := nominative(written):
            return Candidate(first, last, start, end, written, name)
    return None


def _run(text: str, words: list[Word], first: int) -> Iterator[int]:
    """Places of the words that could go on a name begun at ``first``, itself included."""
    yield first
    for place in range(first + 1, min(first + _MOST_WORDS, len(words))):
        before, word = words[place - 1], words[place]
        gap = text[before.end : word.start]
        if not _GAP.fullmatch(gap) or (gap[0] == "." and before.flat not in _DOTTED_SHORT):
            return
        if not word.capital and word.flat not in context("inside"):
            return
        yield place


def nominative(written: str) -> str:
    """The name as the gazetteer has it: as written, or, in Cyrillic, without its case ending; "" for no name.

    A large city's inflected name is meant rather than a village of this very name: Львове is Львів's, not Lvove's.
    """
    bare = written if known(written) else ""
    if not _CYRILLIC.fullmatch(written) or (bare and _people(bare) >= _LARGE):
        return bare
    for ending in _ENDINGS:
        if written.endswith(ending) and len(written) - len(ending) > 2:
            for other in ("", "а", "я", "ь", "о"):
                name = written[: -len(ending)] + other
                if known(name) and _people(name) >= _LARGE:
                    return name
    return bare


def _people(name: str) -> int:
    return max(each.population for each in senses(name))


@cache
def known(written: str) -> bool:
    """Whether it is the name of a place somewhere."""
    name = written if any(len(part) > 1 for part in written.split()) and not _ROMAN.fullmatch(written) else ""
    if len(name) < 3 and not (name.isupper() and name in ("US", "UK")):
        return False
    return bool(senses(" ".join(name.split())))


@cache
def context(kind: str) -> frozenset[str]:
    """A list of ``mentions.context.toml``."""
    read = tomllib.loads((resources.files(__package__) / "mentions.context.toml").read_text("utf-8"))
    return frozenset(flat(read[kind]).split())


class _Barred:
    """Stretches that already belong to something longer."""

    def __init__(self, taken: list[Span]) -> None:
        self._points = {point for start, end in taken for point in range(start, end)}

    def meets(self, start: int, end: int) -> bool:
        return any(point in self._points for point in (start, end - 1, (start + end) // 2))
