"""Which days can this date mean? Whole and partial calendar dates in EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as calendar_date

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_DECADE = re.compile(r"\d{2}(?:\dX|XX)[~?%]?")


def is_date(text: str) -> bool:
    """True for a whole or partial calendar date in EDTF: "2018", "2018-07", "2018-07-11", with ~ or ? for doubt."""
    return _EDTF.fullmatch(text.strip()) is not None and days(text) is not None


def days(text: str) -> tuple[calendar_date, calendar_date] | None:
    """The first and the last day that a date can mean, both included; None where it is no date.

    Takes what `is_date` takes, and decades and centuries with their unknown digits as X: "2018-07" is the whole of
    July, "199X" ten years. Source: Extended Date/Time Format (EDTF), levels 0 and 1.
    """
    given = text.strip()
    if _DECADE.fullmatch(given):
        year = given.rstrip("~?%")
        return _ends(int(year.replace("X", "0")), int(year.replace("X", "9")))
    match = _EDTF.fullmatch(given)
    if not match:
        return None
    year, month, day = match.groups()
    begins, ends = int(month or 1), int(month or 12)
    try:
        first = calendar_date(int(year), begins, int(day or 1))
        last = calendar_date(int(year), ends, int(day or monthrange(int(year), ends)[1]))
    except ValueError:
        return None
    return first, last


def _ends(first: int, last: int) -> tuple[calendar_date, calendar_date] | None:
    return (calendar_date(first, 1, 1), calendar_date(last, 12, 31)) if first else None
