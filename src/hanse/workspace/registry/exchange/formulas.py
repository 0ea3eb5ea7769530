"""Could a spreadsheet run this cell? Text that would be taken for a formula is quoted on its way out, and back."""

from __future__ import annotations

import re

_RUNS = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_QUOTED = re.compile(r"'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def quoted(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet could take it for a formula; a number stays one.

    Source: OWASP, "CSV Injection", for the characters.
    """
    return f"'{cell}" if _RUNS.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unquoted(cell: str) -> str:
    """The cell without the apostrophe that `quoted` set."""
    return cell[1:] if _QUOTED.match(cell) else cell
