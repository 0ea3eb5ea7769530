"""How many, over time, and who says so? Reported counts as points by source, documented ones as a line of steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, log10

from hanse.figures.drawing import breadth, cut, line, mark, picture, steps, told, words
from hanse.figures.picture import Theme
from hanse.figures.ticks import ticks, written
from hanse.saying import counted, gettext, ngettext
from hanse.text.dates import days

SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross")
"""Of the sources, in the order in which they first come; from the sixth on they share the last."""
_TOP, _FOOT, _RIGHT, _SMALL, _KEY = 24, 22, 12, 11, 17


@dataclass(frozen=True, slots=True)
class Reported:
    """A count that a source states: ``on`` is EDTF; an undated one has no place on a time axis and is left out."""

    on: str
    value: float
    source: str
    link: str = ""


def growth(
    reported: Sequence[Reported],
    documented: Sequence[tuple[date, int]] = (),
    *,
    day: date,
    until: date | None = None,
    title: str,
    description: str = "",
    theme: Theme = "light",
    unit: str = "",
    width: int = 760,
    height: int = 220,
) -> str:
    """One ``<svg>`` element: a point of its own shape for each source, and a line of steps for ``documented``.

    ``documented`` are days with the count from then on; the line ends on ``day``, or on ``until`` where
    they are known no further. Sources that state different values for the same time stand side by side, tied by a thin
    line: none of them wins. A time that is known only roughly is a horizontal line through the point. ``width`` and
    ``height`` in pixels, the key of the sources below on top.
    """
    points = [each for each in reported if days(each.on)]
    sources = list(dict.fromkeys(each.source for each in points))
    most = max([each.value for each in points] + [count for _, count in documented], default=0)
    levels = _levels(most)
    left = max(breadth(counted(round(level)), _SMALL) for level in levels) + 12
    reach = _reach(points, documented, day)
    long = (reach[1] - reach[0]).days

    def place(on: date, value: float) -> tuple[float, float]:
        right = left + (width - left - _RIGHT) * (on - reach[0]).days / long
        return right, height - _FOOT - (height - _FOOT - _TOP) * value / levels[-1]

    parts = [words((0, 11), unit or gettext("members"), "soft", _SMALL)]
    for level in levels:
        at = place(reach[0], level)[1]
        parts += [
            line((left, at), (width, at)),
            words((left - 6, at + 4), counted(round(level)), "soft", _SMALL, "end"),
        ]
    marks, form = ticks((reach[0].isoformat(), reach[1].isoformat()), int(width - left))
    for each in map(date.fromisoformat, marks):
        said = written(each, form)
        parts.append(words((place(each, 0)[0], height - 6), said, "soft", _SMALL, "middle"))
    parts += _line(documented, min(until or day, day), place)
    parts += _conflicts(points, place)
    parts += [_point(each, _shape(sources, each.source), place) for each in points]
    parts += _key(sources, width, height)
    whole = (0, 0, width, height + _KEY * len(sources) + (8 if sources else 0))
    return picture(parts, whole, title=title, description=description, theme=theme)


Place = Callable[[date, float], tuple[float, float]]


def _levels(most: float) -> list[float]:
    """Three to six round numbers from zero to beyond the most."""
    size = 10 ** max(0, ceil(log10(max(most, 1))) - 1)
    step = next(each for each in (size / 2, size, 2 * size, 5 * size, 10 * size) if each >= 1 and most <= 5 * each)
    return [step * k for k in range(max(1, ceil(most / step)) + 1)]


def _reach(points: Sequence[Reported], documented: Sequence[tuple[date, int]], day: date) -> tuple[date, date]:
    known = [each for point in points for each in days(point.on) or ()] + [on for on, _ in documented] + [day]
    room = timedelta(days=max(30, (max(known) - min(known)).days // 30))
    return max(date.min + room, min(known)) - room, min(date.max - room, max(known)) + room


def _shape(sources: Sequence[str], source: str) -> str:
    return SHAPES[min(sources.index(source), len(SHAPES) - 1)]


def _middle(on: str) -> tuple[date, date, date]:
    """The first day that a date can mean, the middle one, and the last."""
    first, last = days(on) or (date.min, date.min)
    return first, first + (last - first) / 2, last


def _line(documented: Sequence[tuple[date, int]], day: date, place: Place) -> Iterator[str]:
    """The steps, with how many there are in the end."""
    if not documented:
        return
    ordered = sorted(documented)
    last, count = ordered[-1]
    way = [place(ordered[0][0], 0), *(place(on, value) for on, value in ordered), place(max(day, last), count)]
    said = ngettext("%(num)s documented here", "%(num)s documented here", count)
    yield told(steps(way), said)
    yield words((way[-1][0], way[-1][1] - 7), said, "accent", _SMALL, "end", halo=True)


def _conflicts(points: Sequence[Reported], place: Place) -> Iterator[str]:
    """From the least to the most that is said of the same time."""
    for on in dict.fromkeys(each.on for each in points):
        values = {each.value for each in points if each.on == on}
        if len(values) > 1:
            middle = _middle(on)[1]
            yield line(place(middle, min(values)), place(middle, max(values)), "line", 1.2, "1 4")


def _point(each: Reported, shape: str, place: Place) -> str:
    first, middle, last = _middle(each.on)
    rough = line(place(first, each.value), place(last, each.value), "line") if first != last else ""
    drawn = rough + mark(shape, place(middle, each.value), 4.5, "ink", hollow=True)
    said = gettext(
        "%(number)s on %(date)s, says %(source)s", number=counted(round(each.value)), date=each.on, source=each.source
    )
    return told(drawn, said, each.link)


def _key(sources: Sequence[str], width: float, height: float) -> Iterator[str]:
    for number, source in enumerate(sources):
        down = height + 14 + _KEY * number
        yield mark(_shape(sources, source), (8, down - 4), 4.5, "ink", hollow=True)
        yield words((20, down), cut(source, width - 24, _SMALL), "soft", _SMALL)
