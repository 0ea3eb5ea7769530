"""Which letters were meant? Ligatures, presentation forms and soft hyphens of a page turned into plain letters."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
_FORMS = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\u2f00-\u2fd5\uf900-\ufaff\u0132\u0133\u01c4-\u01cc]")
_LIGATURES = {"\ufb05": "st", "\ufdf2": "\u0627\u0644\u0644\u0647"}
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\x00\ufffe\uffff]")
_PERSIAN_JOINER = re.compile("(?<=[\u0600-\u06ff])\u200c(?=[\u0600-\u06ff])")


def plain(text: str) -> str:
    """``text`` with ligatures and Arabic presentation forms spelt out; every other character untouched."""
    if text.isascii():
        return text
    return _FORMS.sub(_spelt, text)


def spaced(text: str) -> str:
    """``text`` with every stretch of white space as one space and characters without width or glyph left out.

    The zero-width non-joiner between Arabic letters stays: Persian spelling needs it.
    """
    if not text.isascii():
        kept = _PERSIAN_JOINER.sub("\ue000", text)
        text = _INVISIBLE.sub("", kept).replace("\ue000", "\u200c")
    return _SPACES.sub(" ", text)


def _spelt(match: re.Match[str]) -> str:
    character = match.group()
    return _LIGATURES.get(character) or unicodedata.normalize("NFKC", character)


def right_to_left(character: str) -> bool:
    """True for letters of Arabic, Hebrew, Syriac and their kin."""
    return "\u0590" <= character <= "\u08ff" and unicodedata.bidirectional(character) in ("R", "AL")


def ideographic(character: str) -> bool:
    """True for characters of scripts written without spaces between words: Chinese and Japanese."""
    return (
        "\u3000" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff65"
        or "\U00020000" <= character <= "\U0003ffff"
    )
