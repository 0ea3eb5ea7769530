"""How does the board look in a spreadsheet? One row a cell as CSV; the grid and its findings as XLSX."""

from __future__ import annotations

import csv as commas
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from hanse import saying
from hanse.reports import handling, phrases
from hanse.reports.finding import UNJUDGED, Judged
from hanse.reports.packing import as_of, settled, written
from hanse.saying import gettext, pgettext
from hanse.tracing.board import Board, Cell, Outcome, Source

Value = str | int | float | None

COLUMNS = (
    *("ask", "actor", "kind", "theme", "ask date", "ask text", "draft", "draft title", "draft date"),
    *("outcome", "provenance", "met", "how", "reinstated", "coverage", "novel", "expected"),
    *("passage number", "passage text", "passage status", "strength asked", "strength in draft", "caveats"),
    *("origin", "rivals", "why", "judged"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text that begins so is run by spreadsheets (OWASP, CSV Injection)."""

FILLS: dict[Outcome, str] = {
    "reflected": "E2EFE6",
    "partly reflected": "E0ECF2",
    "weakened": "F7ECD3",
    "reversed": "F7E2EB",
    "pending": "E9E6F6",
    "deleted": "F9E3DD",
    "not reflected": "EEEBE4",
}
INKS: dict[Outcome, str] = {
    "reflected": "17593A",
    "partly reflected": "1B536F",
    "weakened": "734600",
    "reversed": "861A47",
    "pending": "4C3C96",
    "deleted": "932A1B",
    "not reflected": "55514A",
}
"""As in the page's light scheme (``tokens.css``)."""

LONGEST = 32_767
"""Characters that a spreadsheet's cell holds."""


def csv(board: Board, *, judged: Judged = UNJUDGED, include_restricted: bool = False) -> str:
    """One row a cell, asks outermost, with a header of `COLUMNS`, in English for every program.

    Text that a spreadsheet would run is defused by "'". ``judged`` says what a person made of a finding; every other
    row says that the machine alone proposed it.
    Raises RestrictedDocument where the board holds something restricted and ``include_restricted`` is not set.
    """
    handling.permit(board, include_restricted=include_restricted)
    out = StringIO()
    writer = commas.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    with saying.speaking("en"):
        writer.writerows([defused(value) for value in row] for row in _findings(board, judged))
    return out.getvalue()


def defused(value: Value) -> Value:
    """A text that a spreadsheet would run, made plain by a leading "'"; everything else as it is."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA) else value


def _findings(board: Board, judged: Judged) -> Iterable[list[Value]]:
    asks = {ask.id: ask for ask in board.asks}
    drafts = {draft.id: draft for draft in board.drafts}
    for cell in board.cells:
        ask, draft, passage = asks[cell.ask], drafts[cell.draft], cell.passage
        yield [
            *(ask.id, ask.actor, ask.kind, ask.theme, ask.date, ask.text, draft.id, draft.title, draft.date),
            *(cell.outcome, cell.provenance, cell.met, cell.how, "yes" if cell.reinstated else "no"),
            *((cell.coverage, cell.novel, cell.expected) if passage else (None, None, None)),
            *((passage.number, passage.text, passage.status) if passage else (None, None, None)),
            *((cell.ask_strength, cell.draft_strength) if passage else (None, None)),
            _caveats(cell),
            _source(cell.origin) if cell.origin else None,
            "; ".join(_source(rival) for rival in cell.rivals) or None,
            *(cell.why, judged.get((cell.ask, cell.draft), phrases.machine())),
        ]


def _caveats(cell: Cell) -> str | None:
    text = cell.passage.text if cell.passage else ""
    return "; ".join(text[start:end] for start, end in cell.caveats) or None


def _source(source: Source) -> str:
    parts = (phrases.cited(source), source.actor, source.date, "adopted" if source.adopted else "")
    return ", ".join(part for part in parts if part)


def xlsx(
    board: Board, *, judged: Judged = UNJUDGED, include_restricted: bool = False, language: str | None = None
) -> bytes:
    """A workbook: Board (the grid), Findings (one row a cell), Asks, Watch; same board, same bytes.

    The grid, which people read, is in ``language`` (BCP 47), or without one in that which the library speaks
    (`hanse.saying`); the tables behind it are in English for every program.
    Text stays text whatever it begins with. Raises RestrictedDocument as `csv` does.
    """
    handling.permit(board, include_restricted=include_restricted)
    book = Workbook()
    book.properties.title, book.properties.creator = written(board.title) or "Board", "Hanse"
    book.remove(book.active)
    with saying.speaking(language or saying.spoken()):
        _grid(book.create_sheet("Board"), board)
    with saying.speaking("en"):
        _behind(book, board, judged)
    out = BytesIO()
    book.save(out)
    return settled(out.getvalue(), as_of(board))


def _behind(book: Workbook, board: Board, judged: Judged) -> None:
    """The tables on which the grid rests."""
    _table(
        book.create_sheet("Findings"),
        COLUMNS,
        _findings(board, judged),
        (7, 20, 10, 14, 12, 50, 10, 22, 12, 17, 16, 10),
    )
    asks = ([ask.id, ask.actor, ask.date, ask.kind, ask.theme, ask.text, ask.document] for ask in board.asks)
    _table(
        book.create_sheet("Asks"),
        ("ask", "actor", "date", "kind", "theme", "text", "statement"),
        asks,
        (7, 24, 12, 10, 16, 80, 20),
    )
    watched = ("draft", "change", "passage number", "passage text", "mentions", "number before", "text before")
    _table(book.create_sheet("Watch"), watched, _watch(board), (12, 10, 12, 70, 24, 12, 70))


def _watch(board: Board) -> Iterable[list[Value]]:
    for row in board.watch:
        mentions = "; ".join(row.passage.text[start:end] for start, end in row.mentions)
        before = (row.before.number, row.before.text) if row.before else (None, None)
        yield [row.draft, row.change, row.passage.number, row.passage.text, mentions, *before]


def _grid(sheet: Worksheet, board: Board) -> None:
    heads = [f"{phrases.document(draft)}\n{draft.date or gettext('undated')}" for draft in board.drafts]
    rows = (
        [
            ask.id,
            ask.actor,
            phrases.KIND[ask.kind],
            ask.text,
            *(_verdict(board.cell(ask.id, draft.id)) for draft in board.drafts),
        ]
        for ask in board.asks
    )
    own = (
        pgettext("column", "ask"),
        pgettext("column", "actor"),
        pgettext("column", "kind"),
        pgettext("column", "text"),
    )
    sheet.sheet_view.rightToLeft = saying.right_to_left() or None
    _table(sheet, (*own, *heads), rows, (7, 20, 10, 60, *(24 for _ in heads)), fixed=4)
    for place, ask in enumerate(board.asks, start=2):
        for column, draft in enumerate(board.drafts, start=5):
            outcome = board.cell(ask.id, draft.id).outcome
            cell = sheet.cell(place, column)
            cell.fill = PatternFill("solid", start_color=FILLS[outcome])
            cell.font = Font(color=INKS[outcome])
    last = len(board.asks) + 3
    for offset, note in enumerate((phrases.machine(), phrases.attainment())):
        sheet.cell(last + offset, 1, note).font = Font(italic=True)


def _verdict(cell: Cell) -> str:
    marks = [phrases.PROVENANCE_SHORT[cell.provenance]] if cell.provenance else []
    marks += [phrases.MET_SHORT[cell.met], *([gettext("reinstated")] if cell.reinstated else [])]
    return f"{phrases.OUTCOME[cell.outcome]}\n{saying.comma().join(marks)}"


def _table(
    sheet: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int], *, fixed: int = 1
) -> None:
    """A header that stays, filters, widths, wrapped text; ``fixed`` columns stay too."""
    for place, values in enumerate((heads, *rows), start=1):
        for column, value in enumerate(values, start=1):
            _write(sheet, place, column, value)
    for column in range(1, len(heads) + 1):
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = widths[column - 1] if column <= len(widths) else 16
    sheet.freeze_panes = sheet.cell(2, fixed + 1)
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = written(value)[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA)
    else:
        cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
