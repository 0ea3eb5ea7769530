"""Which asks does a table hold? asks.csv as offices really save it: any separator, any encoding, any header case."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast, get_args

from hanse.errors import BadCampaign, HanseError
from hanse.text.document import Handling
from hanse.text.encoding import decode
from hanse.text.limits import opened_zip
from hanse.tracing.board import Ask, AskKind
from hanse.tracing.dates import edtf

COLUMNS = ("id", "actor", "date", "text", "kind", "theme", "handling")
NEEDED = ("id", "text")
EXPECTED = ("id", "actor", "date", "text")
_LONGEST_CELL = 10_000_000


@dataclass(frozen=True)
class AsksTable:
    """The asks of a table; ``refused`` holds one error for every row that could not be taken."""

    asks: tuple[Ask, ...]
    refused: tuple[HanseError, ...]
    warnings: tuple[str, ...]


def asks_from_csv(data: bytes, where: str = "asks/asks.csv") -> AsksTable:
    """asks.csv: id, actor, date, text and, if wanted, kind, theme, handling.

    Comma, semicolon, tab or bar; in any encoding that `hanse.text.encoding` tells. Raises DamagedFile for binary data,
    BadCampaign where the header lacks a column; a bad row is refused by its number, as a spreadsheet counts rows, and
    the others go on.
    """
    text, warnings = _decoded(data, where)
    if not text.strip():
        raise BadCampaign(
            "is empty", where=where, do=f"give it the header {','.join(EXPECTED)} and a row for every ask"
        )
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise BadCampaign(f"is not a readable table ({error})", where=where, do="save it again as CSV") from error
    return _table(rows, where, warnings, text)


def asks_from_xlsx(data: bytes, where: str = "asks/asks.xlsx") -> AsksTable:
    """The first sheet of a workbook with the same columns as asks.csv.

    Raises BadCampaign where it is no workbook, DamagedFile or OversizedFile where its zip cannot be trusted.
    """
    import openpyxl

    opened_zip(data, where).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # a format that reaches to the end of the sheet would make a million wide rows
        values = list(sheet.iter_rows(values_only=True))
    except Exception as error:  # openpyxl lets through whatever zipfile and the XML parser raise
        raise BadCampaign("is not a readable workbook", where=where, do="save it again, or as asks.csv") from error
    rows = [["" if value is None else str(value) for value in row] for row in values]
    return _table(rows, where, [], "")


def _decoded(data: bytes, where: str) -> tuple[str, list[str]]:
    decoded = decode(data, where)
    doubt = f"{where}: is not UTF-8 and was read as {decoded.encoding}; look at the accents."
    return decoded.text, [doubt] if decoded.guessed else []


def _rows(text: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    if text.startswith("sep=") and "\n" in text:  # Excel's own first line
        text = text.split("\n", 1)[1]
    separator = max(",;\t|", key=lambda mark: _known(text, mark))
    yield from csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)


def _known(text: str, separator: str) -> int:
    """How many of our columns the first lines would hold, were they so separated."""
    lines = text.splitlines()[:10]
    return max(len({_column(cell) for cell in line.split(separator)} & set(COLUMNS)) for line in lines)


def _column(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).strip(" \t\ufeff\"'*:").casefold()


def _table(rows: list[list[str]], where: str, warnings: list[str], text: str) -> AsksTable:
    start = next((n for n, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if start is None:
        raise BadCampaign(
            "is empty", where=where, do=f"give it the header {','.join(EXPECTED)} and a row for every ask"
        )
    header = [_column(cell) for cell in rows[start]]
    for column in NEEDED:
        if column not in header:
            raise BadCampaign(
                f"row {start + 1}, the header, has no column “{column}” (it has {', '.join(filter(None, header))})",
                where=where,
                do=f"name the columns {','.join(EXPECTED)}",
            )
    for column in header:
        if column and header.count(column) > 1 and column in COLUMNS:
            raise BadCampaign(
                f"row {start + 1}, the header, has the column “{column}” twice", where=where, do="keep one of them"
            )
    warnings += [f"{where}: there is no column “{column}”." for column in EXPECTED if column not in header]
    asks: list[Ask] = []
    refused: list[HanseError] = []
    first_row: dict[str, int] = {}
    for number, row in enumerate(rows[start + 1 :], start + 2):
        if not any(cell.strip() for cell in row):
            continue
        try:
            ask = _ask(dict(zip(header, row, strict=False)), row[len(header) :])
            if ask.id in first_row:
                raise ValueError(f"the id “{ask.id}” is already that of row {first_row[ask.id]}", "give it another id")
        except ValueError as error:
            what, do = error.args
            refused.append(BadCampaign(what, where=f"{where}, row {number}", do=do))
        else:
            first_row[ask.id] = number
            asks.append(ask)
    if text.count('"') % 2:
        warnings.append(f"{where}: a double quote is never closed; look whether a row swallowed the next ones.")
    return AsksTable(tuple(asks), tuple(refused), tuple(warnings))


def _ask(cells: dict[str, str], extra: list[str]) -> Ask:
    """One row. Raises ValueError(what, do)."""
    if any(cell.strip() for cell in extra):
        raise ValueError("has more cells than the header", "put a text that holds the separator in double quotes")
    cells = {column: " ".join(cell.split()) for column, cell in cells.items()}
    id, text = cells.get("id", ""), cells.get("text", "")
    if not id:
        raise ValueError("column “id” is empty", "give every ask an id of its own")
    if not text:
        raise ValueError("column “text” is empty", "write the words that are asked for; for delete, the contested ones")
    kind = cells.get("kind", "").casefold() or "add"
    if kind not in get_args(AskKind):
        raise ValueError(f"column “kind”: “{kind}” is not known", f"use one of {', '.join(get_args(AskKind))}")
    handling = cells.get("handling", "").casefold() or "public"
    if handling not in get_args(Handling):
        raise ValueError(f"column “handling”: “{handling}” is not known", "use public, internal or restricted")
    try:
        date = edtf(cells["date"]) if cells.get("date") else None
    except ValueError as error:
        raise ValueError(
            f"column “date”: {error}", "write it as 2030-01-31, 2030-01 or 2030, or leave it empty"
        ) from error
    return Ask(
        id=id,
        text=text,
        actor=cells.get("actor", ""),
        date=date,
        kind=cast(AskKind, kind),
        theme=cells.get("theme", ""),
        handling=cast(Handling, handling),
    )
