"""What is new in the registry? The records that people added or changed last, of those that somebody may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from hanse.workspace.registry.kinds import KINDS, Kind, kind_of

TOLD = (
    "cities",
    "memberships",
    "standing",
    "instruments",
    "participations",
    "projects",
    "episodes",
    "sessions",
    "access",
)
"""One kind of each model whose records are news by themselves."""
MOST = 6
LOOKED_AT = 30
"""So many entries of a history are looked at: an import writes thousands at once.
What no person did is no news: the starting facts are not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that was added or changed, and when."""

    record: Any
    kind: Kind
    when: datetime
    added: bool


def latest(user: Any) -> list[Entry]:
    """The latest entries, each record once."""
    found = [entry for plural in TOLD if plural in KINDS for entry in _of(KINDS[plural].model, user)]
    return sorted(found, key=attrgetter("when"), reverse=True)[:MOST]


def _of(model: Any, user: Any) -> list[Entry]:
    asked = ("id", "history_date", "history_type", "history_user")
    entries = model.history.order_by("-history_date", "-history_id").values_list(*asked)
    told: dict[str, tuple[datetime, bool]] = {}
    for pk, when, how, who in entries[:LOOKED_AT]:
        if who is not None:
            told.setdefault(pk, (when, how == "+"))
    seen = model.objects.visible_to(user).select_related(*[name for name in model.ties if "__" not in name])
    records = seen.in_bulk(list(told)[:MOST])
    return [Entry(records[pk], kind_of(records[pk]), *said) for pk, said in told.items() if pk in records]
