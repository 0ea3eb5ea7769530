"""Which words make a line? The words of a region gathered into lines, superscripts in their place, logical order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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
    column: bool = False

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


def _main(row: list[Word]) -> Word:
    """The word that gives a row its baseline and size: the longest of the largest letters."""
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
        if (
            main.size <= 0.85 * other.size
            and -0.35 * other.size < rise < 0.75 * other.size
            and all(_touches(word, rows[near]) for word in row)
        ):
            return rows[near]
    return None


def _touches(word: Word, row: list[Word]) -> bool:
    near = 0.6 * max(other.size for other in row)
    return any(word.left < other.right + near and word.right > other.left - near for other in row)


def _line(row: list[Word]) -> Line:
    main = _main(row)
    backwards = 2 * sum(word.right_to_left for word in row) > sum(any(map(str.isalpha, word.text)) for word in row)
    ordered = _logical(row) if backwards else sorted(row, key=lambda word: word.left)
    pieces: list[Piece] = []
    for word in ordered:
        before = pieces[-1].word if pieces else None
        raised = word.size <= 0.85 * main.size and word.baseline - main.baseline > 0.1 * main.size
        pieces.append(Piece(word.text, before is not None and _spaced(before, word), word, raised))
    return Line(
        pieces,
        left=min(word.left for word in row),
        right=max(word.right for word in row),
        baseline=main.baseline,
        size=main.size,
    )


def _spaced(before: Word, word: Word) -> bool:
    """Whether a space stands between two neighbours of a line."""
    gap = max(word.left - before.right, before.left - word.right)
    if ideographic(before.text[-1]) and ideographic(word.text[0]):
        return gap > 0.9 * word.size
    return gap > 0.12 * max(before.size, word.size)


def _logical(row: list[Word]) -> list[Word]:
    """Words of a right-to-left line in the order of reading; numbers and Latin stretches keep their own direction."""
    from_right = sorted(row, key=lambda word: -word.right)
    ordered: list[Word] = []
    stretch: list[Word] = []
    for word in from_right:
        if any(right_to_left(character) for character in word.text):
            ordered.extend(reversed(stretch))
            stretch = []
            ordered.append(word)
        else:
            stretch.append(word)
    ordered.extend(reversed(stretch))
    return ordered
