"""How do records leave the house? As the sheets that an import takes back unchanged: CSV, XLSX, a zip of all kinds."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db import models
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import eyes
from hanse.workspace.registry.exchange.columns import header, row_of, rows_from
from hanse.workspace.registry.exchange.formulas import quoted
from hanse.workspace.registry.exchange.xstring import escaped
from hanse.workspace.registry.kinds import KINDS, Kind

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""One time for all members of a zip, so that the same registry gives the same bytes."""
LONGEST_CELL = 32_767
"""Characters that a cell of XLSX holds."""
MOST_ROWS = 1_048_575
"""Rows that a sheet of XLSX holds under its header."""
_WIDE = {"name": 34, "title": 48, "actor": 34, "network": 34, "description": 60, "note": 40, "quote": 60}


def csv_of(kind: Kind, records: Any, user: Any, *, mark: bool = True) -> Iterator[bytes]:
    """The sheet of a kind's records as CSV, piece by piece: UTF-8, with a byte order mark so that spreadsheets read it.

    ``records`` are those that the user may see; what they name and the user may not see is left empty.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
    if mark:
        yield "\ufeff".encode()
    writer.writerow(header(kind))
    for row in _rows(kind, records, user):
        writer.writerow([quoted(cell) for cell in row.values()])
        if out.tell() > 64_000:
            yield _emptied(out)
    yield _emptied(out)


def xlsx_of(kind: Kind, records: Any, user: Any) -> IO[bytes]:
    """The same as a workbook of one sheet, numbers as numbers. HanseError where a text is longer than a cell."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(kind.plural[:31])
    sheet.freeze_panes = "A2"
    for place, name in enumerate(header(kind), 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDE.get(name, 16)
    sheet.append([_bold(sheet, name) for name in header(kind)])
    numbers = {field.name: field for field in kind.fields() if isinstance(field, _NUMERIC)}
    for place, row in enumerate(_rows(kind, records, user), 2):
        if place > MOST_ROWS:
            wrong = _("a sheet of XLSX ends at row %(row)s") % {"row": intcomma(MOST_ROWS + 1)}
            raise HanseError(wrong, where=kind.plural, do=_("take CSV"))
        sheet.append([_cell(sheet, name, cell, name in numbers, place) for name, cell in row.items()])
    out = tempfile.TemporaryFile()  # noqa: SIM115 the caller streams it
    book.save(out)
    out.seek(0)
    return out


def everything(user: Any) -> IO[bytes]:
    """A zip with the sheet of every kind as CSV, of all that the user may see; the import takes it back whole."""
    out = tempfile.TemporaryFile()  # noqa: SIM115 the caller streams it
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for kind in KINDS.values():
            entry = ZipInfo(f"{kind.plural}.csv", LONG_AGO)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as member:
                for piece in csv_of(kind, kind.records().visible_to(user), user):
                    member.write(piece)
    out.seek(0)
    return out


_NUMERIC = models.IntegerField | models.FloatField | models.DecimalField


def _rows(kind: Kind, records: Any, user: Any) -> Iterable[dict[str, str]]:
    seen = eyes(user)
    return (row_of(kind, each, seen) for each in rows_from(records, kind).iterator(chunk_size=2000))


def _emptied(out: io.StringIO) -> bytes:
    piece = out.getvalue()
    out.seek(0)
    out.truncate()
    return piece.encode()


def _bold(sheet: Any, name: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: Any, name: str, text: str, numeric: bool, row: int) -> Any:
    """A number where a number stays the same number; else a text, which no spreadsheet takes for a formula."""
    if not text:
        return None
    if numeric and "n" not in text.lower() and Decimal(f"{float(text):.15g}") == Decimal(text):
        return float(text) if "." in text or "e" in text.lower() else int(text)
    said = escaped(quoted(text))
    if len(said) > LONGEST_CELL:
        wrong = _("the text is longer than a cell of XLSX (%(most)s)") % {"most": intcomma(LONGEST_CELL)}
        where = _("row %(row)d") % {"row": row}
        raise HanseError(wrong, where=f"{where}, {name}", do=_("take CSV"))
    cell = WriteOnlyCell(sheet, said)
    cell.data_type = "s"
    return cell
