"""Where does a paragraph begin? Lines of regions gathered into paragraphs, across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hanse.text.document import FurnitureKind
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


_BROKEN = "-\u2010\u2011\u00ad"
_NEAR = 15
"""How many lines up and down tell where the text's edges are."""


@dataclass(slots=True)
class Stretch:
    """Lines of one region, or of one piece of furniture."""

    lines: list[Line]
    furniture: FurnitureKind | None = None


@dataclass(slots=True)
class Setting:
    """How a text is set: its edges, where most lines begin, and whether lines end at the right edge."""

    left: float
    right: float
    margin: float
    flush: bool


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    furniture: FurnitureKind | None = None

    @property
    def page(self) -> int:
        return self.lines[0].page

    @property
    def size(self) -> float:
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def paragraphs(stretches: Sequence[Stretch]) -> list[Paragraph]:
    """Every stretch, in reading order, as paragraphs.

    A paragraph that goes on in the next column or on the next page stays whole; furniture between its parts follows it.
    """
    regions = [stretch.lines for stretch in stretches if stretch.furniture is None and stretch.lines]
    pitch = _pitches(regions)
    flush = _flush(regions)
    whole: list[Paragraph] = []
    last: Paragraph | None = None
    before: Setting | None = None
    for stretch in stretches:
        region = stretch.lines
        if not region:
            continue
        if stretch.furniture is not None:
            whole.append(Paragraph(region, stretch.furniture))
            continue
        groups = _split(region, _local(region, pitch), flush)
        if region[0].cell:
            whole.extend(Paragraph(group) for group in groups)
            last = None
            continue
        if last is not None and before is not None and _goes_on(last, before, groups[0][0], _setting(region, 0, flush)):
            last.lines.extend(groups.pop(0))
        found = [Paragraph(group) for group in groups]
        whole.extend(found)
        last, before = found[-1] if found else last, _setting(region, len(region) - 1, flush)
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
    """The region's own pitches where it has enough lines to tell; a table's cell always has its own."""
    if len(region) < 8 and not region[0].cell:
        return pitch
    own = _pitches([region])
    return {**pitch, **own}


def _flush(regions: Sequence[Sequence[Line]]) -> bool:
    """Whether the document is set flush right as well as left."""
    even = total = 0
    for region in regions:
        setting = _setting(region, len(region) // 2, False)
        even += sum(_full(line, setting) for line in region)
        total += len(region)
    return total > 8 and even > 0.5 * total


def _split(region: Sequence[Line], pitch: dict[float, float], flush: bool) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for index, line in enumerate(region):
        if groups and not _begins(groups[-1], line, _setting(region, index - 1, flush), pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _setting(region: Sequence[Line], index: int, flush: bool) -> Setting:
    """How the text around a line is set, by the near lines in letters of its size."""
    size = region[index].size
    near = [line for line in region[max(0, index - _NEAR) : index + _NEAR] if abs(line.size - size) <= 0.08 * size]
    count = Counter(round(line.left / 2) for line in near)
    margin = 2.0 * max(count.items(), key=lambda item: (item[1], -item[0]))[0]
    setting = Setting(min(line.left for line in near), _right(near), margin, flush)
    if flush and sum(_full(line, setting) for line in near) < 0.3 * len(near) and len(near) > 5:
        setting.flush = False
    return setting


def _right(near: Sequence[Line]) -> float:
    """The right edge of lines; one that reaches far beyond all the others (a title, a header) does not set it."""
    ends = sorted((line.right for line in near), reverse=True)
    width = ends[0] - min(line.left for line in near)
    return ends[1] if len(ends) > 4 and ends[0] - ends[1] > 0.3 * width else ends[0]


def _full(line: Line, setting: Setting) -> bool:
    """Whether a line reaches the right edge."""
    return setting.right - line.right < 0.2 * line.size


def _begins(group: list[Line], line: Line, setting: Setting, pitch: dict[float, float]) -> bool:
    """Whether a line starts a new paragraph after the lines of ``group``."""
    before = group[-1]
    step = before.baseline - line.baseline
    usual = pitch.get(round(line.size), 1.2 * line.size)
    if line.cell and line.pieces[0].word.struck == before.pieces[-1].word.struck and step <= 1.15 * usual + 0.3:
        return labelled(line) and bool(_ENDED.search(before.text))
    if step <= 0 or step > 1.15 * usual + 0.3 or abs(line.size - before.size) > 0.08 * before.size:
        return True
    indent = line.left - before.left
    ended = bool(_ENDED.search(before.text))
    room = _room(before, line, setting)
    if labelled(line) and (ended or room or abs(indent) > 0.5 * line.size):
        return True
    if _centred(before, setting) and _centred(line, setting) and abs(indent) > 3:
        return before.bold != line.bold
    if before.bold != line.bold and before.bold and len(group) <= 3 and not ended:
        return room
    if line.pieces[0].word.right_to_left:
        return False
    return room or _indented(group, line, setting, ended)


def _indented(group: list[Line], line: Line, setting: Setting, ended: bool) -> bool:
    """Whether a line is a first line by where it begins, against the lines before it."""
    before = group[-1]
    indent = line.left - before.left
    deep = 0.8 * line.size
    if len(group) == 1:
        if abs(indent) < 3 and ended and line.left > setting.margin + deep and not labelled(before):
            return True
        return indent > deep and not labelled(before) and ended
    return abs(indent) >= deep and (ended or indent < 0)


def _centred(line: Line, setting: Setting) -> bool:
    return abs((line.left - setting.left) - (setting.right - line.right)) < 5


def _room(before: Line, line: Line, setting: Setting) -> bool:
    """Whether a line ended on purpose: the next line's first word would have had room in it."""
    first = line.pieces[0].word
    if first.right_to_left or (before.bold and line.bold) or before.pieces[-1].text[-1] in _BROKEN:
        return False
    left_over = setting.right - before.right
    if setting.flush and left_over > 0.6 * line.size:
        return True
    return left_over > (first.right - first.left) + 1.2 * line.size


def _goes_on(last: Paragraph, setting: Setting, line: Line, following: Setting) -> bool:
    """Whether a paragraph at the end of one column or page goes on with the first line of the next."""
    before = last.lines[-1]
    if abs(line.size - before.size) > 0.08 * before.size or (line.bold != before.bold and last.lines[0].bold):
        return False
    if labelled(line) or _room(before, line, setting):
        return False
    if re.search(r"[:\uff1a][\"'”’»)\]]*$", before.text) and not line.text[:1].islower():
        return False
    stopped = re.search(r"[.!?][\"'”’»)\]]*$", before.text)
    if stopped and setting.flush and not _full(before, setting):
        return False
    return not (stopped and line.left - following.margin > 0.8 * line.size)
