"""What does a text look like to the lexicons? Lower case, no diacritics, plain quotes, offset for offset."""

from __future__ import annotations

import re
import sys
import unicodedata

WORD = re.compile(r"[^\W_]+")

_PLAIN = {
    "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "\u00ad": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\t": " ", "\n": " ", "\r": " ", "œ": "o", "æ": "a", "ß": "s", "ı": "i",
}  # fmt: skip


def _table() -> dict[int, str]:
    """Every precomposed letter to its base letter, one code point for one."""
    table = {ord(odd): plain for odd, plain in _PLAIN.items()}
    for point in range(0xC0, min(0x2000, sys.maxunicode)):
        if point in table or 0x600 <= point < 0x1E00:
            continue
        parts = unicodedata.normalize("NFD", chr(point))
        if len(parts) > 1 and not unicodedata.combining(parts[0]):
            table[point] = parts[0]
    return table


_TABLE = _table()


def flat(text: str) -> str:
    """``text`` folded for look-up; same length as ``text``, so that spans hold in both."""
    return text.replace("İ", "i").lower().translate(_TABLE)


_QUOTED = re.compile(r"\"[^\"]{1,400}\"|(?<!\w)'[^']{3,200}'(?!\w)|“[^”]{1,400}”|«[^»]{1,400}»")


def unquoted(text: str) -> str:
    """``text`` with quotations blanked out, offsets kept; a text that is one whole quotation stays as it is."""
    found = list(_QUOTED.finditer(text))
    if not found or sum(each.end() - each.start() for each in found) > 0.8 * len(text.strip()):
        return text
    pieces, at = [], 0
    for each in found:
        pieces += [text[at : each.start()], " " * (each.end() - each.start())]
        at = each.end()
    return "".join([*pieces, text[at:]])
