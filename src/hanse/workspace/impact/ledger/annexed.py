"""What does a donor check? Every counted position of a period: its words, its passage, who confirmed it, the reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from hanse.workspace.impact.ledger.influence import influenced
from hanse.workspace.impact.ledger.positions import Ledger, Position


@dataclass(frozen=True, slots=True)
class Item:
    """One counted line of the annex: a passage with all asks that it answers, or a change.

    ``positions`` has at least one; they share ``first.passage`` and ``first.text``. Read from them: ``asked`` and
    ``source`` (the ask's words and where they stand), ``passage`` and ``spans`` (what answers it, aligned), ``rivals``
    and ``origin``, ``claimants``, ``outside`` (who confirmed), ``replies``; of a change ``about`` and ``evidence``.
    """

    number: int
    positions: tuple[Position, ...]

    @property
    def first(self) -> Position:
        return self.positions[0]

    @property
    def claimants(self) -> tuple[str, ...]:
        """All who claim it, each once."""
        return tuple(dict.fromkeys(who.name for each in self.positions for who in each.claimants))


@dataclass(frozen=True, slots=True)
class Annex:
    """What counts of a period, numbered from 1 in the order of dates; ``undated`` counts what no date places in it."""

    since: date | None
    until: date | None
    items: tuple[Item, ...]
    ledger: Ledger
    """The ledger of the period with what does not count, too."""
    undated: int = 0


def annex(user: Any, since: date | None = None, until: date | None = None) -> Annex:
    """The evidence annex of the positions influenced that ``user`` may see, dated from ``since`` to ``until``.

    Both days are included and either may be None for no bound. A position is dated by its text or its change; what has
    no documented date is in the annex only where no period is given, and else counted in ``undated``. Reads the
    database; the same records give the same annex.
    """
    whole = influenced(user, until or timezone.localdate())
    kept = whole.only(each for each in whole.positions if each.within(since, until))
    ordered = sorted(kept.units, key=lambda unit: (unit[0].date or "9999", unit[0].key))
    items = tuple(Item(number, unit) for number, unit in enumerate(ordered, 1))
    undated = sum(not unit[0].date for unit in whole.units) if since or until else 0
    return Annex(since, until, items, kept, undated)
