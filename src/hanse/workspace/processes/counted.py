"""Which records does a figure open onto? They are known by their keys, and read when they are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hanse.workspace.registry.kinds import kinds_of
from hanse.workspace.registry.listing import read
from hanse.workspace.registry.models import Record


@dataclass(frozen=True, slots=True)
class ByKey(Sequence[Record]):
    """Records of one model in the order of their keys. Whoever made it saw to it that they may be seen."""

    model: type[Record]
    keys: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, place: Any) -> Any:
        return self._read(self.keys[place]) if isinstance(place, slice) else self._read((self.keys[place],))[0]

    def __iter__(self) -> Iterator[Record]:
        return iter(self._read(self.keys))

    def _read(self, keys: tuple[str, ...]) -> list[Record]:
        return read(kinds_of(self.model)[0], keys)
