"""How is a workbook read as a table? One sheet, row by row; values as they were computed, no formula is ever run."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

from hanse.errors import DamagedFile, EmptyFile, HanseError, UnsupportedFile
from hanse.text.limits import opened_zip
from hanse.workspace.registry.exchange.sheets import Raw, Row, SheetName, letters
from hanse.workspace.registry.exchange.xstring import unescaped


def read(path: Path, name: str, sheet: str, encoding: str) -> Raw:
    """The rows of a sheet of a workbook: the one that is named, or the first that is not hidden."""
    data = path.read_bytes()
    _check(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except HanseError:
        raise
    except Exception as error:  # whatever a damaged workbook breaks in the library
        raise DamagedFile(_("the workbook is damaged"), where=name, do=_("save it again as XLSX or CSV")) from error
    names = tuple(SheetName(each.title, each.sheet_state != "visible") for each in book.worksheets)
    if not names:
        raise EmptyFile(_("the workbook has no sheet with cells"), where=name, do=_("choose another file"))
    wanted = sheet or next((each.name for each in names if not each.hidden), names[0].name)
    found = next((each for each in book.worksheets if each.title == wanted), None)
    if found is None:
        wrong = _("the workbook has no sheet “%(sheet)s”") % {"sheet": wanted}
        raise UnsupportedFile(wrong, where=name, do=_("choose another sheet"))
    raw = Raw(iter(()), sheet=wanted, sheets=names)
    if any(each.name == wanted and each.hidden for each in names):
        raw.said.append(_("The sheet “%(sheet)s” is hidden in the workbook.") % {"sheet": wanted})
    raw.rows = _rows(book, found, raw, name)
    return raw


def _check(data: bytes, name: str) -> None:
    with opened_zip(data, name) as archive:
        members = archive.namelist()
        if "xl/workbook.xml" not in members and not any(each.endswith("workbook.xml") for each in members):
            wrong = _("this is a zip archive or another kind of file, no Excel workbook")
            if "mimetype" in members:
                wrong = _("this is an OpenDocument file, no Excel workbook")
            raise UnsupportedFile(wrong, where=name, do=_("save the table as XLSX or CSV"))
        for member in members:
            if member.endswith(".xml") and _declares(archive, member):
                raise DamagedFile(
                    _("it declares entities, as no workbook does"), where=f"{name}, {member}", do=_("save it again")
                )


def _declares(archive: ZipFile, member: str) -> bool:
    with archive.open(member) as part:
        return b"<!DOCTYPE" in part.read(2000) or False


def _rows(book: Any, sheet: Any, raw: Raw, name: str) -> Iterator[Row]:
    try:
        with sheet._get_source() as source:
            parser = _Parser(source, sheet._shared_strings, book, raw)
            for number, cells in parser.parse():
                yield number, _texts(cells)
            for each in getattr(parser.merged_cells, "mergeCell", None) or ():
                left, top, right, bottom = each.bounds
                raw.merged.append((top, left, bottom, right))
    except HanseError:
        raise
    except Exception as error:
        raise DamagedFile(_("the sheet is damaged"), where=f"{name}, {sheet.title}", do=_("save it again")) from error
    finally:
        book.close()


class _Parser(WorkSheetParser):
    """openpyxl's, which also tells of formulas whose value was not saved, of errors, and of dates shown in part."""

    def __init__(self, source: Any, strings: Any, book: Any, raw: Raw) -> None:
        super().__init__(source, strings, True, book.epoch, book._date_formats, book._timedelta_formats)
        self.book, self.raw = book, raw

    def parse_formatting(self, element: Any) -> None:
        """Colours tell nothing."""

    parse_extensions = parse_legacy = parse_sheet_protection = parse_formatting

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell = super().parse_cell(element)
        where = (cell["row"], cell["column"])
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            sentence = _(
                "the cell %(cell)s holds a formula whose value was not saved; "
                "open the file in a spreadsheet and save it again."
            )
            self.raw.flaws.append((*where, sentence % {"cell": f"{letters(where[1])}{where[0]}"}))
        elif cell["data_type"] == "e":
            sentence = _("the cell %(cell)s holds the error %(error)s; correct its formula.")
            said = {"cell": f"{letters(where[1])}{where[0]}", "error": cell["value"]}
            self.raw.flaws.append((*where, sentence % said))
        elif isinstance(cell["value"], datetime):
            cell["value"] = _shown(cell["value"], self._format(cell["style_id"]))
        return cell

    def _format(self, style: int) -> str:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

        number = self.book._cell_styles[style].numFmtId if style < len(self.book._cell_styles) else 0
        if number < BUILTIN_FORMATS_MAX_SIZE:
            return BUILTIN_FORMATS.get(number, "")
        formats = self.book._number_formats
        place = number - BUILTIN_FORMATS_MAX_SIZE
        return formats[place] if place < len(formats) else ""


def _shown(value: datetime, form: str) -> str:
    """A date as far as the cell shows it: a year shown alone is a year."""
    plain = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", form.lower())
    if "y" in plain and "d" not in plain and "h" not in plain:
        return f"{value:%Y-%m}" if "m" in plain else f"{value:%Y}"
    return value.date().isoformat() if value.time() == time() else value.isoformat(" ")


def _texts(cells: list[dict[str, Any]]) -> list[str]:
    row = [""] * max((cell["column"] for cell in cells), default=0)
    for cell in cells:
        row[cell["column"] - 1] = _text(cell["value"])
    return row


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, str):
        return unescaped(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)
