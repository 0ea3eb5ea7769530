"""In which order were these letters written? Glyphs of right-to-left scripts put back into logical order."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from hanse.text.letters import right_to_left

Placed = tuple[str, float, float, float]
"""Character, left, right, baseline, in points."""

_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
_CLOSING, _OPENING = ")]}»", "([{«"


def logical(glyphs: Sequence[Placed]) -> str:
    """The text of one word's glyphs: from right to left, numbers and Latin letters in their own direction.

    Vowel signs follow the letter above or below which they stand.
    """
    letters = [glyph for glyph in glyphs if not unicodedata.combining(glyph[0])]
    signs = [glyph for glyph in glyphs if unicodedata.combining(glyph[0])]
    if not letters:
        return "".join(glyph[0] for glyph in glyphs)
    letters.sort(key=lambda glyph: -(glyph[1] + glyph[2]))
    texts = [glyph[0] for glyph in letters]
    for sign in signs:
        middle = (sign[1] + sign[2]) / 2
        host = min(range(len(letters)), key=lambda index: (_distance(letters[index], middle), index))
        texts[host] += sign[0]
    return "".join(_forward(texts))


def mirrored(text: str) -> str:
    """A right-to-left line whose brackets were drawn, not meant: turned round where they close before they open."""
    if not any(character in _MIRRORED for character in text):
        return text
    return text if _balance(text) >= 0 else "".join(_MIRRORED.get(character, character) for character in text)


def _balance(text: str) -> int:
    """Above 0 where brackets open before they close, below 0 where they close first."""
    depth = score = 0
    for character in text:
        if character in _OPENING:
            depth += 1
            score += depth > 0
        elif character in _CLOSING:
            depth -= 1
            score -= depth < 0
    return score


def _forward(texts: list[str]) -> list[str]:
    """Stretches that run from left to right turned back."""
    ordered: list[str] = []
    stretch: list[str] = []
    for index, text in enumerate(texts):
        inner = (
            text in ".,:/-%"
            and 0 < index < len(texts) - 1
            and _western(texts[index - 1])
            and _western(texts[index + 1])
        )
        if _western(text) or inner:
            stretch.append(text)
            continue
        ordered.extend(reversed(stretch))
        stretch = []
        ordered.append(text)
    ordered.extend(reversed(stretch))
    return ordered


def _western(text: str) -> bool:
    first = text[0]
    return first.isalnum() and not right_to_left(first)


def _distance(glyph: Placed, x: float) -> float:
    return max(glyph[1] - x, x - glyph[2], 0.0)
