"""How does the board look on paper? The grid on landscape pages, then each ask with its latest finding, as PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from hanse import saying
from hanse.reports import handling, phrases
from hanse.reports.board import machine, movements, tally, traced
from hanse.reports.finding import UNJUDGED, Judged, day, sources
from hanse.reports.finding_print import Data, finding, quotation
from hanse.reports.glyphs import glyphs
from hanse.reports.lettering import typeset_all
from hanse.saying import gettext, pgettext
from hanse.text.document import Document, Passage, Span
from hanse.tracing.board import OUTCOMES, Board, Cell

COLUMNS = 8
"""Drafts that stand beside each other on a landscape page."""
OPENING = 220
"""Characters of an ask that the grid shows; its finding has all of it."""


def pdf(
    board: Board, *, judged: Judged = UNJUDGED, include_restricted: bool = False, language: str | None = None
) -> bytes:
    """The board as accessible PDF (PDF/UA-1) on A4, landscape; same board, same bytes.

    First the grid of asks and drafts, each outcome as a sign and in words: drafts that a page is too narrow for
    follow on the next, asks that it is too short for too, with the heads of the columns again. Then each ask with its
    finding in the latest draft, both passages quoted. ``language`` and ``judged`` as in `hanse.reports.board.html`.
    A character that no font has is printed as its code.
    Raises RestrictedDocument where the board holds something restricted and ``include_restricted`` is not set.
    """
    handling.permit(board, include_restricted=include_restricted)
    with saying.speaking(language or saying.spoken()):
        return typeset_all("board", _data(board, judged), language=saying.spoken())


def _data(board: Board, judged: Judged) -> Data:
    latest = board.drafts[-1] if board.drafts else None
    return {
        "title": " ".join(board.title.split()) or gettext("Untitled campaign"),
        "printed": (latest.date if latest else None) or "",
        "kind": gettext("The board"),
        "forum": board.forum,
        "date": day(latest.date) if latest else "",
        "restricted": bool(handling.restricted(board)),
        "standfirst": " ".join((traced(board), machine(board, judged), phrases.attainment())),
        "machine": machine(board, judged),
        "glyphs": glyphs(),
        "say": _say(latest),
        "tally": [
            {"outcome": each.outcome, "said": phrases.OUTCOME[each.outcome], "count": len(each.rows)}
            for each in tally(board)
        ],
        "moved": _moved(board),
        "grids": list(_grids(board, judged)),
        "legend": _legend(),
        "findings": [finding(board, ask, latest, judged) for ask in board.asks] if latest else [],
        "watch": _watch(board, latest),
        "sources": _sources(board, latest),
        "warnings": list(board.warnings),
    }


def _say(latest: Document | None) -> Data:
    """The labels of the page."""
    return {
        "ask": gettext("Ask"),
        "restricted": pgettext("handling", "Restricted."),
        "held": gettext("This page holds what must not be passed on."),
        "where": gettext("Where the asks stand in %(draft)s", draft=phrases.document(latest)) if latest else "",
        "grid": gettext("Asks by draft"),
        "legend": gettext("How to read the board"),
        "turned": gettext(
            "Where words are to go or are spoken against, the outcome says whether they stand, and “met” turns it "
            "round."
        ),
        "marked": gettext("In quotations, words taken up are set on colour, caveats are underlined."),
        "findings": gettext("The findings in %(draft)s", draft=phrases.document(latest)) if latest else "",
        "watch": gettext("Local governments in the text"),
        "watched": gettext(
            "Passages in which cities, mayors and other local authorities gained or lost a mention against the draft "
            "before."
        ),
        "sources": gettext("Sources"),
        "warnings": gettext("Read with doubt"),
        "coded": gettext("A character that no font has is printed as its code, such as [U+1F680]."),
        "contribution": gettext("Each finding names its rivals: contribution, not proof."),
    }


def _moved(board: Board) -> str:
    """How many asks fare better and worse than in the draft before, for those who asked; empty where there is none."""
    moves = movements(board)
    if not moves:
        return ""
    told = saying.comma().join(f"{saying.counted(len(each.rows))} {phrases.MOVED[each.name]}" for each in moves)
    against = gettext("For those who asked, against %(draft)s:", draft=phrases.document(board.drafts[-2]))
    return f"{against} {told}{saying.stop()}"


def _grids(board: Board, judged: Judged) -> Iterator[Data]:
    """The grid in as few parts as its drafts need, each of about as many columns."""
    parts = max(1, ceil(len(board.drafts) / COLUMNS))
    size = ceil(len(board.drafts) / parts)
    for part in range(parts):
        shown = board.drafts[part * size : (part + 1) * size]
        told = ""
        if parts > 1:
            first = part * size + 1
            told = gettext(
                "Drafts %(first)s to %(last)s of %(all)s",
                first=first,
                last=first + len(shown) - 1,
                all=len(board.drafts),
            )
        yield {
            "part": told,
            "drafts": [{"title": phrases.document(draft), "date": day(draft.date)} for draft in shown],
            "rows": [
                {
                    "opening": _opening(ask.text),
                    "id": ask.id,
                    "by": [part for part in (ask.actor, phrases.KIND[ask.kind], ask.theme) if part],
                    "cells": [_cell(board.cell(ask.id, draft.id), judged) for draft in shown],
                }
                for ask in board.asks
            ],
        }


def _opening(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= OPENING:
        return text
    start = text[: OPENING - 1]
    return f"{start.rsplit(maxsplit=1)[0] if ' ' in start[OPENING // 2 :] else start}…"


def _cell(cell: Cell, judged: Judged) -> Data:
    more = (
        phrases.PROVENANCE_SHORT[cell.provenance] if cell.provenance else "",
        phrases.MET_SHORT[cell.met],
        gettext("reinstated") if cell.reinstated else "",
        gettext("judged") if (cell.ask, cell.draft) in judged else "",
    )
    return {
        "outcome": cell.outcome,
        "said": phrases.OUTCOME[cell.outcome],
        "more": saying.comma().join(each for each in more if each),
    }


def _legend() -> Data:
    return {
        "outcomes": [
            {"outcome": outcome, "said": phrases.OUTCOME[outcome], "means": phrases.OUTCOME_MEANS[outcome]}
            for outcome in OUTCOMES
        ],
        "others": [
            *((phrases.PROVENANCE_SHORT[each], means) for each, means in phrases.PROVENANCE_MEANS.items()),
            *((phrases.MET_SHORT[each], means) for each, means in phrases.MET_MEANS.items()),
        ],
    }


def _watch(board: Board, latest: Document | None) -> list[Data]:
    """The latest draft's passages in which local governments gained or lost a mention."""
    shown = []
    for row in board.watch:
        if latest is None or row.draft != latest.id:
            continue
        place = phrases.paragraph(row.passage)
        gone = row.passage not in latest.passages
        said = (
            gettext("%(paragraph)s: mention gained", paragraph=place)
            if row.change == "gained"
            else gettext("%(paragraph)s: mention lost", paragraph=place)
        )
        now = _mention(row.passage, row.mentions, latest)
        before = _mention(row.before, row.before_mentions, latest) if row.before else None
        shown.append(
            {
                "head": said,
                "before_head": pgettext("the draft before", "Before"),
                "before": now if gone and before is None else before,
                "without": gettext("No such passage."),
                "now_head": phrases.document(latest),
                "now": None if gone else now,
                "gone": gettext("The passage is gone."),
            }
        )
    return shown


def _mention(passage: Passage, spans: Sequence[Span], draft: Document) -> Data:
    return quotation(passage.text, draft.language, [("mention", spans)])


def _sources(board: Board, latest: Document | None) -> list[Data]:
    """What the printed findings name as origin or rival, quoted once each."""
    if latest is None:
        return []
    shown = [board.cell(ask.id, latest.id) for ask in board.asks]
    named = {
        (each.document, each.passage.id) for cell in shown for each in (cell.origin, *cell.rivals) if each is not None
    }
    languages = {text.id: text.language for text in (*board.record, *board.drafts, *board.statements)}
    return [
        {
            "name": phrases.cited(each),
            "words": quotation(each.passage.text, languages.get(each.document, ""), []),
            "about": saying.comma().join(
                part
                for part in (
                    saying.apart(each.actor),
                    day(each.date),
                    pgettext("text", "adopted") if each.adopted else "",
                )
                if part
            ),
        }
        for each in sources(board)
        if (each.document, each.passage.id) in named
    ]
