"""What in a text could expose somebody? Addresses, coordinates, persons, contact data, counts under ten, with the words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flag:
    """Words of a text that should not be public as they are; ``start`` and ``end`` count code points."""

    kind: str
    start: int
    end: int
    words: str


def flags(text: str, *, people: frozenset[str] = frozenset()) -> tuple[Flag, ...]:
    """All that is flagged, in the order of the text."""
    return ()
