"""How binding is a text from its first paragraph to its last? One bar a paragraph, hollow where a caveat loosens it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hanse.figures.colours import LIGHT
from hanse.figures.drawing import line, picture, told, words
from hanse.figures.picture import Theme
from hanse.saying import counted

HIGHEST = 5
_LEFT, _TOP, _FOOT, _SMALL = 22, 8, 6, 11


@dataclass(frozen=True, slots=True)
class Bar:
    """One paragraph: its level (0 to 5), whether it has a caveat or hedge, what it is called, where a click leads."""

    level: int
    loosened: bool = False
    name: str = ""
    link: str = ""


def force(
    bars: Sequence[Bar],
    *,
    title: str,
    description: str = "",
    theme: Theme = "light",
    width: int = 760,
    height: int = 110,
) -> str:
    """One ``<svg>`` element. A paragraph that directs nobody is a dot on the base line; sizes are in pixels."""
    base = height - _FOOT
    step = (base - _TOP) / HIGHEST
    apart = (width - _LEFT) / max(1, len(bars))
    thick = max(0.8, min(14.0, apart * 0.72))
    parts = list(_scale(width, base, step))
    for number, each in enumerate(bars):
        left = _LEFT + number * apart
        parts.append(told(_bar(each, left, base, thick, each.level * step), each.name, each.link))
    return picture(parts, (0, 0, width, height), title=title, description=description, theme=theme)


def _scale(width: float, base: float, step: float) -> Iterator[str]:
    for level in (0, 1, 3, 5):
        y = base - level * step
        yield line((_LEFT - 4, y), (width, y))
        if level:
            yield words((_LEFT - 8, y + 4), counted(level), "soft", _SMALL, "end")


def _bar(each: Bar, left: float, base: float, thick: float, high: float) -> str:
    if not each.level:
        return _rectangle(left, base - 2, thick, 2, "line", hollow=False)
    return _rectangle(left, base - high, thick, high, "accent", hollow=each.loosened)


def _rectangle(left: float, top: float, wide: float, high: float, colour: str, *, hollow: bool) -> str:
    fill = LIGHT["paper"] if hollow else LIGHT[colour]
    return (
        f'<rect x="{left:.2f}" y="{top:.1f}" width="{wide:.2f}" height="{high:.1f}" fill="{fill}" '
        f'stroke="{LIGHT[colour]}" stroke-width="{min(1.0, wide / 3):.2f}"/>'
    )
