"""Which paragraphs does a plain text file hold? Blank lines, hard-wrapped lines, labels and page breaks read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hanse.text.blocks import Block
from hanse.text.characters import normalise
from hanse.text.hyphenation import Vocabulary, joint
from hanse.text.numbering import label_of

_ENDED = re.compile(r"[.!?:;。！？：；؟؛…][\s\])”\"’»)]*$|(?:^|\W)(?:and|or|et|ou|y|o|и|или)$")
_REFERS = re.compile(
    r"(?:\b(?:paragraphs?|paras?\.?|articles?|arts?\.?|sections?|annex|chapter|no\.?|nos\.?|resolutions?|decisions?|"
    r"pp?\.|objectives?|target|goal|"
    r"table|figure|and|or|to|of|in|by|from|on|see|than|rule|part)|[-–,(/])$",
    re.IGNORECASE,
)
_LOWEST_WIDTH, _HIGHEST_WIDTH = 40, 140


def blocks(text: str) -> list[Block]:
    """A plain text's paragraphs as Blocks; a form feed begins a new page (pages are None without one)."""
    text = normalise(text)
    pages = text.split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    lines = [line for page in pages for line in page.split("\n")]
    known = Vocabulary(line.strip() for line in lines)
    width = wrap_width(lines)
    found: list[Block] = []
    for number, page in enumerate(pages, 1):
        for chunk in _chunks(page.split("\n"), width):
            joined = chunk[0]
            for line in chunk[1:]:
                cut, between = joint(joined, line, known)
                joined = (joined[:-cut] if cut else joined) + between + line
            found.append(Block.of(joined, page=number if len(pages) > 1 else None))
    return found


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


def _chunks(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Lines that make one paragraph, stripped."""
    chunk: list[str] = []
    gap = False
    for line in lines:
        stripped = line.strip()
        if not stripped:
            gap = bool(chunk)
            continue
        if chunk and not _goes_on(chunk[-1], stripped, width, gap):
            yield chunk
            chunk = []
        chunk.append(stripped)
        gap = False
    if chunk:
        yield chunk


def _goes_on(before: str, line: str, width: int, gap: bool) -> bool:
    """True where a line belongs to the paragraph of the line before it."""
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
    return True
