"""Which Passages are these Blocks? Numbers, headings, items with their chapeau, parts, statuses and proposals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hanse.text.blocks import Block
from hanse.text.changes import marked, standing
from hanse.text.characters import squeezed
from hanse.text.document import Furniture, Passage, PassageKind, Proposal
from hanse.text.furniture import set_apart
from hanse.text.headings import heading_levels, is_title
from hanse.text.numbering import Label, label_of
from hanse.text.parts import is_preamble, parts
from hanse.text.paths import Line, place
from hanse.text.proposals import negotiated

_UNDER_BULLETS = ("op", "pp", "digit", "multi", "paren", "rparen")
_ENDS = re.compile(r"[.!?:;。！？：；؟؛…][\s\])”\"’»)*\d]*$|(?:\band|\bor)$")


@dataclass(slots=True)
class _Draft:
    """A passage in the making."""

    block: Block
    text: str
    printed: str
    proposals: tuple[Proposal, ...]
    label: Label | None = None
    label_printed: str = ""
    furniture: list[Furniture] = field(default_factory=list)
    """In the midst of its words."""
    ahead: list[Furniture] = field(default_factory=list)
    """Before its first word."""
    heading: int = 0
    bulleted: bool = False
    """A bullet stands before its number; the number tells its place."""


def content(blocks: Sequence[Block]) -> tuple[Passage | Furniture, ...]:
    """The Passages and the Furniture of a file's Blocks, in the file's order.

    Ids are "p1", "p2" ... in reading order. Every word of the Blocks is in a passage's label, its text or a tracked
    insertion, or in furniture.
    """
    drafts = _drafts(marked(set_apart(blocks)))
    real = [draft for draft in drafts if isinstance(draft, _Draft)]
    levels = heading_levels([(draft.block, draft.label, draft.text or draft.printed) for draft in real])
    for draft, level in zip(real, levels, strict=True):
        draft.heading = level
    lines = [
        Line(
            f"p{index}",
            draft.text or draft.printed,
            draft.label,
            draft.block.level if draft.block.label and not draft.bulleted else None,
            draft.heading,
        )
        for index, draft in enumerate(real, 1)
    ]
    place(lines)
    _number_by_cell(real, lines)
    passages = negotiated(parts(_passages(real, lines)), [draft.label for draft in real])
    return _ordered(drafts, passages)


def title(content: Sequence[Passage | Furniture]) -> str:
    """The text's title: its first title or, among the first passages, heading; empty where there is none."""
    passages = [block for block in content if isinstance(block, Passage)]
    first = next((passage for passage in passages if passage.kind == "title"), None)
    first = first or next(
        (one for one in passages[:3] if one.kind == "heading" and not one.label and is_title(one.text)), None
    )
    return first.text if first else ""


def _drafts(blocks: Sequence[Block]) -> list[_Draft | Furniture]:
    drafts: list[_Draft | Furniture] = []
    counted: set[tuple[str, int]] = set()
    for block in blocks:
        if block.furniture:
            text = squeezed(f"{block.label} {block.text}")
            if text:
                drafts.append(Furniture(text, block.furniture, block.page))
            continue
        draft = _draft(block, counted)
        if draft is None:
            continue
        before = _open_end(drafts, draft)
        drafts.extend(draft.ahead)
        if before is None:
            drafts.append(draft)
            drafts.extend(draft.furniture)
        else:
            _continue(drafts, before, draft)
    return drafts


def _draft(block: Block, counted: set[tuple[str, int]]) -> _Draft | None:
    stand = standing(block)
    if not stand.printed and not block.label.strip():
        return None
    draft = _Draft(block, stand.base, stand.printed, stand.proposals)
    draft.ahead = [replace(one, within=None) for one in stand.furniture if not one.within]
    draft.furniture = [one for one in stand.furniture if one.within]
    if block.label.strip():
        draft.label_printed = squeezed(block.label)
        draft.label = label_of(f"{draft.label_printed} X")
        if longer := _longer_label(draft):
            draft.bulleted = draft.label is not None and draft.label.style == "bullet"
            _cut_label(draft, longer)
        return draft
    label = label_of(stand.base or stand.printed)
    if label and not (block.cell and _number_alone(draft)) and _plausible(label, draft, counted):
        _cut_label(draft, label)
    return draft


def _longer_label(draft: _Draft) -> Label | None:
    """A list's own label that the text goes on with: "5." before "alt 1 Invites", a bullet before "(a) invites"."""
    source, mark = draft.text or draft.printed, draft.label_printed
    if draft.label and draft.label.style == "bullet":
        inner = label_of(source)
        return replace(inner, printed=f"{mark} {inner.printed}") if inner and inner.style in _UNDER_BULLETS else None
    whole = label_of(f"{mark} {source}")
    if whole is None or draft.label is None or not whole.number.startswith(f"{draft.label.number} "):
        return None
    return replace(whole, length=whole.length - len(mark) - 1)


