"""Of how many things is something true, year by year? A hollow column for all, a full one within for those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hanse.figures.colours import LIGHT
from hanse.figures.drawing import breadth, line, picture, told, words
from hanse.figures.picture import Theme
from hanse.saying import counted, percent

_TOP, _FOOT, _SMALL = 22, 20, 11


@dataclass(frozen=True, slots=True)
class Column:
    """One year: all and those, what each is called when pointed at, where a click leads."""

    label: str
    whole: int
    part: int
    name: str = ""
    link: str = ""


def shares(
    columns: Sequence[Column],
    *,
    title: str,
    description: str = "",
    theme: Theme = "light",
    width: int = 760,
    height: int = 200,
) -> str:
    """One ``<svg>`` element; above each column the share in per cent. ``width`` and ``height`` in pixels."""
    most = max((each.whole for each in columns), default=0) or 1
    left = breadth(counted(most), _SMALL) + 10
    base, apart = height - _FOOT, (width - left) / max(1, len(columns))
    scale = (base - _TOP) / most
    parts = [line((left, base), (width, base), "line")]
    parts += [words((left - 6, _TOP + 4), counted(most), "soft", _SMALL, "end"), line((left, _TOP), (width, _TOP))]
    for number, each in enumerate(columns):
        drawn = "".join(_column(each, left + number * apart, apart, base, scale, every=_every(columns, apart)))
        parts.append(told(drawn, each.name, each.link))
        if number % _every(columns, apart) == 0:
            middle = left + (number + 0.5) * apart
            parts.append(words((middle, height - 5), each.label, "soft", _SMALL, "middle"))
    return picture(parts, (0, 0, width, height), title=title, description=description, theme=theme)


def _every(columns: Sequence[Column], apart: float) -> int:
    """Each how many columns there is room for a label."""
    widest = max((breadth(each.label, _SMALL) + 8 for each in columns), default=1.0)
    return max(1, round(widest / apart + 0.49))


def _column(each: Column, left: float, apart: float, base: float, scale: float, *, every: int) -> Iterator[str]:
    thick = min(46.0, apart * 0.7)
    x = left + (apart - thick) / 2
    for number, fill in ((each.whole, LIGHT["paper"]), (each.part, LIGHT["accent"])):
        yield (
            f'<rect x="{x:.1f}" y="{base - number * scale:.1f}" width="{thick:.1f}" height="{number * scale:.1f}" '
            f'fill="{fill}" stroke="{LIGHT["accent"]}" stroke-width="1"/>'
        )
    if each.whole and every == 1:
        share = percent(round(100 * each.part / each.whole))
        yield words((left + apart / 2, base - each.whole * scale - 5), share, "ink", _SMALL, "middle", halo=True)
