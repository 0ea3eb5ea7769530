"""Which words make a line? The words of a region gathered into lines, superscripts in their place, logical order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hanse.text.bidi import logical, mirrored
from hanse.text.letters import ideographic, right_to_left
from hanse.text.pdf_words import Word


@dataclass(slots=True)
class Piece:
    """A word within a line, with the space (or none) before it."""

    text: str
    space: bool
    word: Word
    raised: bool = False


@dataclass(slots=True)
class Line:
    """One line of text. Lengths in points, y upwards."""

    pieces: list[Piece]
    left: float
    right: float
    baseline: float
    size: float
    page: int = 0
    cell: bool = False

    @property
    def text(self) -> str:
        return "".join((" " if piece.space else "") + piece.text for piece in self.pieces)

    @property
    def bold(self) -> bool:
        return all(piece.word.bold for piece in self.pieces if any(map(str.isalpha, piece.text)))


def lines(words: Iterable[Word]) -> list[Line]:
    """The words of one region as lines from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.baseline, word.left)):
        row = next((row for row in reversed(rows[-3:]) if _same_line(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [_line(row) for row in _with_raised(rows)]


def _parted(word: Word) -> list[Word]:
    """A word of a right-to-left line cut where its glyphs stand apart or change direction.

    The file's own spaces are not to be relied on there, and a bracket beside a number belongs to the line's direction.
    """
    parts: list[Word] = []
    for glyph in sorted(word.glyphs, key=lambda glyph: -(glyph[1] + glyph[2])):
        last = parts[-1] if parts else None
        if last and last.left - glyph[2] < 0.18 * word.size and _flow(last.glyphs[-1][0]) == _flow(glyph[0]):
            last.glyphs.append(glyph)
            last.left = min(last.left, glyph[1])
        else:
            parts.append(replace(word, left=glyph[1], right=glyph[2], glyphs=[glyph]))
    for part in parts:
        part.text = logical(part.glyphs)
    return parts


def _flow(character: str) -> str:
    if character in "()[]{}<>«»":
        return "bracket"
    return "" if not character.isalnum() or right_to_left(character) else "western"


def _main(row: list[Word]) -> Word:
    """The word that gives a row its baseline and size: the longest of the largest letters."""
    if len(row) == 1:
        return row[0]
    return max(row, key=lambda word: (round(word.size), len(word.text)))


def _same_line(row: list[Word], word: Word) -> bool:
    return abs(row[0].baseline - word.baseline) <= 0.12 * max(row[0].size, word.size)


def _with_raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows of small raised (or lowered) words joined to the line at which they stand."""
    joined: list[list[Word]] = []
    waiting = list(rows)
    for index, row in enumerate(waiting):
        if row:
            host = _host(waiting, index)
            if host is not None:
                host.extend(row)
                waiting[index] = []
    joined = [row for row in waiting if row]
    joined.sort(key=lambda row: -_main(row).baseline)
    return joined


def _host(rows: list[list[Word]], index: int) -> list[Word] | None:
    row = rows[index]
    main = _main(row)
    for near in (index + 1, index - 1, index + 2, index - 2):
        if not 0 <= near < len(rows) or not rows[near]:
            continue
        other = _main(rows[near])
        rise = main.baseline - other.baseline
        small = main.size <= 0.85 * other.size and -0.35 * other.size < rise < 0.75 * other.size
        if (small and all(_touches(word, rows[near]) for word in row)) or (
            abs(rise) < 0.3 * other.size and not any(_overlaps(word, rows[near]) for word in row)
        ):
            return rows[near]
    return None


def _touches(word: Word, row: list[Word]) -> bool:
    near = 0.6 * max(other.size for other in row)
    return any(word.left < other.right + near and word.right > other.left - near for other in row)


def _overlaps(word: Word, row: list[Word]) -> bool:
    slack = 0.2 * word.size
    return any(word.left < other.right - slack and word.right > other.left + slack for other in row)


def _line(row: list[Word]) -> Line:
    main = _main(row)
    backwards = 2 * sum(word.right_to_left for word in row) > sum(any(map(str.isalpha, word.text)) for word in row)
    if backwards:
        ordered = _logical([part for word in row for part in _parted(word)])
    else:
        ordered = sorted(row, key=lambda word: word.left)
    pieces: list[Piece] = []
    for word in ordered:
        before = pieces[-1].word if pieces else None
        raised = word.size <= 0.85 * main.size and word.baseline - main.baseline > 0.1 * main.size
        text = logical(word.glyphs) if word.right_to_left and not backwards else word.text
        pieces.append(Piece(text, before is not None and _spaced(before, word), word, raised))
    if backwards:
        _mirror(pieces)
    return Line(
        pieces,
        left=min(word.left for word in row),
        right=max(word.right for word in row),
        baseline=main.baseline,
        size=main.size,
    )


def _mirror(pieces: list[Piece]) -> None:
    """Brackets of a right-to-left line as they were meant."""
    whole = "".join(piece.text for piece in pieces)
    turned = mirrored(whole)
    if turned != whole:
        start = 0
        for piece in pieces:
            piece.text, start = turned[start : start + len(piece.text)], start + len(piece.text)


def _spaced(before: Word, word: Word) -> bool:
    """Whether a space stands between two neighbours of a line."""
    gap = max(word.left - before.right, before.left - word.right)
    if ideographic(before.text[-1]) and ideographic(word.text[0]):
        return gap > 0.9 * word.size
    return gap > 0.12 * max(before.size, word.size)


def _logical(row: list[Word]) -> list[Word]:
    """Words of a right-to-left line in the order of reading; numbers and Latin stretches keep their own direction."""
    from_right = sorted(row, key=lambda word: -(word.left + word.right))
    ordered: list[Word] = []
    stretch: list[Word] = []
    for index, word in enumerate(from_right):
        between = (
            stretch and index + 1 < len(from_right) and word.text in ".,:/-%–'’" and _western(from_right[index + 1])
        )
        if _western(word) or between:
            stretch.append(word)
            continue
        ordered.extend(reversed(stretch))
        stretch = []
        ordered.append(word)
    ordered.extend(reversed(stretch))
    return ordered


def _western(word: Word) -> bool:
    return _flow(word.text[0]) == "western" or _flow(word.text[-1]) == "western"
