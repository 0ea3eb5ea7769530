"""What did it add up to, and who says so? An impact report, from its counters down to every counted item, as PDF."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date as calendar_date
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from hanse.errors import HanseError
from hanse.tracing.board import Outcome

Audience = Literal["donor", "council", "public"]
Day = calendar_date | str
"""A date, or EDTF."""
SHARE = "share"
"""The unit of an amount from 0 to 1 that is written in per cent; any other unit is written behind the amount."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of others: where they stand, the address of that or empty, their language (BCP 47, empty: unknown)."""

    words: str
    where: str = ""
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody said of an item: ``says`` in a word or two ("confirms"), ``words`` verbatim, ``why`` they count as
    standing outside."""

    who: str
    says: str = ""
    words: str = ""
    date: Day = ""
    source: str = ""
    href: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A baseline or target: the amount, and the day it was measured or is to be reached."""

    amount: float
    date: Day = ""


@dataclass(frozen=True, slots=True)
class Published:
    """A claim of the same number that somebody published, beside the computed one; ``state`` says in a word how far
    evidence supports it, ``subject`` of whom it is said where that is not who reports."""

    words: str
    amount: str = ""
    source: str = ""
    date: Day = ""
    href: str = ""
    language: str = ""
    state: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a whole; ``amount`` is None where nobody documented it."""

    name: str
    amount: float | None


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows that are drawn as bars, with the same numbers in a table below: how many, or how much of a ``unit``."""

    title: str
    rows: tuple[Row, ...]
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counter:
    """One number with all that makes it checkable.

    ``amount`` is None where nothing is documented. ``rule`` says in words how it is counted, ``code`` as programs read
    it; ``digest`` is the SHA-256 of the snapshot, ``href`` its page. What ``proposed`` and ``undated`` count is not in
    ``amount``; ``beside`` are further sentences that the number is never shown without.
    """

    name: str
    amount: float | None
    definition: str
    as_of: Day
    unit: str = ""
    baseline: Milestone | None = None
    target: Milestone | None = None
    published: tuple[Published, ...] = ()
    proposed: int = 0
    undated: int = 0
    beside: tuple[str, ...] = ()
    rule: str = ""
    code: str = ""
    version: int = 1
    digest: str = ""
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one draft did with an ask: its outcome, the passage that answers it, and why; None: no such passage."""

    draft: str
    date: Day
    outcome: Outcome
    passage: Quote | None
    why: str = ""
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """An ask's way from a letter to the adopted text; the last step is the final one where ``adopted``."""

    title: str
    actor: str
    date: Day
    asked: Quote
    steps: tuple[Step, ...]
    adopted: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One counted thing with what it rests on.

    ``claim``: whether somebody claims it, so that what is missing of claimants, confirmation and replies is said.
    ``digest`` identifies it where its words may no longer be shown. ``group`` names what it counts once with others
    for: items of one group stand together under it.
    """

    number: int
    title: str
    date: Day = ""
    kind: str = ""
    claimants: tuple[str, ...] = ()
    asked: tuple[Quote, ...] = ()
    passages: tuple[Quote, ...] = ()
    confirmed: tuple[Voice, ...] = ()
    replies: tuple[Voice, ...] = ()
    rivals: tuple[str, ...] = ()
    claim: bool = True
    digest: str = ""
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """Everything that one counter counted, item by item; ``note`` says what is not in it.

    ``units`` is how many that makes where items of a group count once; 0: as many as there are items.
    """

    title: str
    items: tuple[Item, ...]
    note: str = ""
    units: int = 0


@dataclass(frozen=True, slots=True)
class ImpactSheet:
    """All that is printed of an impact report, in one language (BCP 47).

    ``since`` and ``until`` are the days of the period, both included; empty for no bound. ``made`` is the day on which
    it was put together. What is given is printed, whoever the audience is.
    """

    title: str
    language: str
    audience: Audience
    since: Day
    until: Day
    made: Day
    counters: tuple[Counter, ...]
    charts: tuple[Chart, ...] = ()
    stories: tuple[Story, ...] = ()
    annexes: tuple[Annex, ...] = ()
    by: str = ""
    address: str = ""
    notes: tuple[str, ...] = ()


def impact_pdf(sheet: ImpactSheet) -> bytes:
    """The report as accessible PDF (PDF/UA-1) on A4; same sheet, same bytes.

    Counters first, then charts and stories, then how it was counted, and the evidence item by item. What nobody
    documented is said to be so. A character that no font has is printed as its code.
    Raises UnprintableText where the title is empty or the language is no tag, HanseError for an unknown audience.
    """
    from hanse.reports.impact_told import told
    from hanse.reports.lettering import typeset_all

    return typeset_all("impact", told(sheet), language=sheet.language)


def impact_json(sheet: ImpactSheet) -> str:
    """The sheet as JSON, the same for the same sheet; `impact_sheet` reads it back."""
    return json.dumps(asdict(sheet), ensure_ascii=False, separators=(",", ":"), default=str)


def impact_sheet(text: str) -> ImpactSheet:
    """The sheet that `impact_json` wrote. Raises HanseError where it is none."""
    try:
        return _read(ImpactSheet, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise HanseError(f"it is no impact report ({error})", where="sheet", do="give what impact_json wrote") from None


Made = TypeVar("Made")


def _read(kind: type[Made], given: Any) -> Made:
    """A dataclass with the values that JSON gave for it, and those of its fields."""
    hints = get_type_hints(kind)
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: _value(hints[name], value) for name, value in given.items() if name in known})


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], each) for each in value)
    kind = next((each for each in (hint, *get_args(hint)) if is_dataclass(each)), None)
    return value if kind is None or value is None else _read(kind, value)  # type: ignore[arg-type]
