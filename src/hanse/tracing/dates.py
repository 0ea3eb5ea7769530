"""When was it written? Dates as people put them into file names, tables and settings, made EDTF."""

from __future__ import annotations

import datetime
import re

_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.])(\d{1,2})\2(\d{1,2})(?!\d)")
_PACKED = re.compile(r"^(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH = re.compile(r"^(\d{4})-(\d{2})(?![-\d])")
_EDTF = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DAY_FIRST = re.compile(r"^(\d{1,2})([./])(\d{1,2})\2(\d{4})$")


def edtf(text: str) -> str:
    """``text`` as "2018", "2018-07" or "2018-07-11"; a time of day is dropped. Raises ValueError with the reason.

    "11.7.2018" is read day first; "11/7/2018" only where one reading is possible.
    """
    text = re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text.strip())
    if re.match(r"\d{4}/", text):
        text = text.replace("/", "-")
    if match := _EDTF.match(text):
        year, month, day = match.groups()
        return _checked(year, month, day)
    if match := _DAY_FIRST.match(text):
        first, separator, second, year = match.groups()
        if separator == "/" and int(first) <= 12 and int(second) <= 12 and first != second:
            raise ValueError(f"{text} can be read in two ways")
        day, month = (first, second) if int(second) <= 12 else (second, first)
        return _checked(year, month, day)
    raise ValueError(f"“{text}” is not a date")


def _checked(year: str, month: str | None, day: str | None) -> str:
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"there is no {'-'.join(part for part in (year, month, day) if part)}") from None
    return date.isoformat()[: 10 if day else 7 if month else 4]


def in_name(stem: str) -> tuple[str | None, str]:
    """The date in a file name without its suffix, and the name without it: "2030-01-31 zero draft".

    A year alone is no date here: "2030 Agenda" is a title. Raises ValueError for a date that does not exist.
    """
    for pattern in (_IN_NAME, _PACKED, _MONTH):
        if match := pattern.search(stem):
            parts = [part for part in match.groups() if part.isdecimal()]
            if pattern is not _IN_NAME and not 1 <= int(parts[1]) <= 12:
                continue
            date = _checked(parts[0], parts[1], parts[2] if len(parts) > 2 else None)
            rest = f"{stem[: match.start()]} {stem[match.end() :]}"
            return date, rest.strip(" -_.,")
    return None, stem.strip()


def overlap(one: str, other: str) -> bool:
    """True where two EDTF dates may be the same day: "2018-07" and "2018-07-11"."""
    return one.startswith(other) or other.startswith(one)
