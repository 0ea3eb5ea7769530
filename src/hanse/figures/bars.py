"""How much of each? Amounts as bars, each with its name and number; what is not documented is said, not drawn."""

from __future__ import annotations

from collections.abc import Sequence

from hanse.figures.colours import LIGHT
from hanse.figures.drawing import breadth, cut, line, picture, words
from hanse.figures.picture import Theme
from hanse.saying import right_to_left

_ROW, _BAR, _TEXT, _GAP = 24, 14, 12, 8
_LABELS = 0.4
"""Share of the width that names take at most."""

Bar = tuple[str, float | None, str]
"""A name, its amount (None: not documented), and the amount as it is written, or that it is not documented."""


def bars(rows: Sequence[Bar], *, title: str, description: str = "", theme: Theme = "light", width: int = 640) -> str:
    """One ``<svg>`` element, ``width`` pixels wide and 24 high for each row, in the order of the rows.

    The longest bar is the largest amount; amounts below zero are drawn as none. The picture is turned round where the
    language that is spoken is written from the right.
    """
    longest = min(max((breadth(name, _TEXT) for name, _, _ in rows), default=0), width * _LABELS - _GAP)
    named = longest + _GAP
    written = max((breadth(said, _TEXT) for _, _, said in rows), default=0) + 2 * _GAP
    room = max(20.0, width - named - written)
    most = max((amount for _, amount, _ in rows if amount is not None), default=0) or 1
    parts = [line((_side(named, width), 0), (_side(named, width), max(1, len(rows)) * _ROW), "line")]
    near, far = ("start", "end") if right_to_left() else ("end", "start")
    for place, (name, amount, said) in enumerate(rows):
        top, base = place * _ROW, place * _ROW + 16
        parts.append(words((_side(longest, width), base), cut(name, longest, _TEXT), "ink", _TEXT, near))
        long = room * max(0.0, amount or 0) / most
        if long:
            left = width - named - long if right_to_left() else named
            parts.append(
                f'<rect x="{left:.1f}" y="{top + (_ROW - _BAR) / 2:g}" width="{long:.1f}" height="{_BAR}" '
                f'fill="{LIGHT["accent"]}"/>'
            )
        colour = "soft" if amount is None else "ink"
        parts.append(words((_side(named + long + _GAP, width), base), said, colour, _TEXT, far))
    return picture(parts, (0, 0, width, max(1, len(rows)) * _ROW), title=title, description=description, theme=theme)


def _side(along: float, width: float) -> float:
    """So far from where lines begin."""
    return width - along if right_to_left() else along
