"""What became of the rows? Added, changed with what stood there before, unchanged, or refused with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _


class Refusal(NamedTuple):
    """Why a row was not taken in; ``row`` as the file counts, ``column`` empty where the whole row is meant."""

    row: int
    column: str
    sentence: str


class Added(NamedTuple):
    row: int
    id: str
    label: str


class Changed(NamedTuple):
    """``fields`` are ``(column, before, after)``, as cells."""

    row: int
    id: str
    label: str
    fields: tuple[tuple[str, str, str], ...]


class Unchanged(NamedTuple):
    row: int
    id: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Every row is added, changed, unchanged or refused, in the order of the file."""

    added: tuple[Added, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: tuple[Unchanged, ...] = ()
    refused: tuple[Refusal, ...] = ()
    beside: tuple[Changed, ...] = ()
    """Of rows that are not refused, values that stand as other sources attest them, ``(column, stands, row's)``."""
    noted: int = 0
    """So much the sheet attests, as a source, that it had not attested before."""

    @property
    def ids(self) -> dict[int, str]:
        """The record of each row that was not refused."""
        return {each.row: each.id for each in (*self.added, *self.changed, *self.unchanged)}

    @property
    def sentence(self) -> str:
        """The counts, in words."""
        said = _("%(added)d added, %(changed)d changed, %(unchanged)d unchanged, %(refused)d refused")
        return said % {name: len(getattr(self, name)) for name in ("added", "changed", "unchanged", "refused")}
