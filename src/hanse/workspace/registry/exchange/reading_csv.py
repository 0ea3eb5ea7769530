"""How is a text file read as a table? Its encoding, then its separator, then its rows one by one."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import DamagedFile, EmptyFile
from hanse.text.encoding import decode, no_text
from hanse.workspace.registry.exchange.sheets import Raw, Row, in_row

SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": gettext_lazy("Windows-1252 (Western Europe)"),
    "cp1250": gettext_lazy("Windows-1250 (Central Europe)"),
    "cp1251": gettext_lazy("Windows-1251 (Cyrillic)"),
    "cp1253": gettext_lazy("Windows-1253 (Greek)"),
    "cp1254": gettext_lazy("Windows-1254 (Turkish)"),
    "cp1256": gettext_lazy("Windows-1256 (Arabic)"),
    "gb18030": gettext_lazy("GB 18030 (Chinese)"),
    "shift_jis": gettext_lazy("Shift JIS (Japanese)"),
    "mac_roman": "Mac Roman",
}
"""Offered by name; others are found where a file is in one."""
LONGEST_CELL = 100_000
_LOOKED_AT = 60


def read(path: Path, name: str, sheet: str, encoding: str) -> Raw:
    """The rows of a CSV file; ``encoding`` as given, or as its bytes tell."""
    data = path.read_bytes()
    if not data.strip():
        raise EmptyFile(_("there is nothing in it"), where=name, do=_("save it again"))
    text, used, guessed = _text(data, name, encoding)
    del data
    if "\x00" in text:
        raise no_text(name)
    said = []
    if guessed:
        known = ENCODINGS.get(used, used)
        told = _("The file was read as %(encoding)s: look whether names with accents are right, else choose another.")
        said.append(told % {"encoding": known})
    text = text.lstrip("\ufeff")
    first = text[:10].splitlines()[:1]
    if first and (told := re.fullmatch(r"sep=(.)", first[0], re.IGNORECASE)):
        separator, skipped = told[1], 1
    else:
        separator, skipped = _separator(text, name), 0
    return Raw(_rows(text, separator, skipped, name), said=said, encoding=used)


def _text(data: bytes, name: str, encoding: str) -> tuple[str, str, bool]:
    if not encoding:
        found = decode(data, name)
        return found.text, _as_known(data, found.text, found.encoding), found.guessed
    try:
        return data.decode(encoding), encoding, False
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        raise DamagedFile(
            _("a letter of row %(row)d is not in %(encoding)s")
            % {"row": row, "encoding": ENCODINGS.get(encoding, encoding)},
            where=name,
            do=_("choose another encoding"),
        ) from error


def _as_known(data: bytes, text: str, encoding: str) -> str:
    """A Western encoding by the name that people know, where it makes no difference which it was."""
    if encoding in ENCODINGS:
        return encoding
    try:
        return "cp1252" if data.decode("cp1252") == text else encoding
    except UnicodeDecodeError:
        return encoding


def _separator(text: str, name: str) -> str:
    """What stands between cells: what gives most rows the same number of them, more than one."""
    scores = {}
    for separator in SEPARATORS:
        try:
            widths = [len(row) for row in islice(csv.reader(_lines(text), delimiter=separator), _LOOKED_AT)]
        except csv.Error:
            continue
        width, rows = Counter(width for width in widths if width).most_common(1)[0] if any(widths) else (1, 0)
        scores[separator] = (rows, width) if width > 1 else (0, 0)
    return max(scores, key=lambda each: scores[each]) if scores else ","


def _lines(text: str) -> Iterator[str]:
    """Line by line, without a second copy of a large text."""
    end = "\n" if "\n" in text else "\r"
    start = 0
    while (stop := text.find(end, start)) >= 0:
        yield text[start : stop + 1]
        start = stop + 1
    if start < len(text):
        yield text[start:]


def _rows(text: str, separator: str, skipped: int, name: str) -> Iterator[Row]:
    limit = csv.field_size_limit()
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_lines(text), delimiter=separator, strict=False)
    number = 0
    width = 0
    try:
        for number, row in enumerate(reader, 1):
            if number <= skipped:
                continue
            width = width or len(row)
            _closed(row, separator, width, number, name)
            yield number, row
    except csv.Error as error:
        raise _unclosed(number + 1, name) from error
    finally:
        csv.field_size_limit(limit)


def _closed(row: list[str], separator: str, width: int, number: int, name: str) -> None:
    """A quotation mark that is never closed swallows the rows after it."""
    for cell in row:
        lines = cell.splitlines() if "\n" in cell else ()
        if width > 1 and sum(line.count(separator) >= width - 1 for line in lines) > 2:
            raise _unclosed(number, name)


def _unclosed(number: int, name: str) -> DamagedFile:
    return DamagedFile(
        _("a quotation mark is opened and not closed, so that rows run into each other"),
        where=in_row(name, number),
        do=_("close it, or save the file again from a spreadsheet"),
    )
