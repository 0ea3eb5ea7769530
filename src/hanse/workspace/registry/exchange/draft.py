"""What does one row want? The record that it means or makes, what it changes there, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hanse.errors import HanseError

Cells = dict[str, str]


class Preset(str):
    """A cell that was said for all rows, not by the file: it is true of new records, and changes none that is there."""


@dataclass(eq=False, slots=True)
class Draft:
    """One row on its way. ``problem`` is a column and a sentence; ``same_as`` the row before that says the same."""

    row: int
    cells: Cells
    id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    """By attribute of the record: references as ids."""
    record: Any = None
    existing: Cells | None = None
    """The row of the record that is there, before anything is changed."""
    whole: bool = False
    """Whether the row has the id of a record that is there, so that its empty cells say something."""
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    stands: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Values that stand as other sources attest them, each with the row's own."""
    problem: tuple[str, str] | None = None
    same_as: Draft | None = None

    @property
    def going(self) -> bool:
        return self.problem is None and self.same_as is None

    @property
    def state(self) -> str:
        if self.problem:
            return "refused"
        if self.same_as is not None:
            return "unchanged"
        return "added" if self.existing is None else "changed" if self.changes else "unchanged"

    @property
    def label(self) -> str:
        return str(self.record)

    @property
    def told(self) -> tuple[tuple[str, str, str], ...]:
        return tuple((name, *cells) for name, cells in self.changes.items())

    @property
    def beside(self) -> tuple[tuple[str, str, str], ...]:
        return tuple((name, *cells) for name, cells in self.stands.items())

    def refuse(self, column: str, error: HanseError | str) -> None:
        self.problem = (column, error if isinstance(error, str) else error.sentence)
