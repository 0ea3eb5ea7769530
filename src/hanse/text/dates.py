"""Is this a date? Whole and partial calendar dates in EDTF."""

from __future__ import annotations

import re
from datetime import date as calendar_date

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")


def is_date(text: str) -> bool:
    """True for a whole or partial calendar date in EDTF: "2018", "2018-07", "2018-07-11", with ~ or ? for doubt."""
    match = _EDTF.fullmatch(text.strip())
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        calendar_date(year, month, day)
    except ValueError:
        return False
    return True
