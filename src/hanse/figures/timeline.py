"""What went on when? Bars along a time axis, a lane for each thing; what is not known is drawn as not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hanse.figures.drawing import breadth, cut, line, mark, picture, told, words
from hanse.figures.picture import Theme
from hanse.figures.ticks import ticks, written
from hanse.saying import gettext
from hanse.text.dates import days

Shape = Literal["bar", "point"]
NARROW = 500
"""Width in pixels below which the names of lanes stand above their bars and not beside them."""
MOST = 60
"""Lanes that are drawn; the page lists all."""
_LANE, _TALL_LANE, _HEAD, _EDGE = 26, 40, 26, 8
_SMALL = 11


@dataclass(frozen=True, slots=True)
class Span:
    """One bar, or one point, in a lane.

    ``since`` and ``until`` are EDTF ("2010", "2010-05", "201X"), empty where not documented. Without an ``until`` it
    ``goes_on``, or its end is not known. ``forced`` marks an end that was done to it (expelled, removed). ``faint`` is
    for what matters less (an observer, a promise). ``name`` is what pointing at it shows and what is read aloud;
    ``link`` where a click leads.
    """

    lane: str
    since: str = ""
    until: str = ""
    name: str = ""
    shape: Shape = "bar"
    goes_on: bool = True
    forced: bool = False
    faint: bool = False
    link: str = ""


def key() -> str:
    """What the marks mean, to be said beside a timeline."""
    return gettext(
        "Full bar: documented. Thin: a date that is known only roughly. Dotted: no date is documented. "
        "An arrow goes on; a stroke is an end, a cross an end that was forced."
    )


def timeline(
    spans: Sequence[Span],
    *,
    day: date,
    title: str,
    description: str = "",
    theme: Theme = "light",
    width: int = 760,
    since: date | None = None,
) -> str:
    """One ``<svg>`` element: lanes in the order in which they first come, the years on top, a line on ``day``.

    ``width`` is in pixels; the names of the lanes stand beside it, above the bars where it is less than `NARROW`. The
    axis begins with the earliest date, or with ``since``. Of more than `MOST` lanes the first are drawn. The page says
    `key` beside it and lists the same dates in words.
    """
    lanes = list(dict.fromkeys(span.lane for span in spans))[:MOST]
    narrow = width < NARROW
    left = _EDGE if narrow else min(270.0, max(map(breadth, lanes), default=0)) + 2 * _EDGE
    tall = _TALL_LANE if narrow else _LANE
    high = _HEAD + tall * max(1, len(lanes)) + _EDGE
    held = [span for span in spans if span.lane in set(lanes)]
    start, end = _reach(held, day, since)
    long = (end - start).days

    def across(at: date) -> float:
        return left + (width - left - 2 * _EDGE) * min(1, max(0, (at - start).days / long))

    parts = list(_axis((start, end), across, width - left, high))
    for place, lane in enumerate(lanes):
        middle = _HEAD + tall * place + (tall - 9 if narrow else tall / 2)
        if narrow:
            parts.append(words((left, middle - 13), cut(lane, width - 2 * _EDGE), halo=True))
        else:
            parts.append(words((left - _EDGE - 2, middle + 4), cut(lane, left - 2 * _EDGE), anchor="end"))
    if start < day < end:
        parts.append(line((across(day), _HEAD - 6), (across(day), high), "line", dash="1 4"))
    for span in held:
        middle = _HEAD + tall * lanes.index(span.lane) + (tall - 9 if narrow else tall / 2)
        parts.append(told("".join(_drawn(span, across, middle, (start, end, day))), span.name, span.link))
    return picture(parts, (0, 0, width, high), title=title, description=description, theme=theme)


def _reach(spans: Sequence[Span], day: date, since: date | None) -> tuple[date, date]:
    """The ends of the axis, with some room."""
    known = [each for span in spans for text in (span.since, span.until) for each in days(text) or ()]
    start, end = since or min([*known, day]), max([*known, day])
    room = timedelta(days=max(45, (end - start).days // 25))
    return max(date.min + room, start) - room, min(date.max - room, end) + room


def _axis(reach: tuple[date, date], across: Callable[[date], float], width: float, high: float) -> Iterator[str]:
    marks, form = ticks((reach[0].isoformat(), reach[1].isoformat()), int(width))
    for each in map(date.fromisoformat, marks):
        said = written(each, form)
        yield line((across(each), _HEAD - 6), (across(each), high))
        half = breadth(said, _SMALL) / 2
        yield words((max(half, across(each)), _HEAD - 11), said, "soft", _SMALL, "middle")


def _drawn(span: Span, across: Callable[[date], float], middle: float, on: tuple[date, date, date]) -> Iterator[str]:
    """The pieces of one span: thinner the less is known, and a mark at its end."""
    begin, close = days(span.since), days(span.until)
    colour = "line" if span.faint else "accent"

    def stretch(first: date, last: date, width: float, dash: str = "") -> str:
        return line((across(first), middle), (max(across(last), across(first) + 1), middle), colour, width, dash)

    if span.shape == "point":
        if known := begin or close:
            if known[0] != known[1]:
                yield stretch(*known, 2)
            yield mark("diamond", (across(known[0] + (known[1] - known[0]) / 2), middle), 5, colour)
        return
    start, end, day = on
    last = _last(begin, close, span, day, end)
    if begin is None:
        yield stretch(start, last, 2, "0.1 5")
    else:
        if begin[0] != begin[1]:
            yield stretch(begin[0], min(begin[1], last), 2)
        full = last if span.goes_on else begin[1]
        if (until := close[0] if close else full) > begin[1]:
            yield stretch(begin[1], until, 7)
        if not close and not span.goes_on:
            yield stretch(begin[1], last, 2, "0.1 5")
    if close and close[0] != close[1]:
        yield stretch(*close, 2)
    if span.forced:
        yield mark("cross", (across(last), middle), 4.5, colour)
    elif close:
        yield mark("stroke", (across(last), middle), 6, colour)
    elif span.goes_on:
        yield mark("triangle-right", (across(last) + 2, middle), 5.5, colour)


def _last(begin: tuple[date, date] | None, close: tuple[date, date] | None, span: Span, day: date, end: date) -> date:
    """Up to when it is drawn: its end, else the day that is shown."""
    if close:
        return close[1]
    return max(day, begin[1]) if begin else day