def _plausible(label: Label, draft: _Draft, counted: set[tuple[str, int]]) -> bool:
    """False for a long sentence about an article, and for initials: "B. Jones said" follows no "A."."""
    if label.style == "keyword":
        return len(draft.text) <= 400
    if label.style not in ("heading", "dot"):
        return True
    follows = any(value == 1 or (f"{label.style} {name}", value - 1) in counted for name, value in label.values)
    if follows or draft.block.heading or (label.style == "heading" and not _ENDS.search(draft.printed)):
        counted.update((f"{label.style} {name}", value) for name, value in label.values)
        return True
    return False


def _number_alone(draft: _Draft) -> bool:
    """True for a cell that holds a paragraph's number and next to nothing else."""
    label = label_of(draft.text)
    return label is None or len(draft.text[label.length :].split()) < 3


def _cut_label(draft: _Draft, label: Label) -> None:
    """Take the label off the texts; the proposals' spans move with them."""
    source = draft.text or draft.printed
    if not draft.printed.startswith(source[: label.length].rstrip()):
        return
    draft.label, draft.label_printed = label, label.printed
    draft.printed = draft.printed[label.length :]
    draft.furniture = [replace(one, within=max(0, (one.within or 0) - label.length)) for one in draft.furniture]
    if not draft.text:
        first, *rest = draft.proposals
        draft.proposals = (replace(first, text=first.text[label.length :]), *rest)
        return
    draft.text = draft.text[label.length :]
    draft.proposals = tuple(
        replace(
            one,
            span=(max(0, one.span[0] - label.length), max(0, one.span[1] - label.length)),
            text=one.text.removeprefix(label.printed).lstrip() or one.text if one.tracked else one.text,
        )
        for one in draft.proposals
    )


def _open_end(drafts: list[_Draft | Furniture], draft: _Draft) -> _Draft | None:
    """The passage that this block goes on with, across the end of a page."""
    before, parted = None, False
    for one in reversed(drafts):
        if isinstance(one, _Draft):
            before = one
            break
        parted = parted or one.within is None
    if (
        before is None
        or not parted
        or (draft.furniture and draft.block.page is None)
        or draft.label
        or draft.block.cell
        or before.block.cell
    ):
        return None
    if before.block.heading or draft.block.heading or before.block.page == draft.block.page is not None:
        return None
    if _ENDS.search(before.printed) or len(before.printed) < 25 or not draft.printed[:1].islower():
        return None
    return before if before.text and draft.text else None


def _continue(drafts: list[_Draft | Furniture], before: _Draft, draft: _Draft) -> None:
    at = drafts.index(before)
    for index in range(at + 1, len(drafts)):
        amid = drafts[index]
        if isinstance(amid, Furniture) and amid.within is None:  # the foot of the page and the head of the next
            drafts[index] = replace(amid, within=len(before.printed))
    joint = "" if before.printed.endswith("-") else " "
    shift, printed = len(before.text) + len(joint), len(before.printed) + len(joint)
    drafts.extend(replace(one, within=printed + (one.within or 0)) for one in draft.furniture)
    before.text, before.printed = f"{before.text}{joint}{draft.text}", f"{before.printed}{joint}{draft.printed}"
    moved = tuple(replace(one, span=(one.span[0] + shift, one.span[1] + shift)) for one in draft.proposals)
    before.proposals += moved


def _number_by_cell(drafts: Sequence[_Draft], lines: Sequence[Line]) -> None:
    """In a table, a cell that is nothing but a number ("OP5") numbers the cell after it."""
    for (before, after), line in zip(pairwise(drafts), lines[1:], strict=True):
        if before.block.cell and after.block.cell and after.label is None and not after.heading:
            label = label_of(before.text)
            if label and label.number and label.length >= len(before.text):
                line.number = label.number


def _passages(drafts: Sequence[_Draft], lines: Sequence[Line]) -> list[Passage]:
    passages: list[Passage] = []
    above: list[tuple[int, str]] = []
    body, paragraphs = False, 0
    for draft, line in zip(drafts, lines, strict=True):
        kind: PassageKind = "cell" if draft.block.cell else "item" if line.item else "paragraph"
        level = line.depth
        if draft.heading:
            numbered = draft.label is not None
            above = [
                (rank, text) for rank, text in above if rank < draft.heading and not (numbered and is_preamble(text))
            ]
            titled = not draft.label and not body and draft.heading == 1 and is_title(draft.text)
            kind, level = ("title", 0) if titled else ("heading", draft.heading - 1)
        paragraphs += not draft.heading
        second = paragraphs > 1 or (paragraphs == 1 and not draft.heading and bool(passages))
        body = body or draft.label is not None or second
        passages.append(
            Passage(
                id=line.id,
                text=draft.text,
                number=line.number,
                label=draft.label_printed,
                kind=kind,
                page=draft.block.page,
                level=level,
                chapeau=line.chapeau if kind == "item" else None,
                headings=tuple(text for _, text in above),
                proposals=draft.proposals,
                printed=draft.printed if draft.printed != draft.text else "",
            )
        )
        if kind == "heading":
            above.append((draft.heading, f"{draft.label_printed} {draft.text}".strip()))
    return passages


def _ordered(drafts: Sequence[_Draft | Furniture], passages: Sequence[Passage]) -> tuple[Passage | Furniture, ...]:
    remaining = iter(passages)
    return tuple(draft if isinstance(draft, Furniture) else next(remaining) for draft in drafts)
