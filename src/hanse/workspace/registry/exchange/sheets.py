"""What does this file hold? A table: its header, its rows as texts, and what cannot be taken as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import DamagedFile, EmptyFile, EncryptedFile, OversizedFile, UnsupportedFile
from hanse.workspace.languages import listed
from hanse.workspace.registry.exchange.columns import COMMON
from hanse.workspace.registry.exchange.formulas import unquoted
from hanse.workspace.registry.exchange.headings import recognised
from hanse.workspace.registry.exchange.taken import Refusal

MOST_ROWS = 250_000
MOST_CELLS = 4_000_000
MOST_COLUMNS = 500
"""What one table may hold, so that reading it takes some hundred megabytes at most."""
HEADER_WITHIN = 30
"""The header is looked for in so many rows."""
LOST = "\ufffd"
_ONLY_MARKS = re.compile(r"[\s?()/,.-]*\?{3}[\s?()/,.-]*")
"""What is left of a name in letters that an encoding does not have."""
_HOLE = re.compile(r"[^\W\d_]\?[^\W\d_]")

Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class SheetName:
    name: str
    hidden: bool = False


@dataclass
class Raw:
    """Rows as a reader of one format gives them, ``(number, cells)``, and what it noticed while they were read."""

    rows: Iterator[Row]
    sheet: str = ""
    sheets: tuple[SheetName, ...] = ()
    said: list[str] = field(default_factory=list)
    encoding: str = ""
    flaws: list[tuple[int, int, str]] = field(default_factory=list)
    """``(row, column from 1, sentence)`` for cells that cannot be taken; complete when the rows are read."""
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column of cells merged into one."""


@dataclass(frozen=True)
class Table:
    """``rows`` are as wide as ``header``; ``numbers`` are theirs in the file; ``said`` is what a reader should know."""

    header: list[str]
    rows: list[list[str]]
    numbers: list[int]
    header_row: int
    sheet: str = ""
    sheets: tuple[SheetName, ...] = ()
    encoding: str = ""
    said: tuple[str, ...] = ()
    flaws: tuple[Refusal, ...] = ()
    """Rows that cannot be taken as they stand, each with the column's heading."""


def table(
    path: Path,
    name: str,
    *,
    sheet: str = "",
    header_row: int = 0,
    encoding: str = "",
    fill: bool = False,
    head: int = 0,
) -> Table:
    """The table of a file: CSV in any encoding and with any separator, or XLSX.

    ``sheet``, ``header_row`` (from 1) and ``encoding`` are found where they are not given. ``fill`` gives cells that
    are merged downwards the value of the first; else their rows are flawed. ``head`` reads only so many rows.
    Raises an UnreadableFile where nothing can be read, with what is wrong, where, and what to do.
    """
    raw = _reader(path, name)(path, name, sheet, encoding)
    rows = list(islice(_counted(raw.rows, name), head + HEADER_WITHIN if head else None))
    if not rows:
        raise EmptyFile(_("there is nothing in it"), where=_where(name, raw), do=_("choose another sheet, or fill it"))
    at = _header_at(rows, header_row, _where(name, raw))
    header = [" ".join(cell.split()) for cell in rows[at][1]]
    header = header[: max((place + 1 for place, cell in enumerate(header) if cell), default=0)]
    body = rows[at + 1 :]
    widest = max((len(cells) for _, cells in body), default=0)
    header += [""] * (min(widest, MOST_COLUMNS) - len(header))
    if not body:
        raise EmptyFile(
            _("there is no row under its header"), where=_where(name, raw), do=_("fill it, or choose another row")
        )
    body = _filled(body, raw, fill)
    wide = [[unquoted(cell) for cell in cells] + [""] * (len(header) - len(cells)) for _, cells in body]
    flaws = [*_flaws(raw, header, rows[at][0], fill), *(() if own(header) else _broken(header, body))]
    said = [*raw.said, *_said(header, rows[at][0], raw), *(() if own(header) else _holes(body))]
    numbers = [number for number, _ in body]
    return Table(
        header, wide, numbers, rows[at][0], raw.sheet, raw.sheets, raw.encoding, tuple(said), tuple(sorted(set(flaws)))
    )


