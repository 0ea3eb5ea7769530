"""A text in pieces: which words stay, which come, which go?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hanse.text.document import Span

Change = Literal["", "insert", "delete"]
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTER = f"[^\\W_][{_MARKS}]*"
WORD = re.compile(rf"\s*(?:[\u3040-\u30ff\u3400-\u9fff]|(?:{_LETTER})+(?:[-'’](?:{_LETTER})+)*|\S)")
"""A word with its accents and hyphens, one Chinese or Japanese character, or one mark; with the space before it."""
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, come or go."""

    text: str
    change: Change = ""


def accepted(pieces: Sequence[Piece]) -> str:
    """The text as it would be with every change made."""
    return "".join(piece.text for piece in pieces if piece.change != "delete")


def struck(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The text with these spans going; they may overlap."""
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(spans):
        start = max(start, at)
        pieces += [Piece(text[at:start]), Piece(text[start:end], "delete")]
        at = max(at, end)
    return merged([*pieces, Piece(text[at:])])


def difference(old: str, new: str) -> list[Piece]:
    """Word by word what goes and what comes; a short word between two changes changes with them."""
    before, after = WORD.findall(old), WORD.findall(new)
    pieces: list[Piece] = []
    steps = SequenceMatcher(None, keys(old), keys(new), False).get_opcodes()
    for place, (step, i, j, k, m) in enumerate(steps):
        kept = "".join(before[i:j])
        if step == "equal" and (not 0 < place < len(steps) - 1 or j - i > 1 or len(kept.strip()) > 3):
            pieces.append(Piece(kept))
            continue
        pieces += [Piece(kept, "delete"), Piece("".join(after[k:m]), "insert")]
    return [*_gathered(pieces), Piece(old[len("".join(before)) :])]


def _gathered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """In every run of changes first all that goes, then all that comes."""
    gone = come = ""
    for piece in [*pieces, Piece("")]:
        if piece.change == "delete":
            gone += piece.text
        elif piece.change == "insert":
            come += piece.text
        else:
            yield from (Piece(gone, "delete"), Piece(come, "insert"), piece)
            gone = come = ""


def spaced(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Insertions get the spaces that keep words apart; the base text is left as it is."""
    said = ""
    for place, piece in enumerate(pieces):
        if piece.change == "insert" and piece.text.strip():
            text = piece.text.strip()
            following = accepted(pieces[place + 1 :])[:1]
            if said and said[-1] not in "([“\"'" and _apart(said[-1], text[0]):
                text = f" {text}"
            if following and _apart(text[-1], following):
                text = f"{text} "
            piece = Piece(text, "insert")
        if piece.change != "delete":
            said += piece.text
        yield piece


def set_apart(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Spaces before a change moved behind it where that leaves both texts as they are.

    A struck space at the end of a line would look like a hyphen of the word that stays.
    """
    moved = list(pieces)
    for place, piece in enumerate(pieces):
        after = place + 2 if place + 1 < len(pieces) and pieces[place + 1].change == "insert" else place + 1
        group = range(place, after)
        if piece.change != "delete" or not place or after >= len(pieces):
            continue
        if moved[place - 1].change or pieces[after].change:
            continue
        if all(moved[each].text.startswith(" ") for each in (*group, after)):
            moved[place - 1] = Piece(moved[place - 1].text + " ")
            for each in group:
                moved[each] = Piece(f"{moved[each].text[1:]} ", moved[each].change)
            moved[after] = Piece(moved[after].text[1:], moved[after].change)
    return merged(moved)


def _apart(left: str, right: str) -> bool:
    """Whether a space belongs between these two characters; never between Chinese or Japanese ones."""
    if left.isspace() or _UNSPACED.match(left) or _UNSPACED.match(right):
        return False
    return right.isalnum() or right in "([“"


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Empty pieces left out, neighbours of one kind run together."""
    runs: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if runs and runs[-1].change == piece.change:
            runs[-1] = Piece(runs[-1].text + piece.text, piece.change)
        else:
            runs.append(piece)
    return tuple(runs)


def keys(text: str) -> list[str]:
    """Words and marks as they are compared."""
    return [token.strip().casefold() for token in WORD.findall(text)]


def count(text: str) -> int:
    """How many words, marks not counted."""
    return sum(any(character.isalnum() for character in token) for token in WORD.findall(text))
