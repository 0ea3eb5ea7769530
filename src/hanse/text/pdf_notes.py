"""What stands at the foot of this page, and what refers to it? Footnotes and their marks told from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hanse.text.pdf_lines import Line, Piece
from hanse.text.pdf_rules import Rule

_SMALL = 0.93
_MARK = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[,;]?|[*†‡§¶#]{1,4}|\(?[a-z]\)?|\((?:\d{1,3})\)")
_STARTS = re.compile(r"(?:\(?(\d{1,3})\)?[.)]?|([*†‡§¶]{1,4})|([a-z])/)(?:\s|$)|^([*†‡§¶]+|\d{1,3})(?=[^\W\d_])")
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_RAISED_DIGITS = re.compile(r"(.*[^\W\d_]|.*[.,;:!?)\]”»\"’])([⁰¹²³⁴⁵⁶⁷⁸⁹]+)([.,;:!?)\]”»\"’]*)")
_UNIT = re.compile(r"(?:^|[\d(/])(?:[kcmd]?m|ft|CO|km|mi)$", re.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """Text lines of a region, and the notes at its foot, each with its lines."""

    text: list[Line]
    notes: list[list[Line]] = field(default_factory=list)


def parted(region: Sequence[Line], body: float, height: float, rules: Sequence[Rule]) -> Notes:
    """The foot of a region cut off: small lines at its end that begin with a note's mark, or stand beneath a rule.

    ``body`` is the size of the text's letters, ``height`` the page's; lengths in points.
    """
    start = len(region)
    while start and region[start - 1].size <= _SMALL * body:
        start -= 1
    while start < len(region) and not (_opens(region, start) or _beneath(region, start, rules)):
        start += 1
    if start == len(region):
        start = _ruled_off(region, rules, height)
    if start == len(region) or (region[start].baseline > 0.7 * height and not _beneath(region, start, rules)):
        return Notes(list(region))
    found = Notes(list(region[:start]))
    previous = ""
    for line in region[start:]:
        mark = _mark(line)
        if not found.notes or (mark and _follows(previous, mark)):
            found.notes.append([line])
            previous = mark or previous
        else:
            found.notes[-1].append(line)
    return found


def foot(region: Sequence[Line]) -> int:
    """Where notes begin at the end of a region, told by the region alone: smaller than the text right above them, with
    a raised mark, or one that touches the first word. The number of its lines where there are none."""
    start = len(region)
    while start and abs(region[start - 1].size - region[-1].size) <= 0.03 * region[-1].size:
        start -= 1
    if not start or region[start].size > _SMALL * region[start - 1].size:
        return len(region)
    return next((index for index in range(start, len(region)) if _touching(region[index])), len(region))


def _touching(line: Line) -> bool:
    """Whether a line begins with a note's mark that is no number of a paragraph or of a list."""
    first = line.pieces[0]
    if first.raised or first.word.size <= 0.8 * line.size or line.text[0] in _SUPERSCRIPTS:
        return bool(_mark(line))
    return bool(re.match(r"\d{1,3}[^\W\d_]", line.text))


def _opens(region: Sequence[Line], start: int) -> bool:
    """Whether a line begins a note: by its mark, or, where no text of its column stands above it, by a mark that cannot
    be the number in which a line of a list happens to begin."""
    return bool(_mark(region[start])) and (start > 0 or _touching(region[start]))


def _beneath(region: Sequence[Line], start: int, rules: Sequence[Rule]) -> bool:
    """Whether a short rule stands right above a line, wider than a word and narrower than the text."""
    line = region[start]
    ceiling = region[start - 1].baseline if start else line.baseline + 4 * line.size
    width = max(other.right for other in region) - min(other.left for other in region)
    return any(
        line.baseline < y < ceiling
        and 0.12 * width < right - left < 0.7 * max(width, 200)
        and abs(left - line.left) < 20
        for left, right, y in rules
    )


def _ruled_off(region: Sequence[Line], rules: Sequence[Rule], height: float) -> int:
    """Where notes in the text's own size begin: beneath a short rule in the lower half, with a mark."""
    for index, line in enumerate(region):
        raised = line.pieces[0].raised or line.text[0] in _SUPERSCRIPTS
        if line.baseline < 0.5 * height and raised and _mark(line) and _beneath(region, index, rules):
            return index
    return len(region)


def _mark(line: Line) -> str:
    """The mark with which a note begins ("3", "*"), or an empty string."""
    first = line.pieces[0]
    if (first.raised or first.word.size <= 0.8 * line.size) and _MARK.fullmatch(first.text):
        return first.text.strip("()")
    text = line.text
    if text[0] in _SUPERSCRIPTS:
        return "".join(_SUPERSCRIPTS.get(character, "") for character in text[:3])
    match = _STARTS.match(text)
    return next((group for group in match.groups() if group), "") if match else ""


def _follows(previous: str, mark: str) -> bool:
    """Whether a mark can be the next note's: a number in a note's text seldom is one more than the last mark."""
    if previous.isdigit() and mark.isdigit():
        return int(mark) == int(previous) + 1
    return True


def marks(notes: Sequence[Sequence[Line]]) -> set[str]:
    """The marks of all notes of a document."""
    return {mark for note in notes if (mark := _mark(note[0]))}


def reference(piece: Piece, before: Piece | None, known: set[str]) -> bool:
    """Whether a raised piece refers to a note, and is no word of the text ("m2" and "19th" are)."""
    text = piece.text.strip()
    if not piece.raised or not _MARK.fullmatch(text):
        return False
    if before is None:
        return False
    if text in ("2", "3") and _UNIT.search(before.text) and not piece.space:
        return text in known and before.text.casefold() not in ("m", "km", "cm", "mm", "co")
    parts = set(re.findall(r"\d{1,3}|[*†‡§¶#]+|[a-z]", text))
    if parts & known:
        return True
    return text[0].isdigit() and not before.text[-1:].isdigit()


def split_superscripts(line: Line) -> None:
    """Raised digits that the file has as characters of their own ("cities³") made pieces, in place."""
    if not any(character in _SUPERSCRIPTS for piece in line.pieces for character in piece.text):
        return
    pieces: list[Piece] = []
    for piece in line.pieces:
        match = _RAISED_DIGITS.fullmatch(piece.text)
        if match is None or _UNIT.search(match.group(1)):
            pieces.append(piece)
            continue
        word, digits, tail = match.groups()
        plain = "".join(_SUPERSCRIPTS[digit] for digit in digits)
        pieces.append(Piece(word, piece.space, piece.word))
        pieces.append(Piece(plain, False, piece.word, raised=True))
        if tail:
            pieces.append(Piece(tail, False, piece.word))
    line.pieces = pieces
