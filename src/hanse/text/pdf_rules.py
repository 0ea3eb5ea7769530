"""Which lines are drawn on this page? Thin horizontal strokes: rules above notes, borders of tables, strikes."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from hanse.text.pdf_words import Word

Rule = tuple[float, float, float]
"""Left, right, y; in points from the page's lower left corner."""

_THICKEST = 2.5
_MOST_OBJECTS = 20_000
"""A page with more drawn objects is a map or a chart: its lines are not looked at."""


def rules(page: Any) -> list[Rule]:
    """The thin horizontal strokes of a page, from top to bottom."""
    found: list[Rule] = []
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
            if y1 - y0 <= _THICKEST and x1 - x0 > 2 * (y1 - y0) and x1 - x0 > 3:
                found.append((x0, x1, (y0 + y1) / 2))
    return sorted(set(found), key=lambda rule: (-rule[2], rule[0]))


def strike(words: Sequence[Word], strokes: Sequence[Rule]) -> list[Rule]:
    """Mark the words through whose middle a stroke runs; the strokes that strike nothing are handed back."""
    others: list[Rule] = []
    for left, right, y in strokes:
        used = False
        for word in words:
            if not word.baseline + 0.12 * word.size < y < word.baseline + 0.5 * word.size:
                continue
            width = word.right - word.left
            if min(right, word.right) - max(left, word.left) > 0.6 * width and right - left < 1.5 * width + 600:
                word.struck = used = True
        if not used:
            others.append((left, right, y))
    return others
