"""Which letters were lost on the way? UTF-8 read as another encoding, escapes left in: made good where certain."""

from __future__ import annotations

import html
import re
import unicodedata

LOST = "?"
"""Stands where a letter was lost."""
_BYTES = re.compile(r"(?:<[0-9a-fA-F]{2}>|\\x[0-9a-fA-F]{2})+")
_OCTAL = re.compile(r"(?:\\[23][0-7]{2})+")
_POINT = re.compile(r"<U\+([0-9a-fA-F]{4,6})>|\\u([0-9a-fA-F]{4})")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_MISREAD = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]{2,}"
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z]+);")


def mended(text: str) -> str:
    """``text`` with what certainly was another letter put right; else unchanged. UTF-8 that was read as Windows-1252 or
    Latin-1 counts as certain only where every misread stretch is whole UTF-8."""
    if "<" in text or "\\" in text:
        text = _BYTES.sub(_from_bytes, text)
        text = _OCTAL.sub(_from_octal, text)
        text = _POINT.sub(_from_point, text)
    if "%" in text:
        text = _PERCENT.sub(_from_bytes, text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    for _ in range(2):
        if text.isascii():
            break
        text, before = _MISREAD.sub(_reread, text), text
        if text == before:
            break
    return text


def _from_bytes(found: re.Match[str]) -> str:
    return _letters(bytes.fromhex(re.sub(r"[<>%]|\\x", "", found[0])))


def _from_octal(found: re.Match[str]) -> str:
    return _letters(bytes(int(each, 8) for each in found[0].split("\\")[1:]))


def _letters(given: bytes) -> str:
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError:
        return given.decode("cp1252", errors="replace")


def _from_point(found: re.Match[str]) -> str:
    """The letter of this number; a mark that does not fit on the letter before it stands for a lost letter.

    Among Latin letters, marks and Armenian are Latin-1 whose first byte in UTF-8, C3, was taken for CC or D5:
    Qu<U+0329>bec, Jos<U+0569>.
    """
    number = int(found[1] or found[2], 16)
    if number >= 0x110000 or 0xD800 <= number < 0xE000:
        return ""
    letter = chr(number)
    before = found.string[found.start() - 1 : found.start()]
    misfit = unicodedata.combining(letter) and len(unicodedata.normalize("NFC", before + letter)) != 1
    if (misfit and number < 0x340) or (0x540 <= number < 0x580 and before.isascii() and before.isalpha()):
        return chr(0xC0 + number % 0x40)
    if misfit or letter == "\ufffd":
        return LOST
    return letter


def _reread(found: re.Match[str]) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return bytes(b for letter in found[0] for b in _byte(letter, encoding)).decode("utf-8")
        except UnicodeError:
            continue
    return found[0]


def _byte(letter: str, encoding: str) -> bytes:
    """Windows-1252 leaves five bytes without a letter; they pass as they are."""
    if encoding == "cp1252" and letter in "\x81\x8d\x8f\x90\x9d":
        return letter.encode("latin-1")
    return letter.encode(encoding)
