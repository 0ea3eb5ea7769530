"""Whose eyes? What somebody may see on a page, and the less that goes out to calendar programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from hanse.workspace.accounts.rights import Handling


@dataclass(frozen=True, slots=True)
class Sight:
    """What ``user`` may see; ``leaves`` where it leaves the house: then nothing restricted, whoever asks."""

    user: Any
    leaves: bool = False

    def of(self, records: Any) -> Any:
        """The records in sight, of a manager or a queryset."""
        seen = records.visible_to(self.user)
        if not self.leaves:
            return seen
        seen = seen.exclude(handling=Handling.RESTRICTED)
        for tie in seen.model.ties:
            seen = seen.filter(Q(**{tie: None}) | ~Q(**{f"{tie}__handling": Handling.RESTRICTED}))
        return seen

    def one(self, records: Any, pk: str | None) -> Any:
        """The record of a key, where it is in sight; else None."""
        return self.of(records).filter(pk=pk).first() if pk else None
