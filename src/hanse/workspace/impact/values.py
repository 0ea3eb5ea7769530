"""What did a rule count? A number with everything that it has to be shown with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.saying import percent, semicolon


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that counts once. ``records`` are those that make it, at most a few of ``of`` all."""

    kind: str
    key: str
    title: str
    address: str
    label: str = ""
    records: tuple[Any, ...] = ()
    of: int = 1
    aside: str = ""
    group: bool = False
    """Whether it stands for records that have it in common, be it a single one."""


class Members(Protocol):
    """What was counted: as many as there are, a page of them, and the keys of the records behind all of them."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: slice) -> Sequence[Unit]: ...

    def keys(self) -> Iterator[tuple[str, str]]: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """Members that are at hand."""

    units: tuple[Unit, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()

    def __len__(self) -> int:
        return len(self.units)

    def __getitem__(self, place: slice) -> Sequence[Unit]:
        return self.units[place]

    def keys(self) -> Iterator[tuple[str, str]]:
        return iter(self.kept)


@dataclass(frozen=True, slots=True)
class Sum:
    """Money in one currency (ISO 4217, "" where none is documented), of so many records."""

    currency: str
    amount: Decimal
    records: int

    @property
    def words(self) -> str:
        amount = number_format(_whole(self.amount), force_grouping=True)
        said = {"amount": amount, "currency": self.currency or _("no currency documented")}
        return _("%(currency)s %(amount)s") % said


def _whole(amount: Decimal) -> Decimal | int:
    """As it is written, whatever digits a database keeps: 350.5 for 350.50."""
    return int(amount) if amount == amount.to_integral_value() else amount.normalize()


@dataclass(frozen=True, slots=True)
class Told:
    """What stands beside a number and is never in it: "12 proposed by the machine", and where it opens."""

    count: int
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number as of ``day`` (in a period from ``since`` on), which ``members`` open onto.

    ``number`` is None where it is not documented; for a share it is what was counted ``of`` so many. ``undated`` of it
    have no documented date; in a period they are not in it, and told apart. ``sums`` are money, by currency.
    """

    number: int | None
    day: date
    since: date | None = None
    undated: int = 0
    of: int | None = None
    sums: tuple[Sum, ...] = ()
    unsaid: int = 0
    """Records of a sum that do not say the amount."""
    apart: tuple[Told, ...] = ()
    note: str = ""
    opens: str = ""
    """Where it opens, where not onto a list of its members."""
    members: Members = field(default_factory=Listed)

    @property
    def documented(self) -> bool:
        return self.number is not None and (self.of is None or self.of > 0)

    @property
    def share(self) -> float | None:
        return self.number / self.of if self.number is not None and self.of else None

    @property
    def figure(self) -> str:
        """What stands in large letters: "70", "96%", "EUR 1,200,000; USD 5,000", "not documented"."""
        if not self.documented:
            return _("not documented")
        if self.share is not None:
            return percent(in_hundred(self.share))
        if self.sums:
            return semicolon().join(each.words for each in self.sums)
        return number_format(self.number, force_grouping=True)

    @property
    def beside(self) -> str:
        """What has to stand beside it: the numbers of a share, what is undated, what is not said."""
        told = [self._parts(), self._undated(), self._unsaid(), self.note]
        return " ".join(filter(None, told))

    def _parts(self) -> str:
        if self.share is None:
            return ""
        said = {"number": number_format(self.number), "of": number_format(self.of, force_grouping=True)}
        return _("%(number)s of %(of)s.") % said

    def _undated(self) -> str:
        if not self.undated:
            return ""
        if self.since is not None:
            left = ngettext(
                "%(n)d more has no documented date and is not in it.",
                "%(n)d more have no documented date and are not in it.",
                self.undated,
            )
            return left % {"n": self.undated}
        left = ngettext(
            "Of these %(n)d without a documented date.", "Of these %(n)d without a documented date.", self.undated
        )
        return left % {"n": self.undated}

    def _unsaid(self) -> str:
        if not self.unsaid:
            return ""
        left = ngettext(
            "%(n)d more record does not say how much.", "%(n)d more records do not say how much.", self.unsaid
        )
        return left % {"n": self.unsaid}


def in_hundred(share: float) -> int:
    """A share in whole per cent; what is not quite nothing or all is not rounded to it."""
    return min(max(round(100 * share), 1 if share > 0 else 0), 99 if share < 1 else 100)
