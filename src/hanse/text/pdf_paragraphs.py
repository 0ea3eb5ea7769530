"""Where does a paragraph begin? Lines of regions gathered into paragraphs, across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hanse.text.pdf_lines import Line

_LABEL = re.compile(
    r"""(?:
      \(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[A-H])\)(?:\s|$)       # 1) (a) (iv)
    | \[?(?:\d{1,3}(?:\.\d{1,3}){0,4})\.?(?:\s?(?:bis|ter|quater|alt))?\s(?=\S)   # 1. 1.1 12 bis
    | \[?(?:OP|PP)\s?\d+                                          # OP3 PP2
    | [A-Z]\.\s | [IVXLC]{1,6}\.\s
    | [\u2022\u2023\u25aa\u25cf\u25e6\u00b7\uf0b7\u2043\u2013\u2014\u2212*-]\s
    )""",
    re.VERBOSE,
)
_NAMED = re.compile(
    r"\[?(?:Article|Objective|Section|Chapter|Annex|Part|Goal|Action|Recommendation|Principle|Artículo|Objectif|Objetivo)"
    r"\s+(?:\d+|[IVXLC]+)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.;:!?\u3002\uff1b\uff1a\u061f\u061b…][\"'”’»)\]\d]*$|\b(?:and|or|et|ou|y|o)$|\]$")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    furniture: str = ""

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def size(self) -> float:
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def paragraphs(regions: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The lines of every region, in reading order, as paragraphs; one that goes on in the next region stays whole."""
    pitch = _pitches(regions)
    whole: list[Paragraph] = []
    carried: tuple[Line, float] | None = None
    for region in regions:
        if not region:
            continue
        right = max(line.right for line in region)
        left = _margin(region)
        groups = _split(region, left, right, _local(region, pitch))
        first = groups[0]
        if carried is not None and whole and _goes_on(whole[-1], carried[1], first[0], left):
            whole[-1].lines.extend(first)
            groups = groups[1:]
        whole.extend(Paragraph(group) for group in groups)
        carried = region[-1], right
    return whole


def body_size(lines: Sequence[Line]) -> float:
    """The size of letters in which most of the text is set."""
    count: Counter[float] = Counter()
    for line in lines:
        count[round(line.size * 2) / 2] += len(line.text)
    return max(count.items(), key=lambda item: (item[1], -item[0]))[0] if count else 10.0


def labelled(line: Line) -> bool:
    """Whether a line begins with a number, a letter in brackets, or a bullet."""
    return bool(_LABEL.match(line.text)) or bool(_NAMED.match(line.text))


def _pitches(regions: Sequence[Sequence[Line]]) -> dict[float, float]:
    """The usual distance between baselines for every size of letters, in points."""
    counts: dict[float, Counter[float]] = {}
    for region in regions:
        for above, below in pairwise(region):
            step = above.baseline - below.baseline
            if abs(above.size - below.size) < 0.3 and 0.8 * below.size < step < 2.6 * below.size:
                counts.setdefault(round(below.size), Counter())[round(step * 2) / 2] += 1
    return {size: max(count.items(), key=lambda item: (item[1], -item[0]))[0] for size, count in counts.items()}


def _local(region: Sequence[Line], pitch: dict[float, float]) -> dict[float, float]:
    """The region's own pitches where it has enough lines to tell."""
    if len(region) < 8:
        return pitch
    own = _pitches([region])
    return {**pitch, **own}


def _margin(region: Sequence[Line]) -> float:
    """Where most lines of a region begin."""
    count = Counter(round(line.left / 2) for line in region)
    return 2.0 * max(count.items(), key=lambda item: (item[1], -item[0]))[0]


def _split(region: Sequence[Line], left: float, right: float, pitch: dict[float, float]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in region:
        if groups and not _begins(groups[-1], line, right, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _begins(group: list[Line], line: Line, right: float, pitch: dict[float, float]) -> bool:
    """Whether a line starts a new paragraph after the lines of ``group``."""
    before = group[-1]
    step = before.baseline - line.baseline
    usual = pitch.get(round(line.size), 1.2 * line.size)
    if step <= 0 or step > 1.3 * max(usual, line.size):
        return True
    if abs(line.size - before.size) > 0.08 * before.size:
        return True
    if _centred(before, line):
        return before.bold != line.bold
    if before.bold != line.bold and (before.bold and len(group) <= 3 and not _ENDED.search(before.text)):
        return _room(before, line, right)
    indent = line.left - before.left
    backwards = line.pieces[0].word.right_to_left
    if labelled(line) and (_ENDED.search(before.text) or _room(before, line, right) or abs(indent) > 0.5 * line.size):
        return True
    if backwards:
        return False
    if _room(before, line, right):
        return True
    if len(group) == 1:
        return indent > 0.8 * line.size and not labelled(before) and bool(_ENDED.search(before.text))
    if abs(indent) < 0.8 * line.size:
        return False
    return bool(_ENDED.search(before.text)) or indent < 0


def _centred(before: Line, line: Line) -> bool:
    middle = abs((before.left + before.right) - (line.left + line.right)) / 2
    return middle < 3 and abs(before.left - line.left) > 6


def _room(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of ``line`` would have had room at the end of ``before``: a line ended on purpose."""
    if line.pieces[0].word.right_to_left:
        return False
    first = line.pieces[0].word
    return right - before.right > (first.right - first.left) + 1.2 * line.size


def _goes_on(last: Paragraph, right: float, line: Line, left: float) -> bool:
    """Whether a paragraph at the end of one column or page goes on with the first line of the next."""
    before = last.lines[-1]
    if abs(line.size - before.size) > 0.08 * before.size or (line.bold != before.bold and last.lines[0].bold):
        return False
    if labelled(line) or _room(before, line, right):
        return False
    start = line.text[:1]
    if re.search(r"[:\uff1a][\"'”’»)\]]*$", before.text) and not start.islower():
        return False
    return not (re.search(r"[.!?][\"'”’»)\]]*$", before.text) and line.left - left > 0.8 * line.size)
