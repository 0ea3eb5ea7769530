"""How is a finding said in plain words? Every number of a cell as a short sentence that a delegate understands."""

from __future__ import annotations

from hanse.reports import reasons
from hanse.saying import Said, apart, comma, counted, gettext, noop, percent, term
from hanse.text.document import Document, Passage
from hanse.tracing.board import AskKind, Cell, How, Met, Outcome, Provenance, Source

OUTCOME = Said[str](
    {
        "reflected": term("outcome", "reflected"),
        "partly reflected": term("outcome", "partly reflected"),
        "weakened": term("outcome", "weakened"),
        "reversed": term("outcome", "reversed"),
        "pending": term("outcome", "pending"),
        "deleted": term("outcome", "deleted"),
        "not reflected": term("outcome", "not reflected"),
    }
)
"""What is shown of a contract value; so are the tables below."""

OUTCOME_MEANS = Said[Outcome](
    {
        "reflected": noop("The substance is there, at the strength asked or stronger."),
        "partly reflected": noop("Only some of its elements are there."),
        "weakened": noop("It is there with less force, outside the operative part, or with a caveat nobody asked for."),
        "reversed": noop("It is there turned round: negated, prohibited, or in the opposite direction."),
        "pending": noop("It stands only in brackets, an alternative, or a proposal that somebody made."),
        "deleted": noop("An earlier draft had it; this one does not."),
        "not reflected": noop("It is not there, and never was."),
    }
)

PROVENANCE_SHORT = Said[Provenance](
    {
        "new": term("provenance", "new"),
        "already there": term("provenance", "already there"),
        "agreed language": term("provenance", "agreed"),
        "shared": term("provenance", "shared"),
    }
)

PROVENANCE_MEANS = Said[Provenance](
    {
        "new": noop("The words stand in no earlier text."),
        "already there": noop("An earlier version had the words before anybody asked."),
        "agreed language": noop("A text adopted earlier has the words."),
        "shared": noop("Somebody else proposed the words earlier or at the same time."),
    }
)

PROVENANCE_SAYS = Said[Provenance](
    {
        "new": noop("New. The words stand in no earlier text."),
        "already there": noop("Already there. An earlier version had the words before anybody asked."),
        "agreed language": noop("Agreed language. A text adopted earlier has the words."),
        "shared": noop("Shared. Somebody else proposed the words earlier or at the same time."),
    }
)

MET_SHORT = Said[Met](
    {
        "yes": term("met", "met"),
        "in part": term("met", "met in part"),
        "no": term("met", "not met"),
        "open": term("met", "open"),
    }
)

MET_MEANS = Said[Met](
    {
        "yes": noop("The one who asked has what was asked."),
        "in part": noop("The one who asked has some of it."),
        "no": noop("The one who asked does not have it."),
        "open": noop("Not settled yet."),
    }
)

MOVED = Said[str](
    {
        "better": term("for those who asked", "better"),
        "worse": term("for those who asked", "worse"),
        "as before": term("for those who asked", "as before"),
    }
)

MOVED_SAYS = Said[str](
    {
        "better": noop("Better for those who asked"),
        "worse": noop("Worse for those who asked"),
        "as before": noop("As before for those who asked"),
    }
)

HOW = Said[How](
    {
        "verbatim": term("how", "verbatim"),
        "close": term("how", "close"),
        "paraphrase": term("how", "paraphrase"),
    }
)

KIND = Said[AskKind](
    {
        "add": term("kind of ask", "add"),
        "replace": term("kind of ask", "replace"),
        "delete": term("kind of ask", "delete"),
        "retain": term("kind of ask", "retain"),
        "oppose": term("kind of ask", "oppose"),
        "process": term("kind of ask", "process"),
    }
)

_WANTS = Said[AskKind](
    {
        "add": noop("%(actor)s asks that these words be added"),
        "replace": noop("%(actor)s asks that these words replace others"),
        "delete": noop("%(actor)s asks that these words go"),
        "retain": noop("%(actor)s asks that these words stay"),
        "oppose": noop("%(actor)s speaks against these words"),
        "process": noop("%(actor)s asks for a way of proceeding, not for text"),
    }
)

STATUS = Said[str](
    {
        "open": term("status of a passage", "open"),
        "bracketed": term("status of a passage", "bracketed"),
        "agreed": term("status of a passage", "agreed"),
        "agreed ad ref": term("status of a passage", "agreed ad ref"),
    }
)

