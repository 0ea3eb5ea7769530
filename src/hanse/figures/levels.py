"""How did the force of a text move from draft to draft? One bar a draft, parted by the levels of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hanse.figures.colours import LIGHT
from hanse.figures.drawing import breadth, cut, picture, told, words
from hanse.figures.picture import Theme
from hanse.saying import counted, gettext, ngettext

_ROW, _THICK, _SMALL, _RIGHT = 44, 16, 11, 8
_DEPTH = {5: 1.0, 4: 0.78, 3: 0.56, 2: 0.36, 1: 0.18}
"""How full the colour of a level is; the level stands in the bar as well."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: what it is called, how many paragraphs it has of each level from 5 to 1, where a click leads."""

    name: str
    levels: tuple[tuple[int, int], ...]
    link: str = ""


def levels(
    drafts: Sequence[Draft], *, title: str, description: str = "", theme: Theme = "light", width: int = 760
) -> str:
    """One ``<svg>`` element: the drafts in their order, each bar as long as its paragraphs that direct are many."""
    most = max((sum(number for _, number in each.levels) for each in drafts), default=0) or 1
    scale = (width - _RIGHT - 60) / most
    parts = [part for row, each in enumerate(drafts) for part in _bar(each, row * _ROW, scale, width)]
    return picture(parts, (0, 0, width, max(1, len(drafts)) * _ROW), title=title, description=description, theme=theme)


def _bar(each: Draft, top: float, scale: float, width: float) -> Iterator[str]:
    yield told(words((0, top + 13), cut(each.name, width - _RIGHT, 12)), each.name, each.link)
    at, whole = 0.0, sum(number for _, number in each.levels)
    for level, number in each.levels:
        if number:
            wide = number * scale
            yield told(_segment(at, top + 18, wide, level), _said(level, number))
            if breadth(counted(level), _SMALL) + 6 < wide:
                colour = "paper" if _DEPTH[level] > 0.5 else "ink"
                yield words((at + wide / 2, top + 30), counted(level), colour, _SMALL, "middle")
            at += wide
    yield words((at + 6, top + 30), counted(whole), "soft", _SMALL)


def _said(level: int, number: int) -> str:
    return gettext(
        "level %(level)s: %(paragraphs)s",
        level=counted(level),
        paragraphs=ngettext("%(num)s paragraph", "%(num)s paragraphs", number),
    )


def _segment(left: float, top: float, wide: float, level: int) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{_THICK}" fill="{LIGHT["accent"]}" '
        f'fill-opacity="{_DEPTH[level]:g}" stroke="{LIGHT["accent"]}" stroke-width="0.6"/>'
    )
