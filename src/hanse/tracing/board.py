"""What does the main job give? The Board: asks x drafts, a finding in every cell, and the passages behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from hanse.text.document import Document, Handling, Passage, Span
from hanse.wording.features import Features

AskKind = Literal["add", "replace", "delete", "retain", "oppose", "process"]
Outcome = Literal["not reflected", "deleted", "pending", "reversed", "partly reflected", "weakened", "reflected"]
Provenance = Literal["new", "already there", "agreed language", "shared"]
Met = Literal["yes", "in part", "no", "open"]
How = Literal["verbatim", "close", "paraphrase"]

OUTCOMES: tuple[Outcome, ...] = (
    "reflected",
    "partly reflected",
    "weakened",
    "reversed",
    "pending",
    "deleted",
    "not reflected",
)
"""In the order of a legend, best first. (The order in which rules win is `hanse.tracing.finding`'s.)"""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that Actors want in a text. ``text`` holds the words; for delete and oppose, the contested ones."""

    id: str
    text: str
    actor: str = ""
    date: str | None = None
    kind: AskKind = "add"
    theme: str = ""
    document: str | None = None
    """Id of the statement that it comes from; None where it was given in ``asks.csv`` or as a string."""
    passage: str | None = None
    """Id of the passage in that statement."""
    span: Span | None = None
    """Where the ask stands in that passage."""
    handling: Handling = "public"

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "actor": self.actor, "date": self.date, "kind": self.kind, "text": self.text}


@dataclass(frozen=True, slots=True)
class Source:
    """A passage of another text that has the ask's words: an origin or a rival."""

    document: str
    """Id of the document."""
    title: str
    date: str | None
    passage: Passage
    symbol: str = ""
    actor: str = ""
    adopted: bool = False
    coverage: float = 0.0
    """Share of the ask's information that this passage has, 0 to 1."""

    def to_json(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "title": self.title,
            "date": self.date,
            "symbol": self.symbol,
            "actor": self.actor,
            "passage": passage_json(self.passage),
        }


@dataclass(frozen=True, slots=True)
class Uptake:
    """What became of one ask in one text. See `hanse.uptake`."""

    score: float
    coverage: float
    novel: float
    expected: float
    substantive: float
    outcome: Outcome
    how: How | None
    ask_spans: tuple[Span, ...]
    new_spans: tuple[Span, ...]
    why: str
    features: Mapping[str, float] = field(default_factory=Features)


@dataclass(frozen=True, slots=True)
class Cell:
    """The finding for one ask in one draft."""

    ask: str
    draft: str
    outcome: Outcome
    met: Met
    why: str
    provenance: Provenance | None = None
    reinstated: bool = False
    how: How | None = None
    coverage: float = 0.0
    novel: float = 0.0
    expected: float = 0.0
    ask_spans: tuple[Span, ...] = ()
    draft_spans: tuple[Span, ...] = ()
    passage: Passage | None = None
    """The draft's passage that answers the ask."""
    nearest: Passage | None = None
    """Where none answers it, the passage that comes nearest, if one comes near."""
    ask_strength: int | None = None
    draft_strength: int | None = None
    caveats: tuple[Span, ...] = ()
    """Where the draft passage lets its bearer do less than asked."""
    origin: Source | None = None
    rivals: tuple[Source, ...] = ()

    def to_json(self) -> dict[str, Any]:
        shown = self.passage is not None
        return {
            "ask": self.ask,
            "draft": self.draft,
            "outcome": self.outcome,
            "provenance": self.provenance,
            "met": self.met,
            "reinstated": self.reinstated,
            "how": self.how,
            "coverage": self.coverage,
            "novel": self.novel,
            "expected": self.expected,
            "ask_spans": [list(span) for span in self.ask_spans],
            "draft_spans": [list(span) for span in self.draft_spans],
            "draft_passage": passage_json(self.passage) if self.passage else None,
            "nearest": passage_json(self.nearest) if self.nearest else None,
            "strength": {"ask": self.ask_strength, "draft": self.draft_strength} if shown else None,
            "caveats": [list(span) for span in self.caveats],
            "origin": self.origin.to_json() if self.origin else None,
            "rivals": [rival.to_json() for rival in self.rivals],
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Watch:
    """A passage in which local governments gained or lost mentions against the draft before."""

    draft: str
    change: Literal["gained", "lost"]
    passage: Passage
    """In this draft where it still stands, else in the draft before."""
    mentions: tuple[Span, ...]
    """Of local governments in ``passage``."""
    before: Passage | None = None
    """The counterpart in the draft before, where there is one."""
    before_mentions: tuple[Span, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "draft": self.draft,
            "change": self.change,
            "passage": passage_json(self.passage),
            "mentions": [list(span) for span in self.mentions],
            "before": passage_json(self.before) if self.before else None,
            "before_mentions": [list(span) for span in self.before_mentions],
        }


@dataclass(frozen=True)
class Board:
    """Asks x drafts; ``cells`` holds exactly one Cell per ask and draft, asks outermost, drafts in their order."""

    asks: tuple[Ask, ...]
    drafts: tuple[Document, ...]
    cells: tuple[Cell, ...]
    watch: tuple[Watch, ...] = ()
    title: str = ""
    forum: str = ""
    warnings: tuple[str, ...] = ()
    """What was refused or read with doubt, one sentence each."""
    record: tuple[Document, ...] = ()
    """Everything counted as earlier or rival; not part of the JSON, needed for origins and precedents."""
    statements: tuple[Document, ...] = ()
    """The texts in which asks were found."""

    @cached_property
    def _by_place(self) -> dict[tuple[str, str], Cell]:
        return {(cell.ask, cell.draft): cell for cell in self.cells}

    def cell(self, ask: str, draft: str) -> Cell:
        """The finding for an ask's id and a draft's id; KeyError where there is none."""
        return self._by_place[ask, draft]

    def to_json(self) -> dict[str, Any]:
        """The contract of ``hanse trace DIR --json``."""
        return {
            "title": self.title,
            "forum": self.forum,
            "asks": [ask.to_json() for ask in self.asks],
            "drafts": [
                {
                    "id": draft.id,
                    "title": draft.title,
                    "date": draft.date,
                    "passages": [passage_json(passage) for passage in draft.passages],
                }
                for draft in self.drafts
            ],
            "cells": [cell.to_json() for cell in self.cells],
            "watch": [row.to_json() for row in self.watch],
            "warnings": list(self.warnings),
        }


def passage_json(passage: Passage) -> dict[str, Any]:
    """A passage as the board's JSON has it."""
    return {
        "id": passage.id,
        "number": passage.number,
        "text": passage.text,
        "status": passage.status,
        "page": passage.page,
        "proposals": [{"author": each.author, "text": each.text} for each in passage.proposals],
    }
