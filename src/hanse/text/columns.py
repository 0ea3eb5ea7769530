"""In which order is this page read? Words on a page cut into regions: column after column, full width where it is so.

The page is laid on a coarse grid. A gutter is a strip that no word crosses while words stand on both of its sides
for several lines; it is cut from the first to the last of these lines, and what stands above, left, right and below is
cut again. A strip beside a narrow stretch (the numbers of paragraphs, a table of contents' page numbers) is no gutter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

import numpy as np
from numpy.typing import NDArray

from hanse.text.pdf_words import Word

_STEP_X, _STEP_Y = 2.0, 2.0
_NARROWEST = 0.14
"""A column's least share of the region's width."""
_LINES = 1.9
"""The least height of ink, in sizes of letters (a line has 0.7), over which words stand on both sides of a gutter."""
_DEPTH = 6


@dataclass(slots=True)
class Region:
    """Words that are read from line to line, without a gutter between them."""

    words: list[Word] = field(default_factory=list)
    column: bool = False
    """True where the region stands beside another one."""


@dataclass(slots=True)
class Gutter:
    """A white strip: from ``left`` to ``right``, between ``top`` and ``bottom`` (points, y upwards)."""

    left: float
    right: float
    top: float
    bottom: float


def regions(words: Sequence[Word], rules: Sequence[tuple[float, float, float]] = ()) -> list[Region]:
    """The words of one page as regions in reading order.

    ``rules`` are drawn horizontal lines as ``(left, right, y)``: one that crosses a gutter ends it, so that a table of
    two columns is read row by row. Where most words run from right to left, the right column comes first.
    """
    if not words:
        return []
    backwards = 2 * sum(word.right_to_left for word in words) > len(words)
    return _cut(list(words), list(rules), backwards, _DEPTH, False)


def _cut(
    words: list[Word], rules: list[tuple[float, float, float]], backwards: bool, depth: int, column: bool
) -> list[Region]:
    gutter = _gutter(words, rules) if depth and len(words) > 5 else None
    if gutter is None:
        return [Region(words, column)] if words else []
    middle = (gutter.left + gutter.right) / 2
    above: list[Word] = []
    left: list[Word] = []
    right: list[Word] = []
    below: list[Word] = []
    for word in words:
        height = word.baseline + 0.25 * word.size
        if height > gutter.top:
            above.append(word)
        elif height < gutter.bottom:
            below.append(word)
        elif (word.left + word.right) / 2 < middle:
            left.append(word)
        else:
            right.append(word)
    if not left or not right:
        return [Region(words, column)]
    pair = (right, left) if backwards else (left, right)
    return [
        *_cut(above, rules, backwards, depth - 1, column),
        *_cut(pair[0], rules, backwards, depth - 1, True),
        *_cut(pair[1], rules, backwards, depth - 1, True),
        *_cut(below, rules, backwards, depth - 1, column),
    ]


def _gutter(words: list[Word], rules: list[tuple[float, float, float]]) -> Gutter | None:
    """The gutter with the most lines beside it, or None."""
    size = median(word.size for word in words)
    x0, x1 = min(word.left for word in words), max(word.right for word in words)
    y0, y1 = min(word.bottom for word in words), max(word.top for word in words)
    ink = _ink(words, rules, x0, y1, int((x1 - x0) / _STEP_X) + 2, int((y1 - y0) / _STEP_Y) + 2, size)
    height, last = _free_height(ink)
    enough = _LINES * size / _STEP_Y
    best: tuple[float, Gutter] | None = None
    column = 0
    while column < len(height):
        if height[column] < enough:
            column += 1
            continue
        start = column
        while column < len(height) and height[column] >= enough and abs(last[column] - last[start]) * _STEP_Y < size:
            column += 1
        wide = (column - start) * _STEP_X
        if wide < 0.5 * size:
            continue
        tall = float(height[start:column].max())
        middle = start + (column - start) // 2
        gutter = _extent(ink, middle, int(last[middle]), x0, y1, (start, column))
        if (best is None or tall > best[0]) and _two_columns(words, gutter, x1 - x0, size):
            best = tall, gutter
    return best[1] if best else None


def _ink(
    words: list[Word],
    rules: list[tuple[float, float, float]],
    x0: float,
    y1: float,
    width: int,
    height: int,
    size: float,
) -> NDArray[np.bool_]:
    """Which cells of the grid are taken. Words are widened by a little less than half a space on either side."""
    ink = np.zeros((height, width), dtype=bool)
    pad = 0.2 * size
    for word in words:
        top, bottom = int((y1 - word.baseline - 0.7 * word.size) / _STEP_Y), int((y1 - word.baseline) / _STEP_Y) + 1
        left, right = int(max(0.0, word.left - pad - x0) / _STEP_X), int((word.right + pad - x0) / _STEP_X) + 1
        ink[max(0, top) : bottom, left:right] = True
    for left_end, right_end, y in rules:
        row = int((y1 - y) / _STEP_Y)
        if 0 <= row < height:
            ink[row, max(0, int((left_end - x0) / _STEP_X)) : max(0, int((right_end - x0) / _STEP_X) + 1)] = True
    return ink


def _free_height(ink: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For every grid column, the most rows with ink on both sides in one uncrossed stretch, and its last row."""
    before = np.maximum.accumulate(ink, axis=1)
    after = np.maximum.accumulate(ink[:, ::-1], axis=1)[:, ::-1]
    beside = before & after & ~ink
    count = np.cumsum(beside, axis=0)
    base = np.maximum.accumulate(np.where(ink, count, 0), axis=0)
    stretch: NDArray[np.int64] = count - base
    last: NDArray[np.int64] = stretch.argmax(axis=0)
    return stretch.max(axis=0), last


def _extent(ink: NDArray[np.bool_], middle: int, last: int, x0: float, y1: float, sides: tuple[int, int]) -> Gutter:
    """The strip upwards and downwards until a word crosses it."""
    strip = ink[:, middle]
    top = last
    while top > 0 and not strip[top - 1]:
        top -= 1
    bottom = last
    while bottom < len(strip) - 1 and not strip[bottom + 1]:
        bottom += 1
    return Gutter(
        left=x0 + sides[0] * _STEP_X,
        right=x0 + sides[1] * _STEP_X,
        top=y1 - top * _STEP_Y,
        bottom=y1 - (bottom + 1) * _STEP_Y,
    )


def _two_columns(words: list[Word], gutter: Gutter, width: float, size: float) -> bool:
    """Whether what stands left and right of the strip is text in columns, not numbers beside a text."""
    middle = (gutter.left + gutter.right) / 2
    inside = [word for word in words if gutter.bottom <= word.baseline + 0.25 * word.size <= gutter.top]
    for side in (
        [word for word in inside if word.right <= middle + 1],
        [word for word in inside if word.left >= middle - 1],
    ):
        if not side:
            return False
        extent = max(word.right for word in side) - min(word.left for word in side)
        lines = len({round(word.baseline / (0.5 * size)) for word in side})
        characters = sum(len(word.text) for word in side)
        if extent < max(_NARROWEST * width, 4 * size) or characters < 6 * lines:
            return False
    return True
