"""Which words of these pages are not the text? Headers, footers, page and line numbers, told by where they stand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from hanse.text.document import FurnitureKind
from hanse.text.pdf_lines import Line, Piece, lines
from hanse.text.pdf_rules import Border, Rule
from hanse.text.pdf_words import Word

_ZONE = 0.18
"""The share of the page's height, at the top and at the bottom, in which headers and footers stand."""
_ROWS = 4
_NUMBER = re.compile(
    r"[\[(]?(?:\d{1,4}|[ivxlc]{1,6})[\])]?|[-–—]\s?\d{1,4}\s?[-–—]|\d{1,4}\s?/\s?\d{1,4}", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:page|página|p\.|seite|стр\.?|صفحة|第)\s?\d{1,4}\s?(?:(?:of|de|/|von|sur|из|من)\s?\d{1,4}|页)?", re.I
)


@dataclass(slots=True)
class Page:
    """The words of a page, and what was set apart from them."""

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Rule] = field(default_factory=list)
    borders: list[Border] = field(default_factory=list)
    above: list[tuple[Line, FurnitureKind]] = field(default_factory=list)
    below: list[tuple[Line, FurnitureKind]] = field(default_factory=list)


def set_apart(pages: Sequence[Page]) -> None:
    """Take headers, footers, page numbers, line numbers and watermarks out of the pages' words, in place."""
    for page in pages:
        _watermarks(page)
    _line_numbers(pages)
    for kind in ("header", "footer"):
        edges = [_edge(page, kind) for page in pages]
        repeated = _repeated(pages, edges)
        for page, edge in zip(pages, edges, strict=True):
            _take(page, edge, kind, repeated, len(pages))


def _edge(page: Page, kind: str) -> list[Line]:
    """The outermost rows of a page, from its edge inwards."""
    height = page.height
    if kind == "header":
        return lines(word for word in page.words if word.baseline > (1 - 1.5 * _ZONE) * height)[:_ROWS]
    return lines(word for word in page.words if word.baseline < 1.5 * _ZONE * height)[: -_ROWS - 1 : -1]


def _take(page: Page, edge: list[Line], kind: str, repeated: set[tuple[str, int]], total: int) -> None:
    """From the page's edge inwards, as long as the rows are furniture."""
    taken: list[tuple[Line, FurnitureKind]] = []
    usual = median(word.size for word in page.words) if page.words else 0.0
    for index, row in enumerate(edge):
        if not _in_zone(page, row, kind):
            break
        number = _is_number(row.text)
        known = any(
            (text, round(row.baseline / 6) + step) in repeated
            for text in {_mask(row.text) if row.size < 1.1 * usual else row.text}
            for step in (-1, 0, 1)
        )
        following = edge[index + 1] if index + 1 < len(edge) else None
        paged = number or _counts_pages(row.text, page.number, total)
        if not known and not (paged and _alone(row, following)) and not _outlying(page, row, following):
            break
        taken.append((row, "page number" if number else "header" if kind == "header" else "footer"))
    gone = {id(piece.word) for row, _ in taken for piece in row.pieces}
    rest = [word for word in page.words if id(word) not in gone]
    if taken and rest:
        page.words = rest
        if kind == "header":
            page.above.extend(taken)
        else:
            page.below.extend(reversed(taken))


def _in_zone(page: Page, row: Line, kind: str) -> bool:
    return row.baseline > (1 - _ZONE) * page.height if kind == "header" else row.baseline < _ZONE * page.height


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text.strip()) or _NUMBERED.fullmatch(text.strip()))


def _outlying(page: Page, row: Line, following: Line | None) -> bool:
    """Whether a row stands at the very edge of the page, far from the next, in smaller letters than the text's."""
    if following is None:
        return False
    at_edge = min(row.baseline, page.height - row.baseline) < 0.075 * page.height
    usual = median(word.size for word in page.words)
    return (
        at_edge and row.size < 0.95 * max(usual, _large(page)) and abs(row.baseline - following.baseline) > 2.2 * usual
    )


def _large(page: Page) -> float:
    """The largest letters in which a sixth of a full page is set: its text, where notes are the greater part of it."""
    sizes = sorted((word.size for word in page.words), reverse=True)
    return sizes[len(sizes) // 6] if len(sizes) > 100 else 0.0


def _counts_pages(text: str, page: int, total: int) -> bool:
    """Whether a row ends (or begins) with "3/12" or "page 3 of 12" on the third page of twelve."""
    of = rf"{page}\s?(?:/|of|de|sur|von|из)\s?{total}"
    return bool(re.search(rf"(?:^|\D){of}$|^(?:page\s)?{of}(?:\D|$)", text, re.IGNORECASE))


def _alone(row: Line, following: Line | None) -> bool:
    return following is None or abs(row.baseline - following.baseline) > 1.3 * max(row.size, following.size)


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.casefold().split()))


