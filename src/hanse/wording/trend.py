"""Who speaks of cities when they speak of migration, and does that grow year by year?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from hanse.text.document import Document, Passage
from hanse.text.sentences import sentences
from hanse.wording.flat import WORD
from hanse.wording.localgov import GROUPS
from hanse.wording.named import Lexicon, language_of, of_migration, shipped
from hanse.wording.visibility import Place

LOCAL = (*GROUPS, "urban")
"""Groups whose words speak of cities: cities, mayors, local authorities, networks, and the urban."""
MOVING = ("migrants", "refugees")
NEAR = 1
"""Sentences before and behind one on migration that still belong to what it says."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One text: how often it speaks of migration, and where it speaks of cities within a sentence of that."""

    document: str
    actor: str
    year: int | None
    words: int
    migration: int
    """Mentions of migration, migrants and refugees."""
    cities: int
    """Mentions of cities, mayors, local authorities, networks of them and the urban, anywhere."""
    together: tuple[Place, ...]
    """Those of them that stand in a sentence on migration, or in the one before or behind."""


@dataclass(frozen=True, slots=True)
class Year:
    """All texts of one year. Every number opens onto the ``speeches`` of the trend."""

    year: int
    speeches: int
    words: int
    of_migration: int
    """Texts that speak of migration."""
    of_both: int
    """Texts that speak of cities where they speak of migration."""
    share: float
    """Of those that speak of migration; 0.0 where none does."""
    per_thousand: float
    """Mentions of cities near migration, per 1,000 words of the year."""
    actors: tuple[str, ...]
    """Who speaks of both, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class Trend:
    """Texts in their order, and years in theirs."""

    speeches: tuple[Speech, ...]
    years: tuple[Year, ...]
    undated: int
    """Texts of no known year, which no year counts."""
    lexicons: tuple[tuple[str, str, str], ...]
    """Name, version and SHA-256 of the words counted with."""
    omits: tuple[str, ...] = (
        "names of single cities are not counted",
        "a text is counted where it was given; who gave none in a year is not shown as silent",
        "words are counted, not senses: nobody has judged whether a sentence speaks of cities as actors",
    )


def trend(documents: Iterable[Document], *, lexicon: Lexicon | None = None) -> Trend:
    """Counts over dated texts with an actor each; a text without either takes them from its id ("KEN-2019").

    ``lexicon`` replaces the shipped groups of names; those of LOCAL and MOVING are looked at. Read as a stream.
    """
    names = lexicon or shipped()
    speeches = tuple(speech(document, names) for document in documents)
    return Trend(
        speeches=speeches,
        years=by_year(speeches),
        undated=sum(each.year is None for each in speeches),
        lexicons=tuple((each.name, each.version, each.sha256) for each in (names, of_migration())),
    )


_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def speech(document: Document, names: Lexicon) -> Speech:
    """How one text speaks of migration, and of cities near it."""
    return spoken(document, names)[0]


def spoken(document: Document, names: Lexicon) -> tuple[Speech, tuple[Place, ...]]:
    """How one text speaks of migration, and of cities near it; and the mentions of migration, in their order."""
    dated = _YEAR.search(document.date or "") or _YEAR.search(document.id)
    words = cities = 0
    migration: list[Place] = []
    together: list[Place] = []
    for passage in document.passages:
        words += len(WORD.findall(passage.text))
        moving, local = _named(document, passage, names)
        migration += moving
        cities += len(local)
        together += _near(passage, moving, local)
    found = Speech(
        document=document.id,
        actor=document.actor or _YEAR.sub("", document.id).strip("-_ /."),
        year=int(dated.group()) if dated else None,
        words=words,
        migration=len(migration),
        cities=cities,
        together=tuple(together),
    )
    return found, tuple(migration)


def _named(document: Document, passage: Passage, names: Lexicon) -> tuple[list[Place], list[Place]]:
    """The mentions of migration, and those of cities."""
    language = language_of(passage.text, document.language)
    found = names.find(passage.text, language)
    on = [each for each in found if each.group in MOVING] + of_migration().find(passage.text, language)
    at = [each for each in found if each.group in LOCAL]
    spans = sorted({each.span for each in on})
    apart = [span for k, span in enumerate(spans) if not k or span[0] >= spans[k - 1][1]]
    moving = [Place(document.id, passage.id, span, passage.text[slice(*span)]) for span in apart]
    return moving, [Place(document.id, passage.id, each.span, passage.text[slice(*each.span)]) for each in at]


def _near(passage: Passage, moving: list[Place], local: list[Place]) -> list[Place]:
    if not moving or not local:
        return []
    starts = [start for start, _ in sentences(passage.text)]
    on = {bisect_right(starts, place.span[0]) for place in moving}
    near = {number + step for number in on for step in range(-NEAR, NEAR + 1)}
    return [place for place in local if bisect_right(starts, place.span[0]) in near]


def by_year(speeches: Iterable[Speech]) -> tuple[Year, ...]:
    """The years of texts, in their order; an undated text is in none."""
    dated: dict[int, list[Speech]] = {}
    for each in speeches:
        if each.year is not None:
            dated.setdefault(each.year, []).append(each)
    return tuple(_year(year, dated[year]) for year in sorted(dated))


def _year(year: int, speeches: list[Speech]) -> Year:
    moving = [each for each in speeches if each.migration]
    both = [each for each in moving if each.together]
    words = sum(each.words for each in speeches)
    return Year(
        year=year,
        speeches=len(speeches),
        words=words,
        of_migration=len(moving),
        of_both=len(both),
        share=len(both) / len(moving) if moving else 0.0,
        per_thousand=1000 * sum(len(each.together) for each in both) / words if words else 0.0,
        actors=tuple(sorted({each.actor for each in both})),
    )
