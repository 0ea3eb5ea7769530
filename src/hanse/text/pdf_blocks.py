"""What does a paragraph of a page become? Lines joined to Blocks: hyphenation undone, headings told from the text."""

from __future__ import annotations

from collections.abc import Sequence

from hanse.text.blocks import Block, Run
from hanse.text.hyphenation import Vocabulary, joint
from hanse.text.letters import SOFT_HYPHEN, plain, spaced
from hanse.text.pdf_lines import Line
from hanse.text.pdf_paragraphs import Paragraph, body_size, paragraphs


def composed(regions: Sequence[Sequence[Line]]) -> list[Block]:
    """Regions of lines in reading order as Blocks."""
    every = [line for region in regions for line in region]
    vocabulary = Vocabulary(plain(line.text) for line in every)
    found = paragraphs(regions)
    levels = _levels(found, body_size(every))
    return [
        Block(tuple(_runs(paragraph, vocabulary)), heading=level, page=paragraph.page)
        for paragraph, level in zip(found, levels, strict=True)
    ]


def _runs(paragraph: Paragraph, vocabulary: Vocabulary) -> list[Run]:
    """The paragraph's words as runs of equal weight."""
    stretches: list[tuple[str, bool, bool]] = []
    for line in paragraph.lines:
        text = plain(line.text)
        if stretches:
            drop, between = joint("".join(part for part, _, _ in stretches[-3:]), text, vocabulary)
            last, bold, struck = stretches[-1]
            stretches[-1] = (last[: len(last) - drop] + between, bold, struck)
        for piece in line.pieces:
            written = (" " if piece.space else "") + plain(piece.text)
            stretches.append((written, piece.word.bold, piece.word.struck))
    runs: list[Run] = []
    for text, bold, struck in stretches:
        if runs and (runs[-1].bold, runs[-1].struck) == (bold, struck):
            runs[-1] = Run(runs[-1].text + text, bold=bold, struck=struck)
        else:
            runs.append(Run(text, bold=bold, struck=struck))
    cleaned = [Run(spaced(run.text).replace(SOFT_HYPHEN, ""), bold=run.bold, struck=run.struck) for run in runs]
    return [run for run in cleaned if run.text]


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
