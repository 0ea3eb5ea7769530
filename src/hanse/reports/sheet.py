"""What does a delegation table tonight? The language sheet: each open ask with the words that would meet it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from docx.document import Document as WordFile
from docx.shared import Mm, Pt
from docx.table import _Cell

from hanse import saying
from hanse.errors import BadCampaign
from hanse.reports import handling, phrases, wordfile
from hanse.reports.finding import day, earlier, why
from hanse.reports.pieces import Piece, keys
from hanse.reports.proposing import proposed
from hanse.saying import gettext, ngettext, pgettext
from hanse.text.document import Document, Passage, Proposal
from hanse.tracing.board import Ask, Board, Cell, Source

WIDTHS = (21.0, 63.0, 72.0, 46.0, 63.0)
"""Millimetres; together the page between its margins."""

LONGEST = 320
"""Characters of a precedent that are quoted."""
UNBROKEN = 900
"""Characters of a passage up to which its row is kept on one page."""


@dataclass(frozen=True, slots=True)
class Row:
    """One ask that is not met yet, and what would meet it."""

    ask: Ask
    cell: Cell
    paragraph: str
    proposal: tuple[Piece, ...]
    precedents: tuple[Source, ...]
    rationale: str


def docx(
    board: Board, draft: str | None = None, *, include_restricted: bool = False, language: str | None = None
) -> bytes:
    """The language sheet for one draft (by id; the latest by default) as a Word file; same board, same bytes.

    Rows are the asks not met yet, in the order of the draft's paragraphs, then those without a place in it. In the
    proposed text what is not bold is, joined, the current text. ``language`` (BCP 47) is that of the sheet's own words;
    without one, that which the library speaks (`hanse.saying`).
    Raises BadCampaign where the board has no such draft, RestrictedDocument where it holds something restricted and
    ``include_restricted`` is not set.
    """
    handling.permit(board, include_restricted=include_restricted)
    text = _draft(board, draft)
    with saying.speaking(language or saying.spoken()):
        return _file(board, text)


def heads() -> tuple[str, ...]:
    """Of the sheet's columns."""
    return (
        pgettext("column", "Paragraph"),
        pgettext("column", "Current text"),
        pgettext("column", "Proposed text"),
        pgettext("column", "Precedent"),
        pgettext("column", "Rationale"),
    )


def _file(board: Board, text: Document) -> bytes:
    tabled = rows(board, text)
    title = gettext("%(campaign)s: language sheet", campaign=board.title or gettext("Campaign"))
    file = wordfile.blank(title)
    _title(file, board, text, title, len(tabled))
    _table(file, text, tabled)
    _procedure(file, board)
    wordfile.own(file, f"{phrases.machine()} {phrases.attainment()}")
    wordfile.page_numbers(file, f"{title}{saying.comma()}{phrases.document(text)}")
    return wordfile.packed(file, board)


def _draft(board: Board, id: str | None) -> Document:
    if not board.drafts:
        raise BadCampaign("there is no draft", where=board.title or "this board", do="add one, then trace again")
    if id is None:
        return board.drafts[-1]
    for draft in board.drafts:
        if draft.id == id:
            return draft
    known = ", ".join(draft.id for draft in board.drafts)
    raise BadCampaign(f"there is no draft {id}", where=board.title or "this board", do=f"name one of {known}")


def rows(board: Board, draft: Document) -> tuple[Row, ...]:
    """The sheet's rows: asks for text that this draft does not meet."""
    place = {passage.id: number for number, passage in enumerate(draft.passages)}
    found = []
    for number, ask in enumerate(board.asks):
        cell = board.cell(ask.id, draft.id)
        if ask.kind == "process" or cell.met == "yes":
            continue
        found.append((place.get(cell.passage.id, len(place)) if cell.passage else len(place), number, ask, cell))
    found.sort(key=lambda each: each[:2])
    return tuple(_row(board, ask, cell) for _, _, ask, cell in found)


def _row(board: Board, ask: Ask, cell: Cell) -> Row:
    stood = earlier(board, cell) if cell.passage is None else None
    if cell.passage:
        paragraph = cell.passage.number or phrases.paragraph(cell.passage)
    elif stood and stood[1].passage:
        paragraph = gettext(
            "New; was %(paragraph)s in %(draft)s",
            paragraph=phrases.paragraph(stood[1].passage),
            draft=phrases.document(stood[0]),
        )
    else:
        paragraph = pgettext("paragraph", "New")
    sources = (*((cell.origin,) if cell.origin else ()), *cell.rivals)
    adopted = {(each.document, each.passage.id): each for each in sources if each.adopted}
    proposal = proposed(ask, cell)
    rationale = _step(ask, cell, proposal) + _rationale(ask, cell)
    return Row(ask, cell, paragraph, proposal, tuple(adopted.values()), rationale)


def _rationale(ask: Ask, cell: Cell) -> str:
    who = phrases.wants(ask.kind, ask.actor)
    about = saying.comma().join((ask.id, day(ask.date)) if ask.date else (ask.id,))
    return gettext(
        "%(who)s (%(ask)s). Now %(outcome)s: %(why)s",
        who=who,
        ask=about,
        outcome=phrases.OUTCOME[cell.outcome],
        why=why(cell).words,
    )


