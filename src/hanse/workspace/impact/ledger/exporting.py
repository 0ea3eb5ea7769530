"""How does the ledger leave the house? One row a position, as CSV and XLSX, for the annex that a donor checks.

What programs read is in English and the same for everybody; the words of people and texts stay in their language.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from hanse.workspace.impact.ledger.positions import Other, Position, Said
from hanse.workspace.impact.ledger.words import REASONS, stands
from hanse.workspace.languages import speaking
from hanse.workspace.registry.exchange.formulas import quoted
from hanse.workspace.registry.exchange.xstring import escaped

HEADER = (
    "key",
    "state",
    "why_not_counted",
    "kind",
    "counts_once_as",
    "as_of",
    "date",
    "claimants",
    "regions",
    "what",
    "contribution",
    "asked_on",
    "ask",
    "statement",
    "campaign",
    "outcome",
    "met",
    "provenance",
    "text",
    "text_symbol",
    "text_date",
    "text_adopted",
    "passage_number",
    "passage",
    "origin",
    "rivals",
    "also_asked_by",
    "whose",
    "evidence",
    "confirmed",
    "replies",
    "handling",
    "address",
)
_WIDE = {"what": 60, "passage": 60, "contribution": 40, "confirmed": 60, "evidence": 60, "rivals": 40, "claimants": 34}
LONGEST_CELL = 32_767
"""Characters that a cell of XLSX holds; what is longer is cut, and says so."""
_CUT = " […]"


def rows(positions: Iterable[Position], day: date) -> list[dict[str, str]]:
    """Each position as columns of text, in English."""
    with speaking("en"):
        return [dict(zip(HEADER, _row(each, day), strict=True)) for each in positions]


def _row(each: Position, day: date) -> tuple[str, ...]:
    text, passage = each.text, each.passage
    return (
        each.key,
        each.state,
        str(REASONS[each.reason]),
        each.kind,
        each.unit,
        day.isoformat(),
        each.date,
        _lines(who.name for who in each.claimants),
        _lines(region for region in each.regions if region),
        each.title,
        _lines(f"{who.name}: {who.contribution}" for who in each.claimants if who.contribution),
        each.asked_on,
        each.ask,
        each.source,
        each.campaign,
        each.outcome,
        each.met,
        each.provenance,
        text.title if text else "",
        text.symbol if text else "",
        text.date if text else "",
        ("yes" if text.adopted else "no") if text else "",
        passage.number if passage else "",
        passage.text if passage else "",
        _other(each.origin) if each.origin else "",
        _lines(_other(rival) for rival in each.rivals),
        _lines(each.also),
        each.whose,
        _lines(
            _joined(f"“{quote.words}”" if quote.words else "", quote.source, quote.locator, quote.date)
            for quote in each.evidence
        ),
        _lines(_said(said) for said in each.confirmed),
        _lines(_joined(said.who, said.says, said.date, f"“{said.words}”", said.source) for said in each.replies),
        each.handling,
        each.address,
    )


def _said(said: Said) -> str:
    where = stands(said) if said.why else ""
    settled = f"settled {said.settled}: {said.settlement}" if said.settled else ""
    quote = f"“{said.words}”" if said.words else ""
    return _joined(said.who, said.says, said.date, where, quote, said.source, said.locator, settled)


def _other(held: Other) -> str:
    return _joined(held.title, held.symbol, held.actor, held.date, held.number, f"“{held.words}”")


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def as_csv(positions: Iterable[Position], day: date) -> IO[bytes]:
    """UTF-8 with a byte order mark; what a spreadsheet could run is quoted."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    writer.writerows([quoted(cell) for cell in row.values()] for row in rows(positions, day))
    return io.BytesIO(("\ufeff" + out.getvalue()).encode())


def as_xlsx(positions: Iterable[Position], day: date) -> IO[bytes]:
    """A workbook of one sheet, every cell a text."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("positions")
    sheet.freeze_panes = "C2"
    for place, name in enumerate(HEADER, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE.get(name, 18)
    sheet.append([_cell(sheet, name, bold=True) for name in HEADER])
    for row in rows(positions, day):
        sheet.append([_cell(sheet, cell) if cell else None for cell in row.values()])
    out = io.BytesIO()
    book.save(out)
    out.seek(0)
    return out


def _cell(sheet: Any, text: str, *, bold: bool = False) -> WriteOnlyCell:
    said = escaped(quoted(text))
    cell = WriteOnlyCell(sheet, said if len(said) <= LONGEST_CELL else said[: LONGEST_CELL - len(_CUT)] + _CUT)
    cell.data_type = "s"
    cell.font, cell.alignment = Font(bold=bold), Alignment(vertical="top", wrap_text=True)
    return cell


FORMS = {"csv": as_csv, "xlsx": as_xlsx}
TYPES = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
