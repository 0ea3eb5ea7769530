"""Which words stand where on this page? Glyphs of a PDF page gathered into words with their place, size and weight."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from hanse.text.letters import right_to_left

_SPACES = frozenset({0xA0, 0x3000, *range(0x2000, 0x200C)})

Glyph = tuple[str, float, float, float]
"""Character, left, right, baseline; in points from the page's lower left corner."""


@dataclass(slots=True)
class Face:
    """How the glyphs of one text object look."""

    size: float
    """Height of the letters as printed, in points."""
    bold: bool
    turned: bool
    """Not written horizontally: a watermark or a stamp in the margin."""


@dataclass(slots=True)
class Word:
    """Glyphs without a space between them. Lengths in points, y upwards."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    turned: bool = False
    struck: bool = False
    glyphs: list[Glyph] = field(default_factory=list)
    """Every glyph's place, on pages with right-to-left text or drawn lines; empty where it is not needed."""

    @property
    def top(self) -> float:
        return self.baseline + 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline - 0.25 * self.size

    @property
    def right_to_left(self) -> bool:
        return not self.text.isascii() and any(map(right_to_left, self.text))


class Glyphs:
    """The glyphs of one text page, read through the C interface: a call a glyph and no more."""

    def __init__(self, textpage: Any, turn: int, width: float, height: float) -> None:
        self._page = textpage
        self._turn, self._width, self._height = turn, width, height
        self._faces: dict[int, Face] = {}
        self._weights: dict[str, bool] = {}

    def words(self, placed: bool = False) -> list[Word]:
        """All words, in the order in which the page draws them; ``placed`` keeps every glyph's place."""
        return list(self._words(placed))

    def _words(self, placed: bool) -> Iterator[Word]:
        page, raw = self._page.raw, pdfium
        unicode_of, box_of, origin_of, object_of = (
            raw.FPDFText_GetUnicode,
            raw.FPDFText_GetLooseCharBox,
            raw.FPDFText_GetCharOrigin,
            _objects(),
        )
        address_of_page = ctypes.cast(page, ctypes.c_void_p)
        kept = placed or any(map(right_to_left, self._page.get_text_range()))
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        high = 0
        word: Word | None = None
        last_object: int | None = None
        face = Face(10.0, False, False)
        for index in range(raw.FPDFText_CountChars(page)):
            code = unicode_of(page, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
            if code in (2, 0xFFFE):
                code = 0x2D  # the library's own sign for a hyphen at a line's end
            elif code <= 32 or code in _SPACES:
                if code == 0 and object_of(address_of_page, index):
                    code = 0xFFFD
                else:
                    if word is not None:
                        yield word
                    word = None
                    continue
            address = object_of(address_of_page, index)
            box_of(page, index, box)
            if address != last_object or face.turned or self._turn:
                last_object = address
                face = self._face(address or 0, index)
                origin_of(page, index, x, y)
            left, right, baseline = box.left, box.right, y.value
            if self._turn:
                left, right, baseline = self._turned(box, x.value, y.value)
            character = chr(code)
            if word is not None and (
                not 0.8 < face.size / word.size < 1.25
                or face.bold != word.bold
                or face.turned != word.turned
                or (not face.turned and _apart(word, left, right, baseline))
            ):
                yield word
                word = None
            if word is None:
                word = Word("", left, right, baseline, face.size, face.bold, face.turned)
            word.text += character
            if kept:
                word.glyphs.append((character, left, right, baseline))
            if left < word.left:
                word.left = left
            if right > word.right:
                word.right = right
        if word is not None:
            yield word

    def _turned(self, box: Any, x: float, y: float) -> tuple[float, float, float]:
        """The glyph's place on a page that is shown turned by a multiple of 90 degrees."""
        if self._turn == 1:
            return box.bottom, box.top, self._width - x
        if self._turn == 2:
            return self._width - box.right, self._width - box.left, self._height - y
        return self._height - box.top, self._height - box.bottom, x

    def _face(self, address: int, index: int) -> Face:
        if address in self._faces:
            return self._faces[address]
        size = pdfium.FPDFText_GetFontSize(self._page.raw, index)
        matrix = pdfium.FS_MATRIX()
        turned = False
        if pdfium.FPDFText_GetMatrix(self._page.raw, index, matrix):
            a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
            if self._turn in (1, 3):
                a, b, c, d = b, a, d, c
            size *= (c * c + d * d) ** 0.5
            turned = abs(b) > 0.05 * abs(a)
        face = Face(size or 10.0, self._bold(address), turned)
        if address:
            self._faces[address] = face
        return face

    def _bold(self, address: int) -> bool:
        font = pdfium.FPDFTextObj_GetFont(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)) if address else None
        if not font:
            return False
        buffer = ctypes.create_string_buffer(128)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
        name = buffer.value.decode("utf-8", "replace")
        if name not in self._weights:
            style = name.split("+")[-1].casefold()
            heavy = any(part in style for part in ("bold", "black", "heavy")) and "semibold" not in style
            self._weights[name] = heavy or style.endswith(("-bd", ",bd", "-demi"))
        return self._weights[name]


def _objects() -> Any:
    """The library's own call for the text object of a glyph, made to give a plain address at half the cost."""
    prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return prototype(ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)


def _apart(word: Word, left: float, right: float, baseline: float) -> bool:
    """Whether a glyph at this place cannot belong to the word: a jump, not a step."""
    far = 0.6 * word.size
    return left > word.right + far or right < word.left - far or abs(baseline - word.baseline) > 0.12 * word.size
