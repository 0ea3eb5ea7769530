"""Which positions were influenced, as far as somebody may see, as of a day?"""

from __future__ import annotations

from datetime import date
from typing import Any

from hanse.workspace.impact.ledger import findings, shifts
from hanse.workspace.impact.ledger.positions import Ledger


def influenced(user: Any, day: date) -> Ledger:
    """The ledger of positions that ``user`` may see, as of ``day``: iterate over it for those that count.

    ``by_ask`` counts every ask that was taken up and every change; ``by_document`` each passage once, however many
    asked for it, and every change once, however many claim it. Positions that are claimed, disputed or proposed are in
    ``positions`` with their state and are in no number. The day is that of the text or the change, not that on which
    somebody wrote here; of today and later, every text counts that the office holds. What ``user`` may not see has no
    part in it, and nothing of a fictional campaign has.
    """
    told, out = findings.positions(user, day)
    return Ledger(day, (*told, *shifts.positions(user, day)), dict(sorted(out.items())))


def in_brief(user: Any, day: date) -> Ledger:
    """The same ledger by what a number needs alone: each position with key, state, unit and date, without its words."""
    return Ledger(day, (*findings.briefs(user, day), *shifts.briefs(user, day)))
