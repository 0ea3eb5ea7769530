"""Who speaks of cities when they speak of migration, in what a visitor may see? From kept counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from hanse.wording.named import Lexicon
from hanse.wording.trend import Speech, Year, by_year
from hanse.workspace.documents.library import names
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility.counting import spoken_of
from hanse.workspace.visibility.matching import drafted
from hanse.workspace.visibility.models import Counted

SPEECHES = ("", "statement", "letter")
"""Kinds of text that are filed under who speaks."""
NOBODY = "undocumented"
"""In addresses: texts of which nobody said who speaks."""
_DATED = re.compile(r"(?:1[89]|20)\d\d(?:[-_.]?\d\d){0,2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything of one actor: texts, those on migration, those that speak of cities there, and how often."""

    name: str
    texts: int
    of_migration: int
    of_both: int
    near: int
    years: tuple[int, ...]
    """In which of them cities and migration come together."""


@dataclass(frozen=True)
class Corpus:
    """Documents that a visitor sees, counted with one lexicon."""

    documents: Any
    lexicon: Lexicon

    @cached_property
    def titles(self) -> dict[str, tuple[str, str, str]]:
        """Title, who speaks ("" where nobody is given), and date by key. Of documents that are the same file, byte for
        byte, one: that of which most is said."""
        rows = self.documents.order_by("date", "title", "pk").values(
            "pk", "title", "actor", "source", "kind", "date", "sha256"
        )
        chosen: dict[str, dict[str, str]] = {}
        for row in rows:
            twin = chosen.get(row["sha256"] or row["pk"])
            if twin is None or _said(row) > _said(twin):
                chosen[row["sha256"] or row["pk"]] = row
        kept = {row["pk"] for row in chosen.values()}
        return {row["pk"]: (row["title"], speaker(row), row["date"]) for row in rows if row["pk"] in kept}

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """Those that are counted as their texts are now, in the order of their dates."""
        held = Counted.objects.filter(lexicon=self.lexicon.sha256, document__in=self.documents.order_by())
        states = names(self.documents)
        rows = {each.document_id: each for each in held.defer("body") if states.get(each.document_id) == each.state}
        return tuple(
            spoken_of(rows[pk], actor=actor, year=year_of(date))
            for pk, (_title, actor, date) in self.titles.items()
            if pk in rows
        )

    @property
    def waiting(self) -> int:
        """Documents that are not counted yet, or have no words."""
        return len(self.titles) - len(self.speeches)

    @property
    def undated(self) -> int:
        return sum(each.year is None for each in self.speeches)

    @cached_property
    def years(self) -> tuple[Year, ...]:
        return by_year(self.speeches)

    @cached_property
    def speakers(self) -> list[Speaker]:
        """By name, those who speak of both before the others: no ranking."""
        by_name: dict[str, list[Speech]] = defaultdict(list)
        for each in self.speeches:
            by_name[each.actor].append(each)
        found = [_speaker(name, speeches) for name, speeches in by_name.items()]
        return sorted(found, key=lambda each: (not each.of_both, not each.name, each.name.casefold(), each.name))

    def chosen(self, *, year: str, actor: str, what: str, text: str = "") -> list[Speech]:
        """The texts behind a number: of a year ("2019", "undated"), of an actor (NOBODY: of those where none is given);
        ``what`` is "texts", "migration" or "both"; ``text`` is the key of a single one."""
        return [
            each
            for each in self.speeches
            if (not year or str(each.year or "undated") == year)
            and (not actor or each.actor == ("" if actor == NOBODY else actor))
            and (not text or each.document == text)
            and (what == "texts" or (each.migration and (what != "both" or each.together)))
        ]


def _speaker(name: str, speeches: Sequence[Speech]) -> Speaker:
    moving = [each for each in speeches if each.migration]
    both = [each for each in moving if each.together]
    years = tuple(sorted({each.year for each in both if each.year is not None}))
    return Speaker(name, len(speeches), len(moving), len(both), sum(len(each.together) for each in both), years)


def _said(row: Mapping[str, str]) -> int:
    """How much is said of a document: who speaks, and when."""
    return bool(row["actor"]) + bool(row["date"])


def speaker(row: Mapping[str, str]) -> str:
    """Who speaks: the actor, else, of what may be a speech, what stands beside the year or date with which the file's
    name or the title begins ("2019-09-24 Kenya.txt", "2019 Kenya"). "" where nobody is given: a title is no speaker."""
    if row["actor"] or row["kind"] not in SPEECHES:
        return row["actor"]
    named = [PurePath(row["source"]).stem, row["title"]]
    beside = (_DATED.sub("", each).strip("-_ /.,") for each in named if _DATED.match(each))
    return next((each for each in beside if each and not drafted(each)), "")


def year_of(date: str) -> int | None:
    found = _YEAR.search(date or "")
    return int(found.group()) if found else None


def opened(corpus: Corpus, speeches: Iterable[Speech]) -> dict[str, Counted]:
    """What is kept of some texts, with the places of their mentions."""
    keys = [each.document for each in speeches]
    held = Counted.objects.filter(lexicon=corpus.lexicon.sha256, document__in=keys)
    return {each.document_id: each for each in held}


def documents_of(corpus: Corpus, speeches: Iterable[Speech]) -> dict[str, Document]:
    keys = [each.document for each in speeches]
    return {each.pk: each for each in corpus.documents.filter(pk__in=keys)}
