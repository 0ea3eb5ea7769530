"""How much was committed, and how much received? By currency, never added across; what is unknown is told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q


@dataclass(frozen=True, slots=True)
class Sum:
    """Money in one currency (ISO 4217, "" where none is documented): ``committed`` and ``received`` are None where no
    record says so; ``of`` counts the records that make each, ``unsaid`` those that say nothing of it."""

    currency: str
    records: int
    committed: Decimal | None
    of_committed: int
    received: Decimal | None
    of_received: int

    @property
    def unsaid_committed(self) -> int:
        return self.records - self.of_committed

    @property
    def unsaid_received(self) -> int:
        return self.records - self.of_received


WHICH = {"committed", "received"}


def sums(fundings: Any) -> list[Sum]:
    """The sums of records of funding, a queryset, by currency. One query."""
    rows = list(fundings.order_by().values_list("currency", "committed", "received"))
    return [_sum(each, [row for row in rows if row[0].upper() == each]) for each in _currencies(rows)]


def _currencies(rows: Iterable[tuple[Any, ...]]) -> list[str]:
    found = {row[0].upper() for row in rows}
    return [*sorted(found - {""}), *([""] if "" in found else [])]


def _sum(currency: str, rows: list[tuple[Any, ...]]) -> Sum:
    committed = [row[1] for row in rows if row[1] is not None]
    received = [row[2] for row in rows if row[2] is not None]
    return Sum(
        currency,
        len(rows),
        sum(committed, Decimal(0)) if committed else None,
        len(committed),
        sum(received, Decimal(0)) if received else None,
        len(received),
    )


def behind(fundings: Any, currency: str, which: str) -> Any:
    """The records that a sum is made of: ``which`` committed or received, or "" for all of a currency ("-": none)."""
    found = fundings.filter(currency__iexact="" if currency == "-" else currency) if currency else fundings
    return found.filter(~Q(**{which: None})) if which in WHICH else found
