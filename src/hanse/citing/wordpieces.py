"""Into which pieces of words is a citing passage cut? WordPiece (Schuster & Nakajima 2012), as BERT's small letters."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from hanse.citing.stance_passage import OTHER, TARGET

FILE = Path(__file__).with_name("encoder.words.txt")
JUDGED, CITED = "[unused1]", "[unused2]"
"""The pieces that stand for the citation judged and for another."""
LONGEST = 60
"""Letters beyond which a word is no word."""
_WORD = re.compile(rf"{TARGET}+|{OTHER}+|[^\W_]+|[^\w\s]|_")


def pieces(text: str) -> list[int]:
    """The numbers of the pieces of a text whose citations are covered."""
    plain = unicodedata.normalize("NFD", text.lower())
    if not plain.isascii():
        plain = "".join(character for character in plain if unicodedata.category(character) != "Mn")
    return [piece for word in _WORD.findall(plain) for piece in _cut(word)]


def number(piece: str) -> int:
    """The number of a piece that is known to be there."""
    return _known()[piece]


@cache
def _known() -> dict[str, int]:
    lines = FILE.read_text(encoding="utf-8").split("\n")
    return {piece: place for place, piece in enumerate(lines) if piece}


@lru_cache(maxsize=1 << 16)
def _cut(word: str) -> tuple[int, ...]:
    """The longest pieces from the left; one unknown piece where there are none."""
    known = _known()
    if word[0] in TARGET + OTHER:
        return (known[JUDGED if word[0] == TARGET else CITED],)
    found, start = [], 0
    while start < len(word) <= LONGEST:
        lead = "##" if start else ""
        end = next((k for k in range(len(word), start, -1) if lead + word[start:k] in known), None)
        if end is None:
            break
        found.append(known[lead + word[start:end]])
        start = end
    return tuple(found) if found and start == len(word) else (known["[UNK]"],)