def _reader(path: Path, name: str) -> Callable[[Path, str, str, str], Raw]:
    from hanse.workspace.registry.exchange import reading_csv, reading_xlsx

    with path.open("rb") as file:
        start = file.read(4096)
    for magic, what, do in _OTHERS:
        if start.startswith(magic):
            raise UnsupportedFile(str(what), where=name, do=str(do))
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
            raise EncryptedFile(_("it is locked with a password"), where=name, do=_("save it without one"))
        raise UnsupportedFile(
            _("this is an Excel file of before 2007 (XLS)"), where=name, do=_("save it as XLSX or CSV")
        )
    if start.startswith(b"PK"):
        return reading_xlsx.read
    if Path(name).suffix.lower() in {".xlsx", ".xlsm"} and start:
        raise DamagedFile(
            _("the name promises XLSX but the file is none"), where=name, do=_("save it again as XLSX or CSV")
        )
    if start.lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<table")):
        raise UnsupportedFile(_("this is a web page or XML, no sheet"), where=name, do=_("save it as XLSX or CSV"))
    return reading_csv.read


_OTHERS = (
    (b"%PDF", gettext_lazy("this is a PDF, no sheet"), gettext_lazy("export the table as XLSX or CSV")),
    (b"{\\rtf", gettext_lazy("this is a rich text file, no sheet"), gettext_lazy("save the table as XLSX or CSV")),
    (b"\x89PNG", gettext_lazy("this is a picture, no sheet"), gettext_lazy("type the table in")),
    (b"\xff\xd8\xff", gettext_lazy("this is a picture, no sheet"), gettext_lazy("type the table in")),
    (b"\x1f\x8b", gettext_lazy("this is a gzip archive, no sheet"), gettext_lazy("unpack it first")),
    (b"SQLite format 3", gettext_lazy("this is a database, no sheet"), gettext_lazy("export the table as CSV")),
)


def _counted(rows: Iterator[Row], name: str) -> Iterator[Row]:
    """Rows that hold something, until there are too many."""
    kept = cells = 0
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        kept, cells = kept + 1, cells + len(row)
        if kept > MOST_ROWS or cells > MOST_CELLS:
            most = {"rows": intcomma(MOST_ROWS), "cells": intcomma(MOST_CELLS)}
            wrong = _("it has more than %(rows)s rows or %(cells)s cells") % most
            raise OversizedFile(wrong, where=in_row(name, number), do=_("split it"))
        width = max((place + 1 for place, cell in enumerate(row) if cell), default=0)
        if width > MOST_COLUMNS:
            wrong = _("it has more than %(most)d columns") % {"most": MOST_COLUMNS}
            raise OversizedFile(wrong, where=in_row(name, number), do=_("leave some out"))
        yield number, row[:width]


def _header_at(rows: list[Row], wanted: int, where: str) -> int:
    """Which of the rows is the header: the wanted one, or the first of those with most headings that are known."""
    if wanted:
        for place, (number, _) in enumerate(rows):
            if number == wanted:
                return place
        raise EmptyFile(_("row %(row)d is empty") % {"row": wanted}, where=where, do=_("choose another row as header"))
    first = rows[:HEADER_WITHIN]
    known = [sum(recognised(cell) for cell in cells) for _, cells in first]
    if max(known):
        return known.index(max(known))
    wide = [sum(bool(cell.strip()) and not cell.strip().isdigit() for cell in cells) for _, cells in first]
    return wide.index(max(wide))