def _step(ask: Ask, cell: Cell, proposal: tuple[Piece, ...]) -> str:
    """What to do beside changing words: a sentence, or nothing."""
    if cell.passage is None:
        return ""
    if cell.outcome == "weakened" and cell.passage.part == "preamble":
        return gettext("Move to the operative part.") + " "
    if cell.outcome != "pending" or any(piece.change for piece in proposal):
        return ""
    if ask.kind in ("delete", "oppose"):
        offered = _offered(ask, cell.passage)
        authors = saying.comma().join(dict.fromkeys(each.author for each in offered if each.author))
        words = offered[0].text.strip(" .;,") if len(offered) == 1 else ""
        return _keep(authors, words) + " "
    return gettext("Keep this wording and lift the brackets.") + " "


def _keep(authors: str, words: str) -> str:
    """Not to accept a proposal: whose, and which words."""
    if authors and words:
        return gettext(
            "Keep the current text; do not accept the proposal of %(authors)s: “%(words)s”.",
            authors=authors,
            words=words,
        )
    if authors:
        return gettext("Keep the current text; do not accept the proposal of %(authors)s.", authors=authors)
    if words:
        return gettext("Keep the current text; do not accept the proposal: “%(words)s”.", words=words)
    return gettext("Keep the current text; do not accept the proposal.")


def _offered(ask: Ask, passage: Passage) -> tuple[Proposal, ...]:
    """The proposed insertion that is likest to the ask; else all proposals on the passage."""
    inserts = [each for each in passage.proposals if each.kind == "insert"]
    if not inserts:
        return passage.proposals
    asked = keys(ask.text)
    return (max(inserts, key=lambda each: SequenceMatcher(None, keys(each.text), asked, False).ratio()),)


def _title(file: WordFile, board: Board, draft: Document, title: str, tabled: int) -> None:
    if handling.restricted(board):
        wordfile.own(file, gettext("RESTRICTED: holds what must not be passed on."), "Subtitle")
    wordfile.own(file, title, "Title")
    on = gettext("on %(draft)s, %(date)s", draft=phrases.document(draft), date=day(draft.date))
    parts = (board.forum, on)
    wordfile.own(file, saying.semicolon().join(part for part in parts if part), "Subtitle")
    asks = ngettext("%(num)s ask", "%(num)s asks", len(board.asks), num=len(board.asks))
    prepared = gettext("Prepared from %(asks)s, of which %(tabled)s not yet met.", asks=asks, tabled=tabled)
    legend = gettext("Proposed text: additions in bold, deletions struck through.")
    note = wordfile.own(file, f"{prepared} {legend}")
    note.paragraph_format.space_after = Pt(10)


def _table(file: WordFile, draft: Document, tabled: tuple[Row, ...]) -> None:
    if not tabled:
        wordfile.own(file, gettext("Every ask for text is met in this draft; there is nothing to table."))
        return
    about = gettext("Paragraph, current text, proposed text, precedent and rationale of each ask")
    table = wordfile.table(file, heads(), WIDTHS, about)
    language = "" if draft.language == "und" else draft.language
    for row in tabled:
        line = table.add_row()
        cells = line.cells
        if len(row.cell.passage.text if row.cell.passage else row.ask.text) < UNBROKEN:
            wordfile.whole(line)
        for cell, width in zip(cells, WIDTHS, strict=True):
            cell.width = Mm(width)
        wordfile.say(cells[0].paragraphs[0], row.paragraph)
        wordfile.quote(cells[1].paragraphs[0], row.cell.passage.text if row.cell.passage else "—", language=language)
        _proposal(cells[2], row, language)
        _precedents(cells[3], row.precedents)
        wordfile.say(cells[4].paragraphs[0], row.rationale)


def _proposal(cell: _Cell, row: Row, language: str) -> None:
    paragraph = cell.paragraphs[0]
    if row.cell.passage is None:
        wordfile.say(paragraph, gettext("New paragraph:") + " ")
    for piece in row.proposal:
        wordfile.quote(paragraph, piece.text, piece.change, language=language)


def _precedents(cell: _Cell, sources: tuple[Source, ...]) -> None:
    paragraph = cell.paragraphs[0]
    if not sources:
        wordfile.say(paragraph, pgettext("precedents", "None found."))
    for place, source in enumerate(sources):
        if place:
            paragraph = cell.add_paragraph()
        words = source.passage.text
        words = words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"
        said = gettext(
            "%(source)s: “%(words)s” It has %(share)s of the ask.",
            source=cited(source),
            words=words,
            share=phrases.share(source.coverage),
        )
        wordfile.say(paragraph, said)


def cited(source: Source) -> str:
    """Agreed language as a delegation cites it: symbol first, then paragraph."""
    name = f"{source.symbol} ({source.title})" if source.symbol and source.title else source.symbol or source.title
    return f"{name or source.document}{saying.comma()}{phrases.paragraph(source.passage)}"


def _procedure(file: WordFile, board: Board) -> None:
    asks = [ask for ask in board.asks if ask.kind == "process"]
    if asks:
        wordfile.own(file, gettext("On procedure, to be raised apart from the text"), "Heading 1")
    for ask in asks:
        by = f" ({ask.actor}{saying.comma()}{ask.id})" if ask.actor else f" ({ask.id})"
        wordfile.say(file.add_paragraph(), f"{ask.text}{by}")
