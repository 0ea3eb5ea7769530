"""Which characters count as the same? Ligatures, soft hyphens, marks of direction and odd spaces made plain."""

from __future__ import annotations

import re
import unicodedata

from hanse.text.letters import plain

_REMOVED = dict.fromkeys(
    [0x00AD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE]
)
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_BREAKS = {0x2028: "\n", 0x2029: "\n", 0x0085: "\n", 0x000B: "\n"}
_CONTROLS = {code: " " for code in range(0x20) if chr(code) not in "\t\n\f"}
_TABLE = {**_CONTROLS, **_REMOVED, **_SPACES, **_BREAKS, 0x2010: "-", 0x2011: "-"}
_JOINERS = re.compile("(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff\u0900-\u0dff])")


def normalise(text: str) -> str:
    """The same words in plain characters: NFC, ligatures spelt out, soft hyphens and marks of direction dropped, every
    odd space a plain one, every line break a newline. Applied twice it gives what it gives once."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return text if text.isascii() else unicodedata.normalize("NFC", plain(_JOINERS.sub("", text)))


def squeezed(text: str) -> str:
    """Normalised, every run of white space one space, none at the ends."""
    return " ".join(normalise(text).split())


def without_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of ``text`` between the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
