"""Which words of this page stand in the cells of a drawn table? Cells told by the lines drawn around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hanse.text.pdf_rules import Border, Rule
from hanse.text.pdf_words import Word

_NEAR = 3.0
"""Lines closer than this (points) are one line."""


@dataclass(slots=True)
class Table:
    """The words of a table, cell by cell, row by row from the top; empty cells are left out."""

    top: float
    bottom: float
    cells: list[list[Word]]


def tables(words: Sequence[Word], rules: Sequence[Rule], borders: Sequence[Border], backwards: bool) -> list[Table]:
    """The drawn tables of a page, from top to bottom, where nothing else stands beside them.

    ``rules`` and ``borders`` are the drawn horizontal and vertical lines. A frame around a single text is no table.
    ``backwards`` reads the cells of a row from right to left.
    """
    found: list[Table] = []
    for top, bottom, uprights in _groups(borders):
        lying = [rule for rule in rules if bottom - _NEAR <= rule[2] <= top + _NEAR]
        left = min([x for x, _, _ in uprights] + [rule[0] for rule in lying])
        right = max([x for x, _, _ in uprights] + [rule[1] for rule in lying])
        band = [word for word in words if bottom < word.baseline + 0.25 * word.size < top]
        inside = [word for word in band if left - _NEAR <= (word.left + word.right) / 2 <= right + _NEAR]
        if len(inside) < len(band) or not inside:
            continue
        cells = _cells(inside, _levels(lying, left, right, top, bottom), uprights, backwards)
        if max((len(row) for row in cells), default=0) > 1:
            found.append(Table(top, bottom, [cell for row in cells for cell in row]))
    return found


def _groups(borders: Sequence[Border]) -> list[tuple[float, float, list[Border]]]:
    """Vertical lines that stand beside or upon each other: top, bottom, and the lines."""
    groups: list[tuple[float, float, list[Border]]] = []
    for border in sorted(borders, key=lambda border: -border[2]):
        _, low, high = border
        if groups and high >= groups[-1][1] - _NEAR:
            top, bottom, members = groups[-1]
            groups[-1] = top, min(bottom, low), [*members, border]
        else:
            groups.append((high, low, [border]))
    return groups


def _levels(lying: list[Rule], left: float, right: float, top: float, bottom: float) -> list[float]:
    """Heights at which lines cross the whole table, from the top, its edges included."""
    heights = [top]
    for y in sorted({rule[2] for rule in lying}, reverse=True):
        level = [rule for rule in lying if abs(rule[2] - y) < _NEAR]
        covered = sum(rule[1] - rule[0] for rule in level)
        if covered > 0.9 * (right - left) and heights[-1] - y > _NEAR:
            heights.append(y)
    if heights[-1] - bottom > _NEAR:
        heights.append(bottom)
    return heights


def _cells(words: list[Word], levels: list[float], uprights: list[Border], backwards: bool) -> list[list[list[Word]]]:
    rows: list[list[list[Word]]] = []
    for high, low in pairwise(levels):
        row = [word for word in words if low < word.baseline + 0.25 * word.size <= high]
        middle = (high + low) / 2
        edges = sorted({round(x) for x, y0, y1 in uprights if y0 - _NEAR <= middle <= y1 + _NEAR})
        strips: dict[int, list[Word]] = {}
        for word in row:
            strips.setdefault(sum(edge < (word.left + word.right) / 2 for edge in edges), []).append(word)
        rows.append([strips[index] for index in sorted(strips, reverse=backwards)])
    return [row for row in rows if row]