PROPOSAL = Said[str](
    {
        "insert": term("kind of proposal", "insert"),
        "delete": term("kind of proposal", "delete"),
        "replace": term("kind of proposal", "replace"),
        "alternative": term("kind of proposal", "alternative"),
        "reserve": term("kind of proposal", "reserve"),
        "comment": term("kind of proposal", "comment"),
    }
)

STRENGTH_MEANS = Said[int](
    {
        0: noop("no directive force"),
        1: noop("permits or notes (may, consider, takes note)"),
        2: noop("invites (encourages, recommends)"),
        3: noop("urges (should, requests, calls upon)"),
        4: noop("commits (will, undertakes)"),
        5: noop("obliges (shall, must, decides)"),
    }
)


_TEXTS = Said[str](
    {
        "draft": term("kind of text", "draft"),
        "statement": term("kind of text", "statement"),
        "ask": term("kind of text", "ask"),
        "proposal": term("kind of text", "proposal"),
        "speech": term("kind of text", "speech"),
    }
)


def text_kind(kind: str) -> str:
    """A kind of text as it is shown; one that somebody wrote, as it stands."""
    return _TEXTS.get(kind, kind)


def machine() -> str:
    return gettext("Machine proposed, not yet judged by a person.")


def attainment() -> str:
    return gettext("Uptake of words is not yet attainment of preferences.")


def called(value: str) -> str:
    """An outcome, status or kind of proposal as it is shown; what is none of them, as it stands."""
    return next((table[value] for table in (OUTCOME, STATUS, PROPOSAL) if value in table), value)


def wants(kind: AskKind, actor: str = "") -> str:
    """What an ask is for: "Brackwater asks that these words be added"."""
    return _WANTS[kind] % {"actor": apart(actor) or gettext("The ask")}


def strength(level: int | None) -> str:
    """A level from 0 to 5 in words; None is something that was not read."""
    return gettext("Strength not read") if level is None else STRENGTH_MEANS[max(0, min(level, 5))]


def share(value: float) -> str:
    """A share from 0 to 1 as whole per cent, never rounding a part to all or to nothing."""
    whole = round(value * 100)
    if whole == 100 and value < 1:
        whole = 99
    if whole == 0 and value > 0:
        return gettext("less than %(share)s", share=percent(1))
    return percent(whole)


def coverage(cell: Cell) -> str:
    """How much of the ask the passage carries."""
    if cell.coverage >= 1:
        return gettext("The passage carries all that the ask says.")
    if cell.coverage <= 0:
        return gettext("The passage carries nothing of the ask.")
    return gettext(
        "The passage carries %(share)s of what the ask says; rare words weigh more.", share=share(cell.coverage)
    )


def novel(cell: Cell) -> str:
    """How much of what is carried stands in no earlier text."""
    if cell.coverage <= 0:
        return ""
    if cell.novel >= 1:
        return gettext("None of that stands in an earlier text.")
    if cell.novel <= 0:
        return gettext("All of that stands in earlier texts.")
    return gettext("Of that, %(share)s stands in no earlier text.", share=share(cell.novel))


def expected(cell: Cell) -> str:
    """How many matches this strong chance alone would give."""
    if cell.expected < 0.001:
        return gettext("By chance alone: fewer than one match this strong in a thousand such searches.")
    if cell.expected < 1:
        about = counted(float(f"{cell.expected:.2g}"))
        return gettext("By chance alone: about %(number)s matches this strong.", number=about)
    number = f"{cell.expected:.0f}"
    return gettext(
        "Weak evidence: common wording alone would give about %(number)s matches this strong.", number=number
    )


def paragraph(passage: Passage) -> str:
    """How a delegate calls the passage: its number ("OP5", "para. 12"), or its page where it has none."""
    if passage.number and not passage.number[0].isdigit():
        return apart(passage.number)
    if passage.number:
        return gettext("para. %(number)s", number=passage.number)
    return gettext("unnumbered, page %(page)s", page=passage.page) if passage.page else gettext("unnumbered")


def document(text: Document) -> str:
    """A text's title, or what else it is known by."""
    return apart(text.title or text.symbol or text.source or text.id)


def cited(source: Source) -> str:
    """An origin or rival as it is cited: symbol or title, and paragraph."""
    name = source.title or source.document
    name = f"{name} ({source.symbol})" if source.symbol and source.symbol != name else name
    return f"{apart(name)}{comma()}{paragraph(source.passage)}"


def because(clause: str) -> str:
    """A reason that tracing gave in English, in the language that is spoken where it can be said there."""
    return reasons.clause(clause) or clause
