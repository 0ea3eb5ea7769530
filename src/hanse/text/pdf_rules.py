"""Which lines are drawn on this page? Thin horizontal strokes: rules above notes, borders of tables, strikes."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from hanse.text.pdf_words import Word

Rule = tuple[float, float, float]
"""Left, right, y; in points from the page's lower left corner."""

Border = tuple[float, float, float]
"""x, lower end, upper end."""

_THICKEST = 2.5
_MOST_OBJECTS = 20_000
"""A page with more drawn objects is a map or a chart: its lines are not looked at."""


def drawn(page: Any) -> tuple[list[Rule], list[Border]]:
    """The thin horizontal strokes of a page from top to bottom, and the vertical ones from left to right.

    The sides of a drawn box count as strokes.
    """
    lying: set[Rule] = set()
    upright: set[Border] = set()
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return [], []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
        if y1 - y0 <= _THICKEST and x1 - x0 > max(3.0, 2 * (y1 - y0)):
            lying.add((x0, x1, (y0 + y1) / 2))
        elif x1 - x0 <= _THICKEST and y1 - y0 > max(6.0, 2 * (x1 - x0)):
            upright.add(((x0 + x1) / 2, y0, y1))
        elif pdfium.FPDFPath_CountSegments(item) in (4, 5) and _outlined(item):
            lying.update({(x0, x1, y0), (x0, x1, y1)})
            upright.update({(x0, y0, y1), (x1, y0, y1)})
    return sorted(lying, key=lambda rule: (-rule[2], rule[0])), sorted(upright)


def _outlined(item: Any) -> bool:
    """Whether a box's outline is drawn, not only its inside filled."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(item, fill, stroke)) and bool(stroke.value)


def strike(words: Sequence[Word], strokes: Sequence[Rule]) -> tuple[list[Word], list[Rule]]:
    """Words with those apart through whose middle a stroke runs, marked as struck; and the strokes that strike none.

    A word that is struck in part is cut where the stroke ends. The words must have their glyphs' places.
    """
    others: list[Rule] = []
    struck = list(words)
    for left, right, y in strokes:
        cut: list[Word] = []
        used = False
        for word in struck:
            through = word.baseline + 0.12 * word.size < y < word.baseline + 0.5 * word.size
            if not through or word.struck or word.turned or left > word.right or right < word.left or not word.glyphs:
                cut.append(word)
                continue
            parts = _cut(word, left, right)
            used = used or any(part.struck for part in parts)
            cut.extend(parts)
        struck = cut
        if not used:
            others.append((left, right, y))
    return struck, others


def _cut(word: Word, left: float, right: float) -> list[Word]:
    """A word in parts that are struck and parts that are not, by the middles of its glyphs."""
    parts: list[Word] = []
    for glyph in word.glyphs:
        under = left - 0.5 <= (glyph[1] + glyph[2]) / 2 <= right + 0.5
        if not parts or parts[-1].struck != under:
            parts.append(replace(word, text="", left=glyph[1], right=glyph[2], struck=under, glyphs=[]))
        part = parts[-1]
        part.text += glyph[0]
        part.glyphs.append(glyph)
        part.left, part.right = min(part.left, glyph[1]), max(part.right, glyph[2])
    return parts