def _filled(body: list[Row], raw: Raw, fill: bool) -> list[Row]:
    if fill:
        by_number = dict(body)
        for top, left, bottom, _ in raw.merged:
            for number in range(top + 1, bottom + 1):
                if number in by_number and top in by_number and len(by_number[top]) >= left:
                    row = by_number[number]
                    row += [""] * (left - len(row))
                    row[left - 1] = by_number[top][left - 1]
    return body


def _flaws(raw: Raw, header: list[str], header_row: int, fill: bool) -> Iterator[Refusal]:
    def heading(column: int) -> str:
        return (header[column - 1] if column <= len(header) else "") or letters(column)

    for row, column, sentence in raw.flaws:
        if row > header_row:
            yield Refusal(row, heading(column), sentence)
    for top, left, bottom, right in raw.merged:
        if bottom <= header_row or (fill and left == right):
            continue
        said = {"first": f"{letters(left)}{top}", "last": f"{letters(right)}{bottom}"}
        merged = _(
            "the cells %(first)s to %(last)s are merged into one; "
            "split them, and fill each with what is true of its row."
        )
        sentence = merged % said
        for row in range(max(top, header_row + 1), bottom + 1):
            yield Refusal(row, heading(left), sentence)


def _broken(header: list[str], body: list[Row]) -> Iterator[Refusal]:
    """Letters that were lost before the file came here."""
    for number, cells in body:
        for place, cell in enumerate(cells[: len(header)]):
            if LOST in cell or _ONLY_MARKS.fullmatch(cell) or mangled(cell):
                yield Refusal(
                    number,
                    header[place] or letters(place + 1),
                    _("letters of “%(cell)s” were lost when the file was saved; correct them, or save it as UTF-8.")
                    % {"cell": cell[:60]},
                )


def _holes(body: list[Row]) -> Iterator[str]:
    """Question marks within words, as "S?o Paulo", are seldom written by people."""
    for number, cells in body:
        for cell in cells:
            if _HOLE.search(cell) and "//" not in cell:
                said = {"cell": cell[:60], "row": number}
                yield _("“%(cell)s” in row %(row)d may have lost letters: if so, save the file as UTF-8.") % said
                return


def own(header: list[str]) -> bool:
    """Whether a header is that of our own exports: their texts are taken as they are."""
    return tuple(header[: len(COMMON)]) == COMMON


def mangled(cell: str) -> bool:
    """Whether a text is UTF-8 that was read as a Western encoding: "MÃ¼nchen"."""
    if not any(each in cell for each in "ÃÂÄÅÐÑØÙãâ") or cell.isascii():
        return False
    try:
        again = cell.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return again != cell


def _said(header: list[str], header_row: int, raw: Raw) -> Iterator[str]:
    if header_row > 1:
        yield _("The header was found in row %(row)d.") % {"row": header_row}
    twice: dict[str, list[int]] = {}
    for place, heading in enumerate(header, 1):
        twice.setdefault(heading.casefold(), []).append(place)
    for heading, places in twice.items():
        if heading and len(places) > 1:
            said = {"heading": header[places[0] - 1], "columns": listed(map(letters, places))}
            yield _("The heading “%(heading)s” stands over the columns %(columns)s: say which one is meant.") % said
    others = [each for each in raw.sheets if each.name != raw.sheet]
    if others:
        hidden, open_ = _("“%(name)s” (hidden)"), _("“%(name)s”")
        rest = listed((hidden if each.hidden else open_) % {"name": each.name} for each in others)
        yield _("The sheet “%(sheet)s” is read; the file also has %(others)s.") % {"sheet": raw.sheet, "others": rest}


def letters(column: int) -> str:
    """A column's letters, from its number: 28 is AB."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _where(name: str, raw: Raw) -> str:
    return _("%(file)s, sheet “%(sheet)s”") % {"file": name, "sheet": raw.sheet} if raw.sheet else name


def in_row(name: str, number: int) -> str:
    """Where in a file: "members.csv, row 4"."""
    return _("%(file)s, row %(row)d") % {"file": name, "row": number}