def _repeated(pages: Sequence[Page], edges: list[list[Line]]) -> set[tuple[str, int]]:
    """Texts (digits masked) that stand at the same height on several pages, as headers and footers do.

    Where digits differ from page to page they must count the pages; numbered headings that open pages do not.
    """
    places: dict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    for page, edge in zip(pages, edges, strict=True):
        usual = median(word.size for word in page.words) if page.words else 0.0
        for row in edge:
            mask = _mask(row.text) if row.size < 1.1 * usual else row.text
            places[mask, round(row.baseline / 6)].append((page.number, row.text))
    needed = 2 if len(pages) < 8 else 3
    found: set[tuple[str, int]] = set()
    for (mask, height), where in places.items():
        near = [*where, *places.get((mask, height + 1), []), *places.get((mask, height - 1), [])]
        if len({number for number, _ in near}) >= needed and _counts(near):
            found.add((mask, height))
    return found


def _counts(where: list[tuple[int, str]]) -> bool:
    """Whether the texts are the same on all pages, or differ only by a number that counts the pages."""
    digits = [[int(number) for number in re.findall(r"\d+", text)] for _, text in where]
    for place in range(len(digits[0])):
        values = [row[place] for row in digits]
        if len(set(values)) == 1:
            continue
        offsets = Counter(value - number for value, (number, _) in zip(values, where, strict=True))
        if offsets.most_common(1)[0][1] < 0.6 * len(values):
            return False
    return True


def _watermarks(page: Page) -> None:
    """Words that are not written horizontally."""
    turned = [word for word in page.words if word.turned]
    if turned and len(turned) <= 0.5 * len(page.words):
        page.words = [word for word in page.words if not word.turned]
        page.below.append((_in_order(turned), "other"))


def _in_order(words: list[Word]) -> Line:
    """Words as one line, in the order given."""
    line = lines(words[:1])[0]
    for word in words[1:]:
        line.pieces.append(Piece(word.text, True, word))
    return line


def _line_numbers(pages: Sequence[Page]) -> None:
    """Numbers in the margin that count lines, set apart on every page; a short page follows the others."""
    sure: set[tuple[str, int]] = set()
    waiting: list[tuple[Page, list[Word]]] = []
    for page in pages:
        column = _numbered_margin(page)
        if column is None:
            continue
        rest = {id(word) for word in column}
        others = [word.size for word in page.words if id(word) not in rest]
        if len(column) >= 8 or column[0].size < 0.9 * median(others):
            sure.update((edge, place + step) for edge, place in _places(column) for step in (-1, 0, 1))
        waiting.append((page, column))
    for page, column in waiting:
        if sure.intersection(_places(column)):
            gone = {id(word) for word in column}
            page.words = [word for word in page.words if id(word) not in gone]
            page.below.append((_in_order(column), "line number"))


def _places(column: Sequence[Word]) -> tuple[tuple[str, int], tuple[str, int]]:
    """Where a column of numbers stands: numbers are set flush with its left edge, or with its right one."""
    left, right = min(word.left for word in column), max(word.right for word in column)
    return ("left", round(left / 3)), ("right", round(right / 3))


def _numbered_margin(page: Page) -> list[Word] | None:
    """The page's column of line numbers: the longest, whichever of its edges is flush."""
    digits = [word for word in page.words if re.fullmatch(r"\d{1,4}", word.text)]
    longest: list[Word] | None = None
    for edge in ("right", "left"):
        columns: dict[int, list[Word]] = defaultdict(list)
        for word in digits:
            columns[round(getattr(word, edge) / 3)].append(word)
        for place in sorted(columns, key=lambda place: (-len(columns[place]), place)):
            column = sorted(columns[place] + columns.get(place + 1, []), key=lambda word: -word.baseline)
            if len(column) >= max(3, len(longest or ()) + 1) and _counts_lines(page, column):
                longest = column
    return longest


def _counts_lines(page: Page, column: list[Word]) -> bool:
    values = [int(word.text) for word in column]
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1 or not steps <= {1, 2, 5, 10}:
        return False
    mine = {id(word) for word in column}
    rest = [word for word in page.words if id(word) not in mine]
    left, right = min(word.left for word in column), max(word.right for word in column)
    beside = [word for word in rest if column[-1].bottom <= word.baseline <= column[0].top]
    if not beside or not (all(word.left > right for word in beside) or all(word.right < left for word in beside)):
        return False
    gaps = [before.baseline - after.baseline for before, after in pairwise(column)]
    usual = median(gaps)
    even = sum(abs(gap - usual) < 0.15 * usual for gap in gaps) / len(gaps)
    rows = len({round(word.baseline / 3) for word in beside})
    return even >= 0.7 and (steps != {1} or len(column) >= 0.6 * rows)
