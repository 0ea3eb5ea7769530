"""Which words are the base text, and which does somebody only propose? Tracked changes, and bold or struck text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hanse.text.blocks import Block, Change, Run
from hanse.text.characters import normalise
from hanse.text.document import Furniture, Proposal, Span

_LEGEND_ADDED = re.compile(
    r"\b(?:additions?|added|new (?:text|language|words)|insertions?|inserted|proposed (?:text|language|words|"
    r"additions?))\b[^.;]{0,40}\b(?:in|are|as|is)\b[^.;]{0,25}\bbold"
    r"|\bbold\b[^.;]{0,40}\b(?:additions?|added|new|insertions?|inserted|proposed)",
    re.IGNORECASE,
)

_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"[\[(]?(?:(?:OP|PP)\s?)?\w{1,4}(?:\s(?:bis|ter))?[.)\]]*\s+")
_VERB = re.compile(
    r"(?:(?:also|further|strongly|and|we|hereby|deeply)\s+)*(?:call(?:s|ing)?(?: (?:up)?on| for)?|decid(?:es?|ing)|"
    r"request(?:s|ing)?|"
    r"urg(?:es?|ing)|encourag(?:es?|ing)|invit(?:es?|ing)|recommend(?:s|ing)?|commit(?:s|ting)?(?: to)?|recall(?:s|"
    r"ing)?|"
    r"reaffirm(?:s|ing)?|affirm(?:s|ing)?|not(?:es?|ing)|recogni[sz](?:es?|ing)|acknowledg(?:es?|ing)|welcom(?:es?|"
    r"ing)|"
    r"stress(?:es|ing)?|emphasi[sz](?:es?|ing)|underlin(?:es?|ing)|express(?:es|ing)?|tak(?:es?|ing) note(?: of)?|"
    r"having considered|bearing in mind|mindful(?: of)?|concerned|convinced|aware(?: of)?|adopts?|endorses?|"
    r"declares?|resolves?|"
    r"shall|should|must|may|ask(?:s|ing)?)[,:]?",
    re.IGNORECASE,
)
"""Verbs that resolutions set in bold for emphasis."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A block's words, told apart: ``base`` as it stands (tracked deletions still in it, insertions not), ``printed``
    with the insertions in their places, and the proposals, their spans in ``base``."""

    base: str
    printed: str
    proposals: tuple[Proposal, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    """Marks of notes, each with its place in ``printed``."""


def marked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with bold and struck-through text turned into changes, where the document uses them so.

    Struck text is a deletion. Bold text is an insertion where the document strikes text too or says so in a legend, and
    the bold words stand beside words that are not bold; headings and lead-ins are none, and wholly bold paragraphs only
    where a legend says so.
    """
    tracked = any(run.change for block in blocks for run in block.runs)
    struck = any(run.struck and not run.change and run.text.strip() for block in blocks for run in block.runs)
    legend = any(_LEGEND_ADDED.search(block.text) for block in blocks[:40])
    if not struck and not legend:
        return tuple(blocks)
    return tuple(
        block if block.furniture else _marked(block, bold=legend or not tracked, said=legend) for block in blocks
    )


def standing(block: Block) -> Standing:
    """A block's base text, printed text and proposals, white space squeezed; `Block.label` is not part of them."""
    if len(block.runs) == 1 and not (block.runs[0].change or block.runs[0].furniture or block.comments):
        text = " ".join(normalise(block.runs[0].text).split())
        return Standing(text, text)
    base, printed = _Line(), _Line()
    proposals: list[Proposal] = []
    furniture: list[Furniture] = []
    for run in _merged(block.runs):
        text = normalise(run.text)
        if run.furniture:
            furniture.append(Furniture(" ".join(text.split()), run.furniture, block.page, len(printed.text)))
            continue
        start = len(base.text)
        printed.add(text)
        if run.change != "insert":
            base.add(text)
        if run.change and text.strip():
            proposals.append(_proposal(run, " ".join(text.split()), base.text, start))
            if run.against:
                proposals.append(replace(proposals[-1], author=run.against, kind="delete"))
    end = len(base.text.rstrip())
    proposals = [replace(proposal, span=_within(proposal.span, end)) for proposal in proposals]
    for comment in block.comments:
        proposals.append(
            Proposal(comment.author, " ".join(normalise(comment.text).split()), "comment", (0, end), comment.date)
        )
    return Standing(base.text[:end], printed.text.rstrip(), tuple(proposals), tuple(furniture))


def _proposal(run: Run, text: str, base: str, start: int) -> Proposal:
    if run.change == "insert":
        return Proposal(run.author, text, "insert", (start, start), run.date, tracked=True)
    while start < len(base) and base[start].isspace():
        start += 1
    return Proposal(run.author, text, "delete", (start, len(base.rstrip())), run.date, tracked=True)


def _marked(block: Block, *, bold: bool, said: bool) -> Block:
    """A bold verb is emphasis, unless the document says what bold means or struck words stand beside it."""
    plain = any(not run.bold and not run.struck and _WORD.search(run.text) for run in block.runs)
    bold = bold and (plain or (said and _is_clause(block.text))) and not block.heading
    leading = next((index for index, run in enumerate(block.runs) if run.text.strip()), 0)
    runs = []
    for index, run in enumerate(block.runs):
        change: Change = run.change
        if not change and run.struck and run.text.strip():
            change = "delete"
        elif not change and bold and run.bold and run.text.strip():
            beside = any(
                other.struck for other in (*block.runs[max(0, index - 1) : index], *block.runs[index + 1 : index + 2])
            )
            verb = not said and not beside and _VERB.fullmatch(run.text.strip())
            emphasis = verb or (plain and index == leading and (_leads_in(run.text) or _numbered_verb(run.text)))
            change = "" if emphasis else "insert"
        runs.append(replace(run, change=change) if change != run.change else run)
    return replace(block, runs=tuple(runs))


def _is_clause(text: str) -> bool:
    """Whether a wholly bold paragraph can be a new clause: no heading, nor the legend itself."""
    words = text.split()
    return len(words) >= 5 and text.rstrip()[-1:] in ".;,:" and not _LEGEND_ADDED.search(text)


def _numbered_verb(text: str) -> bool:
    """ "3. Decides": nobody proposes a number and its verb for the words that follow."""
    number = _NUMBER.match(text.strip())
    return bool(number and _VERB.fullmatch(text.strip()[number.end() :]))


def _leads_in(text: str) -> bool:
    """A paragraph's number or run-in heading in bold is no insertion."""
    text = text.strip()
    return not re.search(r"[^\W\d_]{4}", text) or (bool(re.search(r"[.:–—-]$", text)) and len(text.split()) <= 12)


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Neighbours of equal standing as one run."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and _kind(last) == _kind(run):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    return merged


def _kind(run: Run) -> tuple[str | None, ...]:
    return run.change, run.author, run.date, run.against, run.furniture


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
