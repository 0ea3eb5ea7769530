"""Which days are marked on the axis of time, and how are they written?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton

from hanse.saying import locale, spoken

WIDE = {"%Y": 44, "%b %Y": 62, "%-d %b %Y": 76}
"""Pixels that a date takes with the space around it, by the way it is written."""
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2500)
_MONTHS = (1, 2, 3, 6)
_DAYS = (1, 2, 7, 14)
_FEWEST = 2
_SKELETONS = {"%b %Y": "yMMM", "%-d %b %Y": "yMMMd"}
_ENGLISH = {"%b %Y": "MMM y", "%-d %b %Y": "d MMM y"}
_CHINESE = {"%b %Y": "%Y年%-m月", "%-d %b %Y": "%Y年%-m月%-d日"}


def ticks(domain: tuple[str, str], width: int) -> tuple[list[str], str]:
    """Days between the two ends of ``domain`` that have room on ``width`` pixels, and the form in which all differ.

    Years where two or more of them are in it, else months, else days.
    """
    start, end = (date.fromisoformat(each) for each in domain)
    for format, steps in (("%Y", _YEARS), ("%b %Y", _MONTHS), ("%-d %b %Y", _DAYS)):
        for step in steps:
            found = list(_marked(start, end, format, step))
            if len(found) < _FEWEST:
                break
            if len(found) * WIDE[format] <= width:
                return [each.isoformat() for each in found], format
    third = (end - start) / 4
    return [(start + third).isoformat(), (end - third).isoformat()], "%-d %b %Y"


def written(day: date, form: str) -> str:
    """A day in one of the forms of `ticks`, as the language that is spoken writes it."""
    if form not in _SKELETONS:
        return format(day, form)
    if spoken() == "en":
        return str(format_date(day, _ENGLISH[form], locale="en"))
    return str(format_skeleton(_SKELETONS[form], day, locale=locale()))


def drawn(form: str) -> str:
    """The same form as a chart library takes it, where the language puts year and month in another order."""
    return _CHINESE.get(form, form) if spoken() == "zh" else form


def _marked(start: date, end: date, format: str, step: int) -> Iterator[date]:
    if format == "%Y":
        first = -(-start.year // step) * step
        days = (date(year, 1, 1) for year in range(max(1, first), end.year + 1, step))
    elif format == "%b %Y":
        months = range(-(-(start.year * 12 + start.month - 1) // step) * step, end.year * 12 + end.month, step)
        days = (date(month // 12, month % 12 + 1, 1) for month in months)
    else:
        days = (start + timedelta(days=each) for each in range(1, (end - start).days + 1, step))
    yield from (day for day in days if start <= day <= end)
