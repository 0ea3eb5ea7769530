"""What stands in the ledger? Positions, each with its claimants, its words, its rivals and who confirmed it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

from hanse.text.dates import days
from hanse.text.document import Span
from hanse.workspace.impact.ledger.rule import Reason, State, Where


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who asked for it, or claims it. ``actor`` is its key in the registry and ``region`` its region of M49, "" where
    not documented; ``contribution`` is in its own words."""

    name: str
    actor: str = ""
    region: str = ""
    country: str = ""
    contribution: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered passage, with its words."""

    id: str
    number: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A document that has a passage: ``key`` is the same for the same bytes."""

    key: str
    title: str
    date: str
    symbol: str = ""
    actor: str = ""
    adopted: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """An earlier text that has the words: an origin, or a rival."""

    title: str
    date: str
    actor: str
    symbol: str
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said of a position: a reviewer's verdict, a confirmation, a denial, a reply.

    ``says`` is "confirms", "in part", "denies", "acknowledges", "" for a comment, or the outcome that a reviewer holds
    for true. ``person`` is the reviewer where it was one: shown to whoever is signed in.
    """

    who: str
    says: str
    words: str = ""
    date: str = ""
    source: str = ""
    locator: str = ""
    address: str = ""
    where: Where = "unknown"
    why: str = ""
    person: str = ""
    settled: str = ""
    settlement: str = ""
    key: str = ""

    @property
    def denies(self) -> bool:
        return self.says == "denies"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of a source that attests a change."""

    words: str
    source: str
    locator: str
    address: str
    date: str = ""


@dataclass(frozen=True)
class Position:
    """One ask taken up in one text ("finding"), or one change ("change")."""

    key: str
    kind: Literal["finding", "change"]
    state: State
    reason: Reason
    title: str
    """The words that were asked for, or what changed."""
    claimants: tuple[Claimant, ...]
    address: str
    unit: str
    """What counts once by document: the passage that answers the ask, or the change."""
    date: str = ""
    asked: str = ""
    asked_on: str = ""
    ask: str = ""
    """Name of the ask on the board."""
    source: str = ""
    """The statement in which the ask stands."""
    campaign: str = ""
    text: Text | None = None
    passage: Passage | None = None
    spans: tuple[tuple[Span, Span], ...] = ()
    """Aligned spans in the ask's words and the passage's."""
    outcome: str = ""
    met: str = ""
    provenance: str = ""
    origin: Other | None = None
    rivals: tuple[Other, ...] = ()
    also: tuple[str, ...] = ()
    """Other claimants, who asked for the same passage."""
    confirmed: tuple[Said, ...] = ()
    replies: tuple[Said, ...] = ()
    evidence: tuple[Quote, ...] = ()
    about: str = ""
    """Of a change, its description."""
    whose: str = ""
    """Of a change, whose position it was."""
    records: tuple[str, ...] = ()
    """Keys of the records of one change."""
    handling: str = "public"

    @property
    def counted(self) -> bool:
        return self.state == "counted"

    @property
    def year(self) -> str:
        """ "" where it is not documented."""
        return self.date[:4] if self.date[:4].isdigit() else ""

    @property
    def regions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.region for each in self.claimants))

    @property
    def outside(self) -> tuple[Said, ...]:
        """Those outside all claimants who confirm it."""
        return tuple(each for each in self.confirmed if each.where == "outside" and not each.denies)

    def within(self, since: date | None, until: date | None) -> bool:
        """Whether the first day that its documented date can mean falls into a period, both days included, so that
        it is in one of several only; what no date places is in it where no period is given."""
        return falls(self.date, since, until)


@dataclass(frozen=True, slots=True)
class Brief:
    """What of a position decides how it counts: all of `Position` that a number needs."""

    key: str
    kind: Literal["finding", "change"]
    state: State
    unit: str
    date: str

    def within(self, since: date | None, until: date | None) -> bool:
        return falls(self.date, since, until)


def falls(written: str, since: date | None, until: date | None) -> bool:
    meant = days(written)
    if meant is None:
        return since is None and until is None
    return (since is None or meant[0] >= since) and (until is None or meant[0] <= until)


@dataclass(frozen=True)
class Ledger:
    """The positions that somebody may see, as of a day. Going through it gives those that count.

    ``left_out`` are findings that were met and are no positions influenced, by reason.
    """

    day: date
    positions: tuple[Position, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Position]:
        return iter(self.counted)

    def of(self, state: State) -> tuple[Position, ...]:
        return tuple(each for each in self.positions if each.state == state)

    @cached_property
    def counted(self) -> tuple[Position, ...]:
        """By ask: every ask that counts, and every change."""
        return self.of("counted")

    @cached_property
    def units(self) -> tuple[tuple[Position, ...], ...]:
        """By document: what counts, each passage once with all asks that it answers; a change is one."""
        return grouped(self.counted)

    @property
    def by_ask(self) -> int:
        return len(self.counted)

    @property
    def by_document(self) -> int:
        """The cautious number: a passage counts once, however many asked for it."""
        return len(self.units)

    @property
    def documents(self) -> int:
        """In how many texts the counted passages stand."""
        return len({each.text.key for each in self.counted if each.text})

    @property
    def changes(self) -> int:
        return sum(each.kind == "change" for each in self.counted)

    def only(self, positions: Any) -> Ledger:
        """The same with some of the positions."""
        return Ledger(self.day, tuple(positions), self.left_out)


def grouped(positions: Any) -> tuple[tuple[Position, ...], ...]:
    """Positions by what counts once by document, in their order."""
    found: dict[str, list[Position]] = {}
    for each in positions:
        found.setdefault(each.unit, []).append(each)
    return tuple(tuple(each) for each in found.values())
