"""What does a paragraph of a page become? Lines joined to Blocks: hyphenation undone, headings told from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hanse.text.blocks import Block, Run
from hanse.text.document import FurnitureKind
from hanse.text.hyphenation import Vocabulary, joint
from hanse.text.letters import SOFT_HYPHEN, plain, spaced
from hanse.text.pdf_lines import Line, Piece
from hanse.text.pdf_notes import reference, split_superscripts
from hanse.text.pdf_paragraphs import Paragraph, Stretch, body_size, paragraphs

_CONTENTS = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]+)\s*$|…{2,}\s*\d{1,4}\s*$")
"""A line of a table of contents: dots that lead to a page number."""
_COVERED = re.compile("\ue000([^\ue001]*)\ue001")
"""A mark that refers to a note, while lines are put together."""


def composed(stretches: Sequence[Stretch], marks: set[str]) -> list[Block]:
    """Stretches of lines in reading order as Blocks. ``marks`` are those of the document's notes."""
    text = [line for stretch in stretches if stretch.furniture is None for line in stretch.lines]
    vocabulary = Vocabulary(plain(line.text) for line in text)
    found = paragraphs(stretches)
    levels = _levels([paragraph for paragraph in found if paragraph.furniture is None], body_size(text))
    blocks: list[Block] = []
    for paragraph in found:
        runs = _runs(paragraph, vocabulary, marks)
        kind = paragraph.furniture
        level = levels.pop(0) if kind is None else 0
        if kind is None and _CONTENTS.search("".join(run.text for run in runs if not run.furniture)):
            kind, level = "other", 0
        cell = paragraph.lines[0].cell
        level = 0 if cell else level
        if runs:
            blocks.append(Block(tuple(runs), heading=level, page=paragraph.page, furniture=kind, cell=cell))
    return blocks


def _runs(paragraph: Paragraph, vocabulary: Vocabulary, marks: set[str]) -> list[Run]:
    """The paragraph's words as runs of equal weight; the marks that refer to notes are runs of furniture."""
    stretches: list[tuple[str, bool, bool]] = []
    for line in paragraph.lines:
        pieces = _with_covered_references(line, marks) if paragraph.furniture is None else line.pieces
        if not pieces:
            continue
        if stretches:
            drop, between = joint("".join(part for part, _, _ in stretches[-3:]), _start(pieces), vocabulary)
            last, bold, struck = stretches[-1]
            stretches[-1] = (last[: len(last) - drop] + between, bold, struck)
        for index, piece in enumerate(pieces):
            apart = piece.space or (piece.raised and index > 0 and _glues(pieces[index - 1], piece))
            written = (" " if apart and index else "") + plain(piece.text)
            stretches.append((written, piece.word.bold, piece.word.struck))
    runs: list[Run] = []
    for text, bold, struck, kind in _uncovered(stretches):
        if kind:
            runs.append(Run(text, furniture=kind))
        elif runs and not runs[-1].furniture and (runs[-1].bold, runs[-1].struck) == (bold, struck):
            runs[-1] = Run(runs[-1].text + text, bold=bold, struck=struck)
        else:
            runs.append(Run(text, bold=bold, struck=struck))
    cleaned = [replace(run, text=spaced(run.text).replace(SOFT_HYPHEN, "")) for run in runs]
    if cleaned:
        cleaned[0] = replace(cleaned[0], text=cleaned[0].text.lstrip())
        cleaned[-1] = replace(cleaned[-1], text=cleaned[-1].text.rstrip())
    return [run for run in cleaned if run.text]


def _uncovered(stretches: Sequence[tuple[str, bool, bool]]) -> Iterator[tuple[str, bool, bool, FurnitureKind | None]]:
    for text, bold, struck in stretches:
        for place, part in enumerate(_COVERED.split(text)):
            if part:
                yield part, bold, struck, "footnote" if place % 2 else None


def _start(pieces: Sequence[Piece]) -> str:
    return "".join((" " if piece.space and index else "") + plain(piece.text) for index, piece in enumerate(pieces[:4]))


def _glues(before: Piece, piece: Piece) -> bool:
    """Whether a raised number would read as a part of the word before it: not in "km2" or "19th"."""
    return piece.text[0].isdigit() and before.text[-1:].isalpha() and len(before.text) > 2


def _with_covered_references(line: Line, marks: set[str]) -> list[Piece]:
    """The line's pieces; a mark that refers to a note hangs covered on the piece before it."""
    split_superscripts(line)
    kept: list[Piece] = []
    bare: Piece | None = None
    for piece in line.pieces:
        if reference(piece, bare, marks):
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text}\ue000{piece.text.strip()}\ue001")
        else:
            bare = piece
            kept.append(piece)
    return kept


def _levels(found: Sequence[Paragraph], body: float) -> list[int]:
    """The heading level of every paragraph, 0 for text: by size of letters first, then by weight and capitals."""
    sizes = sorted(
        {round(paragraph.size) for paragraph in found if _display(paragraph) and paragraph.size > 1.12 * body},
        reverse=True,
    )[:5]
    levels = []
    for paragraph in found:
        level = 0
        if _display(paragraph):
            if round(paragraph.size) in sizes:
                level = sizes.index(round(paragraph.size)) + 1
            elif _emphatic(paragraph) and paragraph.size > 0.9 * body:
                level = len(sizes) + 1
        levels.append(level)
    return levels


def _display(paragraph: Paragraph) -> bool:
    """Short enough for a heading."""
    return len(paragraph.lines) <= 4 and len(paragraph.text) <= 250 and any(map(str.isalpha, paragraph.text))


def _emphatic(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    letters = [character for character in text if character.isalpha()]
    if len(text) > 150 or text[-1] in ".;,:" or len(letters) < 3:
        return False
    cased = [character for character in letters if character.isupper() or character.islower()]
    return all(line.bold for line in paragraph.lines) or (len(cased) > 3 and all(map(str.isupper, cased)))
