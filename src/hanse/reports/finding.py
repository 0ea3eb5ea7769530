"""What stands behind one cell? The two passages side by side, marked, with everything that the finding rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from hanse import saying
from hanse.reports import frame, phrases, reasons
from hanse.reports.marks import Insertion, Layer, joined, marked
from hanse.saying import gettext, pgettext
from hanse.text.document import Document, Passage, Span
from hanse.tracing.board import Ask, Board, Cell, Source

Judged = Mapping[tuple[str, str], str]
"""(ask's id, draft's id) -> what a person made of that finding, as a sentence."""
UNJUDGED: Judged = MappingProxyType({})

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Templates of this room; everything that is not Markup is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined]
        saying.gettext, saying.plural, newstyle=True, pgettext=saying.pgettext
    )
    made.globals.update(say=phrases, saying=saying)
    made.filters["day"] = day
    made.filters["slug"] = slug
    return made


def template(name: str) -> Template:
    return environment().get_template(name)


def day(date: str | None) -> str:
    """An EDTF date as people write it: "2 June 2031", "June 2031", "2031"; "undated" for None.

    EDTF's marks of doubt are said: "about 2031" for "2031~", "2031 (uncertain)" for "2031?", both for "2031%".
    """
    if not date:
        return gettext("undated")
    doubted = re.fullmatch(r"(\d{4}(?:-\d{2}){0,2})([~?%])", date)
    said = frame.day(doubted[1] if doubted else date, saying.spoken())
    if not doubted:
        return said
    mark = doubted[2]
    if mark == "~":
        return gettext("about %(date)s", date=said)
    if mark == "?":
        return gettext("%(date)s (uncertain)", date=said)
    return gettext("about %(date)s (uncertain)", date=said)


def slug(name: str) -> str:
    """A name as a class or attribute value: "not reflected" -> "not-reflected"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def anchors(ids: Iterable[str], prefix: str = "") -> dict[str, str]:
    """For each id one that is safe and unique in a page and its address."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        name = base = prefix + (re.sub(r"[^A-Za-z0-9_.-]+", "-", id).strip("-") or "x")
        count = 1
        while name in taken:
            count += 1
            name = f"{base}~{count}"
        taken.add(name)
        given[id] = name
    return given


class Places:
    """Where everything of a board stands in its page."""

    def __init__(self, board: Board) -> None:
        self._asks = anchors(ask.id for ask in board.asks)
        self._drafts = anchors(draft.id for draft in board.drafts)

    def ask(self, ask: str) -> str:
        return f"ask.{self._asks[ask]}"

    def draft(self, draft: str) -> str:
        return f"draft.{self._drafts[draft]}"

    def finding(self, ask: str, draft: str) -> str:
        return f"{self._asks[ask]}.{self._drafts[draft]}"

    def source(self, document: str, passage: str) -> str:
        return "source." + re.sub(
            r"[^A-Za-z0-9_.-]+", lambda odd: "".join(f"~{ord(c):x}" for c in odd[0]), f"{document}.{passage}"
        )


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage as it is quoted: its words, marked, and their language (BCP 47, empty where unknown)."""

    words: Markup
    language: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """A sentence and, where it is not that of the page, its language (BCP 47)."""

    words: str
    language: str = ""


def finding(board: Board, cell: Cell, places: Places | None = None, judgement: str = "") -> Markup:
    """One cell of the board as an ``<article>``, for this room's page and for anybody else's.

    ``judgement`` is what a person made of it, as a sentence; empty where nobody has judged it yet.
    Raises KeyError where the cell's ask or draft is not on the board.
    """
    places = places or Places(board)
    ask = next(each for each in board.asks if each.id == cell.ask)
    draft = next(each for each in board.drafts if each.id == cell.draft)
    return article(board, ask, draft, cell, places, judgement)


def article(board: Board, ask: Ask, draft: Document, cell: Cell, places: Places, judgement: str = "") -> Markup:
    """As `finding`, for a caller who has ask, draft and places at hand."""
    return Markup(
        template("finding.html").render(
            ask=ask,
            draft=draft,
            cell=cell,
            anchor=places.finding(ask.id, draft.id),
            places=places,
            judgement=judgement,
            asked=asked(board, ask, cell),
            drafted=drafted(ask, draft, cell),
            statement=statement(board, ask),
            earlier=earlier(board, cell) if cell.passage is None else None,
            rivals=tuple(rival for rival in cell.rivals if rival != cell.origin),
            why=why(cell),
        )
    )


def why(cell: Cell) -> Why:
    """The sentence of why, in the language that is spoken where it can be said there."""
    said = reasons.said(cell.why)
    return Why(said or cell.why, "" if said or saying.spoken() == "en" else "en")


def asked(board: Board, ask: Ask, cell: Cell) -> Quotation:
    """The ask's words with those that the draft has marked."""
    spans, _ = pairs(ask, cell)
    text = next((each for each in board.statements if each.id == ask.document), None)
    return Quotation(marked(ask.text, (Layer("aligned", spans, numbered=True),)), _tag(text.language if text else ""))


def drafted(ask: Ask, draft: Document, cell: Cell) -> Quotation | None:
    """The draft's passage: aligned words marked, caveats underlined, tracked changes in place; None without passage."""
    if cell.passage is None:
        return None
    _, spans = pairs(ask, cell)
    tracked = [each for each in cell.passage.proposals if each.tracked]
    layers = (
        Layer("caveat", cell.caveats, label=pgettext("label in a passage", "caveat")),
        Layer("struck", [each.span for each in tracked if each.kind == "delete"]),
        Layer("aligned", spans, numbered=True),
    )
    insertions = sorted((each.span[0], each.text, each.author) for each in tracked if each.kind == "insert")
    words = marked(cell.passage.text, layers, [Insertion(*each) for each in insertions])
    return Quotation(words, _tag(draft.language))


def pairs(ask: Ask, cell: Cell) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Paired spans as shown; left alone where they do not pair."""
    if cell.passage is None or len(cell.ask_spans) != len(cell.draft_spans):
        return cell.ask_spans, cell.draft_spans
    return joined(ask.text, cell.ask_spans, cell.passage.text, cell.draft_spans)


def _tag(language: str) -> str:
    return "" if language == "und" else language


def statement(board: Board, ask: Ask) -> tuple[Document, Passage] | None:
    """The statement and passage in which the ask was found."""
    for text in board.statements:
        if text.id == ask.document:
            return next(((text, passage) for passage in text.passages if passage.id == ask.passage), None)
    return None


def earlier(board: Board, cell: Cell) -> tuple[Document, Cell] | None:
    """The last draft before this one that had a passage for the ask, and its cell."""
    found = None
    for draft in board.drafts:
        if draft.id == cell.draft:
            return found
        before = board.cell(cell.ask, draft.id)
        if before.passage is not None:
            found = (draft, before)
    return found


def sources(board: Board) -> tuple[Source, ...]:
    """Every origin and rival that some cell names, once each, by title, date and place in the text."""
    seen: dict[tuple[str, str], Source] = {}
    for cell in board.cells:
        for each in (*((cell.origin,) if cell.origin else ()), *cell.rivals):
            seen.setdefault((each.document, each.passage.id), each)
    return tuple(sorted(seen.values(), key=lambda each: (each.title, each.date or "", each.document, each.passage.id)))
