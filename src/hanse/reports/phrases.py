"""How is a finding said in plain words? Every number of a cell as a short sentence that a delegate understands."""

from __future__ import annotations

from hanse.text.document import Document, Passage
from hanse.tracing.board import AskKind, Cell, Met, Outcome, Provenance, Source

MACHINE = "Machine proposed, not yet judged by a person."
ATTAINMENT = "Uptake of words is not yet attainment of preferences."

OUTCOME_MEANS: dict[Outcome, str] = {
    "reflected": "The substance is there, at the strength asked or stronger.",
    "partly reflected": "Only some of its elements are there.",
    "weakened": "It is there with less force, outside the operative part, or with a caveat nobody asked for.",
    "reversed": "It is there turned round: negated, prohibited, or in the opposite direction.",
    "pending": "It stands only in brackets, an alternative, or a proposal that somebody made.",
    "deleted": "An earlier draft had it; this one does not.",
    "not reflected": "It is not there, and never was.",
}

PROVENANCE_MEANS: dict[Provenance, str] = {
    "new": "The words stand in no earlier text.",
    "already there": "An earlier version had the words before anybody asked.",
    "agreed language": "A text adopted earlier has the words.",
    "shared": "Somebody else proposed the words earlier or at the same time.",
}

PROVENANCE_SHORT: dict[Provenance, str] = {
    "new": "new",
    "already there": "already there",
    "agreed language": "agreed",
    "shared": "shared",
}

MET_SHORT: dict[Met, str] = {"yes": "met", "in part": "met in part", "no": "not met", "open": "open"}

MET_MEANS: dict[Met, str] = {
    "yes": "the one who asked has what was asked",
    "in part": "the one who asked has some of it",
    "no": "the one who asked does not have it",
    "open": "not settled yet",
}

KIND_SHORT: dict[AskKind, str] = {
    "add": "add",
    "replace": "replace",
    "delete": "delete",
    "retain": "retain",
    "oppose": "oppose",
    "process": "process",
}

KIND_MEANS: dict[AskKind, str] = {
    "add": "asks that these words be added",
    "replace": "asks that these words replace others",
    "delete": "asks that these words go",
    "retain": "asks that these words stay",
    "oppose": "speaks against these words",
    "process": "asks for a way of proceeding, not for text",
}

STRENGTH_MEANS = (
    "no directive force",
    "permits or notes (may, consider, takes note)",
    "invites (encourages, recommends)",
    "urges (should, requests, calls upon)",
    "commits (will, undertakes)",
    "obliges (shall, must, decides)",
)


def strength(level: int | None) -> str:
    """A level from 0 to 5 in words; None is something that was not read."""
    return "Strength not read" if level is None else STRENGTH_MEANS[max(0, min(level, 5))]


def share(value: float) -> str:
    """A share from 0 to 1 as whole per cent, never rounding a part to all or to nothing."""
    percent = round(value * 100)
    if percent == 100 and value < 1:
        percent = 99
    if percent == 0 and value > 0:
        return "less than 1%"
    return f"{percent}%"


def coverage(cell: Cell) -> str:
    """How much of the ask the passage carries."""
    if cell.coverage >= 1:
        return "The passage carries all that the ask says."
    if cell.coverage <= 0:
        return "The passage carries nothing of the ask."
    return f"The passage carries {share(cell.coverage)} of what the ask says; rare words weigh more."


def novel(cell: Cell) -> str:
    """How much of what is carried stands in no earlier text."""
    if cell.coverage <= 0:
        return ""
    if cell.novel >= 1:
        return "None of that stands in an earlier text."
    if cell.novel <= 0:
        return "All of that stands in earlier texts."
    return f"Of that, {share(cell.novel)} stands in no earlier text."


def expected(cell: Cell) -> str:
    """How many matches this strong chance alone would give."""
    if cell.expected < 0.001:
        return "By chance alone: fewer than one match this strong in a thousand such searches."
    if cell.expected < 1:
        return f"By chance alone: about {cell.expected:.2g} matches this strong."
    return f"Weak evidence: common wording alone would give about {cell.expected:.0f} matches this strong."


def paragraph(passage: Passage) -> str:
    """How a delegate calls the passage: its number ("OP5", "para. 12"), or its page where it has none."""
    if passage.number:
        return f"para. {passage.number}" if passage.number[0].isdigit() else passage.number
    return f"unnumbered, page {passage.page}" if passage.page else "unnumbered"


def document(text: Document) -> str:
    """A text's title, or what else it is known by."""
    return text.title or text.symbol or text.source or text.id


def cited(source: Source) -> str:
    """An origin or rival as it is cited: symbol or title, and paragraph."""
    name = source.title or source.document
    name = f"{name} ({source.symbol})" if source.symbol and source.symbol != name else name
    return f"{name}, {paragraph(source.passage)}"
