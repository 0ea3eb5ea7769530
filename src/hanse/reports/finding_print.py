"""How does a finding look on paper? As data for a template: verdict, why, both passages, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hanse import saying
from hanse.reports import phrases
from hanse.reports.finding import UNJUDGED, Judged, day, earlier, pairs, statement, why
from hanse.reports.runs import Mark, runs
from hanse.saying import gettext, pgettext
from hanse.text.document import Document, Span
from hanse.tracing.board import Ask, Board, Cell, Source

Data = dict[str, Any]
Marks = Sequence[tuple[Mark, Sequence[Span]]]


def finding(board: Board, ask: Ask, draft: Document, judged: Judged = UNJUDGED) -> Data:
    """An ask with its way through all drafts, and its finding in one of them, as ``look.typ`` takes it."""
    cell = board.cell(ask.id, draft.id)
    asked_spans, drafted_spans = pairs(ask, cell)
    stands = statement(board, ask)
    told = why(cell)
    cited = f"{phrases.document(stands[0])}{saying.comma()}{phrases.paragraph(stands[1])}" if stands else ""
    return {
        "id": ask.id,
        "actor": ask.actor,
        "way": [
            {"draft": phrases.document(each), "outcome": held.outcome, "said": phrases.OUTCOME[held.outcome]}
            for each in board.drafts
            for held in (board.cell(ask.id, each.id),)
        ],
        "outcome": cell.outcome,
        "said": phrases.OUTCOME[cell.outcome],
        "met": saying.comma().join(
            each for each in (phrases.MET_SHORT[cell.met], gettext("reinstated") if cell.reinstated else "") if each
        ),
        "why": {"words": told.words, "language": told.language},
        "asked": {
            "head": phrases.wants(ask.kind, ask.actor),
            "note": "",
            "words": quotation(ask.text, stands[0].language if stands else "", [("aligned", asked_spans)]),
            "where": saying.comma().join(each for each in (cited, day(ask.date)) if each),
            "force": _force(cell.ask_strength) if cell.passage else "",
        },
        "drafted": _drafted(board, draft, cell, drafted_spans),
        "facts": [(name, lines) for name, lines in _facts(cell, judged.get((ask.id, draft.id), "")) if lines],
    }


def quotation(text: str, language: str = "", marks: Marks = ()) -> Data:
    """Words of others in runs, with their language (BCP 47, or empty)."""
    return {"runs": runs(text, marks), "language": "" if language == "und" else language}


def _force(level: int | None) -> str:
    said = phrases.strength(level)
    return f"{gettext('%(level)s of 5:', level=level)} {said}" if level is not None else said


def _drafted(board: Board, draft: Document, cell: Cell, spans: tuple[Span, ...]) -> Data:
    """The passage that answers the ask; without one, that which it last had, or the nearest."""
    name = phrases.document(draft)
    if cell.passage:
        passage = cell.passage
        parts = [name, phrases.paragraph(passage)]
        if passage.status != "open":
            parts.append(phrases.called(passage.status))
        struck = [each.span for each in passage.proposals if each.tracked and each.kind == "delete"]
        marks: Marks = [("aligned", spans), ("caveat", cell.caveats), ("struck", struck)]
        where = [gettext("Page %(page)s.", page=passage.page)] if passage.page else []
        where += [gettext("Words taken up: %(how)s.", how=phrases.HOW[cell.how])] if cell.how else []
        return {
            "head": saying.comma().join(parts),
            "note": "",
            "words": quotation(passage.text, draft.language, marks),
            "where": " ".join(where),
            "force": _force(cell.draft_strength),
        }
    note, former = [gettext("No passage of this draft answers the ask.")], None
    if stood := earlier(board, cell):
        former = stood[1].passage
        assert former is not None
        note.append(
            gettext(
                "It last stood in %(start)s%(draft)s, %(paragraph)s%(end)s:",
                start="",
                end="",
                draft=phrases.document(stood[0]),
                paragraph=phrases.paragraph(former),
            )
        )
    elif cell.nearest:
        former = cell.nearest
        note.append(gettext("The nearest is %(paragraph)s:", paragraph=phrases.paragraph(former)))
    language = (stood[0] if stood else draft).language
    words = quotation(former.text, language, []) if former else None
    return {"head": name, "note": " ".join(note), "words": words, "where": "", "force": ""}


def _facts(cell: Cell, judgement: str) -> Iterator[tuple[str, list[str]]]:
    """What the finding rests on: a label, and a line or more."""
    if cell.passage:
        text = cell.passage.text
        yield gettext("Caveats"), [_quoted(text[start:end]) for start, end in cell.caveats]
        yield gettext("Carried"), [" ".join(each for each in (phrases.coverage(cell), phrases.novel(cell)) if each)]
        yield gettext("Chance"), [phrases.expected(cell)]
    if cell.provenance:
        yield gettext("Whose words"), [phrases.PROVENANCE_SAYS[cell.provenance]]
    yield gettext("Origin"), [_named(cell.origin)] if cell.origin else []
    yield gettext("Rivals"), [_named(rival) for rival in cell.rivals if rival != cell.origin]
    if cell.passage:
        yield (
            gettext("Proposals"),
            [
                f"{saying.apart(each.author) or gettext('Unnamed')} ({phrases.PROPOSAL[each.kind]}){saying.colon()}"
                f"{_quoted(each.text)}"
                for each in cell.passage.proposals
            ],
        )
    yield gettext("Judged"), [judgement] if judgement else []


def _named(source: Source) -> str:
    """An origin or rival, what it is and how much of the ask it has."""
    about = [phrases.cited(source), saying.apart(source.actor), day(source.date)]
    about += [pgettext("text", "adopted")] if source.adopted else []
    has = (
        gettext("has %(share)s of the ask", share=phrases.share(source.coverage))
        if source.coverage < 1
        else gettext("has all of the ask")
    )
    return f"{saying.comma().join(each for each in about if each)}{saying.semicolon()}{has}"


def _quoted(words: str) -> str:
    return gettext("“%(words)s”", words=words)
