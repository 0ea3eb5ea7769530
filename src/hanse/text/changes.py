"""Which words are the base text, and which does somebody only propose? Tracked changes, and bold or struck text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hanse.text.blocks import Block, Change, Run
from hanse.text.characters import normalise
from hanse.text.document import Proposal, Span

_LEGEND_ADDED = re.compile(
    r"\b(?:additions?|added|new (?:text|language|words)|insertions?|inserted|proposed (?:text|language|words|additions?))\b[^.;]{0,40}\b(?:in|are|as|is)\b[^.;]{0,25}\bbold"
    r"|\bbold\b[^.;]{0,40}\b(?:additions?|added|new|insertions?|inserted|proposed)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A block's words, told apart: ``base`` as it stands (tracked deletions still in it, insertions not), ``printed``
    with the insertions in their places, and the proposals, their spans in ``base``."""

    base: str
    printed: str
    proposals: tuple[Proposal, ...] = ()


def marked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with bold and struck-through text turned into changes, where the document uses them so.

    Struck text is a deletion. Bold text is an insertion where the document strikes text too or says so in a legend, and
    the bold words stand beside words that are not bold; headings, lead-ins and wholly bold paragraphs are none.
    """
    struck = any(run.struck and not run.change and run.text.strip() for block in blocks for run in block.runs)
    legend = any(_LEGEND_ADDED.search(block.text) for block in blocks[:40])
    if not struck and not legend:
        return tuple(blocks)
    return tuple(_marked(block) if not block.furniture else block for block in blocks)


def standing(block: Block) -> Standing:
    """A block's base text, printed text and proposals, white space squeezed; `Block.label` is not part of them."""
    if len(block.runs) == 1 and not block.runs[0].change and not block.comments:
        text = " ".join(normalise(block.runs[0].text).split())
        return Standing(text, text)
    base, printed = _Line(), _Line()
    proposals: list[Proposal] = []
    for run in _merged(block.runs):
        text = normalise(run.text)
        start = len(base.text)
        printed.add(text)
        if run.change != "insert":
            base.add(text)
        if run.change and text.strip():
            proposals.append(_proposal(run, " ".join(text.split()), base.text, start))
    end = len(base.text.rstrip())
    proposals = [replace(proposal, span=_within(proposal.span, end)) for proposal in proposals]
    for comment in block.comments:
        proposals.append(
            Proposal(comment.author, " ".join(normalise(comment.text).split()), "comment", (0, end), comment.date)
        )
    return Standing(base.text[:end], printed.text.rstrip(), tuple(proposals))


def _proposal(run: Run, text: str, base: str, start: int) -> Proposal:
    if run.change == "insert":
        return Proposal(run.author, text, "insert", (start, start), run.date, tracked=True)
    while start < len(base) and base[start].isspace():
        start += 1
    return Proposal(run.author, text, "delete", (start, len(base.rstrip())), run.date, tracked=True)


def _marked(block: Block) -> Block:
    bold = sum(len(run.text.strip()) for run in block.runs if run.bold)
    plain = sum(len(run.text.strip()) for run in block.runs if not run.bold and not run.struck)
    leading = next((index for index, run in enumerate(block.runs) if run.text.strip()), 0)
    runs = []
    for index, run in enumerate(block.runs):
        change: Change = run.change
        if not change and run.struck and run.text.strip():
            change = "delete"
        elif not change and run.bold and run.text.strip() and not block.heading and plain and bold:
            change = "" if index == leading and _leads_in(run.text) else "insert"
        runs.append(replace(run, change=change) if change != run.change else run)
    return replace(block, runs=tuple(runs))


def _leads_in(text: str) -> bool:
    """A paragraph's number or run-in heading in bold is no insertion."""
    text = text.strip()
    return not re.search(r"[^\W\d_]{4}", text) or bool(re.search(r"[.:–—-]$", text)) and len(text.split()) <= 12


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbours of equal standing as one run."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.change, last.author, last.date) == (run.change, run.author, run.date):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    return merged


def _within(span: Span, end: int) -> Span:
    return min(span[0], end), min(span[1], end)


class _Line:
    """A text that grows with its white space squeezed."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, text: str) -> None:
        words = " ".join(text.split())
        if text[:1].isspace() and self.text and not self.text.endswith(" "):
            self.text += " "
        if words:
            self.text += words
            if text[-1:].isspace():
                self.text += " "
