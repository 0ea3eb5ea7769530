"""Where in a tree is there room for words, so that no line runs through them?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LETTER = 5.9
"""Width in pixels of a small letter."""
HALF = 6.0
"""Half of its height."""
BESIDE, ABOVE, BELOW = 8.0, -9.0, 12.0
"""From a mark to the words beside it: to the side, and from its middle to theirs, upwards or down."""
SHORTEST = 24
"""Characters that must have room, if not all have; else the words are left to the list."""
_STEPS = 48
"""Points of a curve that are looked at."""

Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def has(self, point: Point) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


class Label(NamedTuple):
    """Words with the mark to their ``left`` or their ``right``, ``above`` its middle or ``below``."""

    said: str
    align: str
    side: str


def curve(points: Sequence[Point]) -> list[Point]:
    """Points along the basis spline through the first and the last of these, towards the others."""
    ends = [points[0], points[0], *points, points[-1], points[-1]]
    found = []
    for piece in range(len(ends) - 3):
        for step in range(_STEPS):
            t = step / _STEPS
            share = ((1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3)
            four = ends[piece : piece + 4]
            found.append(tuple(sum(w * p[k] for w, p in zip(share, four, strict=True)) / 6 for k in (0, 1)))
    return [(x, y) for x, y in found]


def below(mark: Point, said: str) -> Box:
    """The place of a symbol under its mark."""
    return Box(mark[0] - 6, mark[1] + 15 - HALF, mark[0] - 6 + len(said) * LETTER, mark[1] + 15 + HALF)


def room(
    mark: Point, said: str, width: float, taken: Sequence[Box], lines: Sequence[Point]
) -> tuple[Label, Box] | None:
    """The words, cut if they must be, beside their mark where neither a box nor a line is; None where nothing is free.

    ``width`` is the picture's; whole words are preferred, then the place before the mark, then above it.
    """
    near = [point for point in lines if abs(point[1] - mark[1]) < BELOW + HALF]
    for letters in sorted({len(said), *(n for n in (60, 40, SHORTEST) if n < len(said))}, reverse=True):
        shown = said if letters == len(said) else f"{said[: letters - 1].rstrip()}…"
        for align in ("right", "left"):
            for side in ("above", "below"):
                box = beside(mark, len(shown), align, side)
                free = box.left >= 0 and box.right <= width and not any(box.meets(each) for each in taken)
                if free and not any(box.has(point) for point in near):
                    return Label(shown, align, side), box
    return None


def beside(mark: Point, letters: int, align: str, side: str) -> Box:
    """The place of so many letters beside their mark."""
    long, middle = letters * LETTER, mark[1] + (ABOVE if side == "above" else BELOW)
    left = mark[0] - BESIDE - long if align == "right" else mark[0] + BESIDE
    return Box(left, middle - HALF, left + long, middle + HALF)
