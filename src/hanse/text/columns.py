"""In which order is this page read? Words on a page cut into regions: column after column, full width where it is so.

The page is laid on a grid of points. A gutter is a strip that no word crosses while words stand on both of its sides
for several lines; it is cut from the first to the last of these lines, and what stands above, left, right and below is
cut again. A strip beside a narrow stretch (the numbers of paragraphs, a table of contents' page numbers) is no gutter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from hanse.text.pdf_words import Word

Rule = tuple[float, float, float]
"""A drawn horizontal line: left, right, y, in points."""

_ROW = 2.0
"""Height of the grid's rows in points; its columns are one point wide."""
_NARROWEST = 0.14
"""A column's least share of the region's width."""
_LINES = 3.0
"""The least height, in sizes of letters (a line has 1.3), over which words stand on both sides of a gutter."""
_DEPTH = 6
_LARGEST = 5_000
"""Points over which words may be strewn (a poster's side has 3,370); beyond, a damaged page would fill the memory."""


@dataclass(slots=True)
class Region:
    """Words that are read from line to line, without a gutter between them."""

    words: list[Word] = field(default_factory=list)
    column: bool = False
    """True where the region stands beside another one."""
    cell: bool = False
    """True for a cell of a drawn table."""


@dataclass(slots=True)
class Gutter:
    """A white strip: from ``left`` to ``right``, between ``top`` and ``bottom`` (points, y upwards)."""

    left: float
    right: float
    top: float
    bottom: float


def regions(words: Sequence[Word], rules: Sequence[Rule] = (), known: Sequence[float] = ()) -> list[Region]:
    """The words of one page as regions in reading order.

    ``known`` are places of gutters on other pages: there a single line on both sides is enough.

    ``rules`` are drawn horizontal lines as ``(left, right, y)``: one that crosses a gutter ends it, so that a table of
    two columns is read row by row. Where most words run from right to left, the right column comes first.
    """
    if not words:
        return []
    backwards = 2 * sum(word.right_to_left for word in words) > len(words)
    return _cut(list(words), list(rules), list(known), backwards, _DEPTH, False)


def _cut(
    words: list[Word], rules: list[Rule], known: list[float], backwards: bool, depth: int, column: bool
) -> list[Region]:
    gutter = _gutter(words, rules, known, column) if depth and len(words) > 5 else None
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
        *_cut(above, rules, known, backwards, depth - 1, column),
        *_cut(pair[0], rules, known, backwards, depth - 1, True),
        *_cut(pair[1], rules, known, backwards, depth - 1, True),
        *_cut(below, rules, known, backwards, depth - 1, column),
    ]


def _gutter(words: list[Word], rules: list[Rule], known: list[float], nested: bool) -> Gutter | None:
    """The gutter with the most lines beside it, and of these the longest, or None."""
    size = median(word.size for word in words)
    x0, x1 = min(word.left for word in words), max(word.right for word in words)
    y0, y1 = min(word.bottom for word in words), max(word.top for word in words)
    if not (x1 - x0 < _LARGEST and y1 - y0 < _LARGEST):
        return None
    shape = int((y1 - y0) / _ROW) + 2, int(x1 - x0) + 2
    ink = _ink(words, rules, x0, y1, shape, size)
    height, last = _free_height(ink, _beside(words, x0, y1, shape))
    enough = _LINES * size * (2.0 if nested else 1.0) / _ROW
    best: tuple[float, Gutter] | None = None
    column = 0
    while column < len(height):
        if height[column] < enough:
            column += 1
            continue
        start = column
        while (
            column < len(height)
            and abs(height[column] - height[start]) < size / _ROW
            and abs(last[column] - last[start]) < size / _ROW
        ):
            column += 1
        tall = float(height[start:column].max())
        if (column - start) < (0.3 if tall > 2 * _LINES * size / _ROW else 0.5) * size:
            continue
        middle = start + (column - start) // 2
        gutter = _extent(ink, middle, int(last[middle]), x0, y1, (start, column))
        worth = tall + 0.2 * (gutter.top - gutter.bottom) / _ROW
        if (best is None or worth > best[0]) and _two_columns(words, gutter, x1 - x0, size):
            best = worth, gutter
    if best is None:
        for place in known:
            middle = int(place - x0)
            slack = max(1, int(0.2 * size))
            near = height[max(0, middle - slack) : middle + slack + 1]
            if 0 < middle < shape[1] and near.min() > size / _ROW:
                return _extent(ink, middle, int(last[middle]), x0, y1, (middle, middle + 1))
    return best[1] if best else None


def places(found: Sequence[Region]) -> list[float]:
    """Where the gutters between neighbouring columns of a page stand."""
    middles: list[float] = []
    for one, other in pairwise(found):
        if one.column and other.column:
            one_right, other_left = max(word.right for word in one.words), min(word.left for word in other.words)
            if one_right < other_left:
                middles.append((one_right + other_left) / 2)
    return middles


def _ink(
    words: list[Word], rules: list[Rule], x0: float, y1: float, shape: tuple[int, int], size: float
) -> NDArray[np.bool_]:
    """Which points are taken. Words are widened by a little less than half a space on either side."""
    ink = np.zeros(shape, dtype=bool)
    pad = 0.15 * size
    for word in words:
        top, bottom = int((y1 - word.baseline - 0.7 * word.size) / _ROW), int((y1 - word.baseline) / _ROW) + 1
        left, right = int(max(0.0, word.left - pad - x0)), int(word.right + pad - x0) + 1
        ink[max(0, top) : bottom, left:right] = True
    for left_end, right_end, y in rules:
        row = int((y1 - y) / _ROW)
        if 0 <= row < shape[0]:
            ink[row, max(0, int(left_end - x0)) : max(0, int(right_end - x0) + 1)] = True
    return ink


def _beside(words: list[Word], x0: float, y1: float, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Which points have a line's words both left and right of them."""
    ends: dict[int, tuple[float, float, float]] = {}
    for word in words:
        row = round(word.baseline)
        left, right, size = ends.get(row, (word.left, word.right, word.size))
        ends[row] = min(left, word.left), max(right, word.right), max(size, word.size)
    first, last = np.full(shape[0], float(shape[1])), np.full(shape[0], -1.0)
    for baseline, (left, right, size) in ends.items():
        rows = slice(max(0, int((y1 - baseline - 0.9 * size) / _ROW)), int((y1 - baseline + 0.4 * size) / _ROW))
        first[rows] = np.minimum(first[rows], left - x0)
        last[rows] = np.maximum(last[rows], right - x0)
    places = np.arange(shape[1])
    return (places > first[:, None]) & (places < last[:, None])


def _free_height(ink: NDArray[np.bool_], beside: NDArray[np.bool_]) -> tuple[NDArray[np.int16], NDArray[np.int64]]:
    """For every x, the most points with words on both sides in one uncrossed stretch, and that stretch's end."""
    count = np.cumsum(beside & ~ink, axis=0, dtype=np.int16)
    stretch: NDArray[np.int16] = count - np.maximum.accumulate(np.where(ink, count, 0), axis=0)
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
        left=x0 + sides[0],
        right=x0 + sides[1],
        top=y1 - top * _ROW,
        bottom=y1 - (bottom + 1) * _ROW,
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
        if extent < max(_NARROWEST * width, 8 * size) or characters < 6 * lines:
            return False
    return True
