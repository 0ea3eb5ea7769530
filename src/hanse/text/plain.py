"""Which paragraphs does a plain text file hold? Blank lines, hard-wrapped lines, labels and page breaks read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hanse.text.blocks import Block, Run
from hanse.text.characters import normalise
from hanse.text.document import FurnitureKind
from hanse.text.furniture import repeated_edges
from hanse.text.hyphenation import Vocabulary, joint
from hanse.text.line_numbers import line_numbers
from hanse.text.numbering import label_of

_ENDED = re.compile(r"[.!?:;。！？：；؟؛…][\s\])”\"’»)]*$|(?:^|\W)(?:and|or|et|ou|y|o|и|или)$")
_STOPPED = re.compile(r"[.!?;。！？；؟؛][\s\])”\"’»)]*$")
_REFERS = re.compile(
    r"(?:\b(?:paragraphs?|paras?\.?|articles?|arts?\.?|sections?|annex|chapter|no\.?|nos\.?|resolutions?|decisions?|"
    r"pp?\.|objectives?|target|goal|"
    r"table|figure|and|or|to|of|in|by|from|on|see|than|rule|part)|[-–,(/])$",
    re.IGNORECASE,
)
_LOWEST_WIDTH, _HIGHEST_WIDTH = 40, 140


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its margin; ``number`` is what counts it there."""

    text: str
    number: str = ""
    furniture: FurnitureKind | None = None


def blocks(text: str) -> list[Block]:
    """A plain text's paragraphs as Blocks; a form feed begins a new page (pages are None without one).

    Headers, footers and page numbers of pages, and line numbers in the margin, are furniture.
    """
    pages = normalise(text).split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    lines = _lines(pages)
    flat = [line.text for page in lines for line in page if not line.furniture]
    known = Vocabulary(line.strip() for line in flat)
    width = wrap_width(flat)
    return [
        Block(_runs(chunk, known), page=number if len(lines) > 1 else None, furniture=chunk[0].furniture)
        for number, page in enumerate(lines, 1)
        for chunk in _chunks(page, width)
    ]


def _lines(pages: Sequence[str]) -> list[list[_Line]]:
    """The lines of every page, what is furniture on them marked."""
    split = [page.split("\n") for page in pages]
    numbers = line_numbers([line for page in split for line in page])
    edges = repeated_edges(split)
    result: list[list[_Line]] = []
    place = 0
    for page_number, page in enumerate(split):
        result.append([])
        for index, line in enumerate(page):
            printed, length = numbers.get(place, ("", 0))
            result[-1].append(_Line(line[length:], printed, edges.get((page_number, index))))
            place += 1
    return result


def _runs(chunk: Sequence[_Line], known: Vocabulary) -> tuple[Run, ...]:
    """The lines of one paragraph joined, hyphenation undone, line numbers kept in their places."""
    runs: list[Run] = []
    joined = ""
    for line in chunk:
        cut, between = joint(joined, line.text, known)
        joined = (joined[:-cut] if cut else joined) + between + line.text
        if cut and runs:
            runs[-1] = Run(runs[-1].text[:-cut])
        if line.number:
            runs.append(Run(line.number, furniture="line number"))
        runs.append(Run(between + line.text))
    return (Run(joined),) if not any(run.furniture for run in runs) else tuple(runs)


def wrap_width(lines: Sequence[str]) -> int:
    """The width at which the lines of a text were wrapped by hand, in characters; 0 where every line is a paragraph.

    Wrapped text has many lines of nearly the greatest width that do not end a sentence; unwrapped text does not.
    """
    pairs = [(len(line.rstrip()), line, after) for line, after in pairwise(lines) if line.strip()]
    lengths = sorted(length for length, _, after in pairs)
    if len(lengths) < 2:
        return 0
    wide = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
    if not _LOWEST_WIDTH <= wide <= _HIGHEST_WIDTH:
        return 0
    going_on = [
        length
        for length, line, after in pairs
        if after.strip() and not _ENDED.search(line.strip()) and length > wide * 0.6
    ]
    lowered = sum(1 for length, line, after in pairs if after.strip()[:1].islower() and length > wide * 0.6)
    full = sum(1 for length in lengths if length > wide * 0.6)
    return wide if (lowered >= 2 and len(going_on) * 3 >= full) or (lowered == 1 and full <= 4) else 0


def starts_anew(before: str, line: str) -> bool:
    """True where a line begins with a paragraph's number, and not with one that the line before refers to."""
    return label_of(line) is not None and not (_REFERS.search(before) and not _ENDED.search(before))


def _chunks(lines: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    """Lines that make one paragraph, stripped."""
    chunk: list[_Line] = []
    gap = False
    for line in lines:
        stripped = line.text.strip()
        if not stripped and not line.number:
            gap = bool(chunk)
            continue
        alone = line.furniture or (chunk and chunk[0].furniture)
        hangs = bool(chunk) and not gap and _hangs(chunk, line.text)
        if chunk and (alone or (stripped and not hangs and not _goes_on(chunk[-1].text, stripped, width, gap))):
            yield chunk
            chunk = []
        chunk.append(replace(line, text=stripped))
        gap = False
    if chunk:
        yield chunk


def _hangs(chunk: Sequence[_Line], line: str) -> bool:
    """True where a line is indented beneath an item that has not ended."""
    indented = line[:1].isspace() and label_of(line.strip()) is None
    return indented and label_of(chunk[0].text) is not None and not _STOPPED.search(chunk[-1].text)


def _goes_on(before: str, line: str, width: int, gap: bool) -> bool:
    """True where a line belongs to the paragraph of the line before it."""
    if before.endswith("-") and len(before) > _LOWEST_WIDTH and not gap and line[:1].islower():
        return True
    if not width:
        return False
    ended = bool(_ENDED.search(before))
    if starts_anew(before, line):
        label = label_of(line)
        assert label is not None
        dash = label.style == "bullet" and line[0] in "-–—" and line[label.length :][:1].islower()
        return dash and not ended and not gap and len(before) >= width * 0.6
    if gap:
        return not ended and len(before) > width * 0.6 and line[:1].islower()
    if len(before) < width * 0.6:
        return not ended and line[:1].islower()
    room = width - len(before) - 1 - len(line.split(maxsplit=1)[0])
    return not (_STOPPED.search(before) and room > 6 and not line[:1].islower())
