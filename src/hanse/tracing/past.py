"""Who had these words before? Origin, rivals, and the share of them that is new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from hanse.tracing.align import Alignment
from hanse.tracing.board import Provenance, Source
from hanse.tracing.information import Coder
from hanse.tracing.matching import Shelf
from hanse.tracing.place import Version

NEIGHBOURS = 24
"""Earlier passages aligned with each ask."""
TRACE = 3
"""Words in a row, to the letter, from which an earlier passage counts as having some of them."""
OWNED = 0.60
"""Share of the covered words that one earlier passage must have to be named as their source."""


@dataclass(frozen=True, eq=False)
class Echo:
    """An earlier passage that has some of an ask's words."""

    version: Version
    place: int
    alignment: Alignment


@dataclass(frozen=True, eq=False)
class Past:
    """Every earlier or rival text, ready to be asked."""

    versions: tuple[Version, ...]
    shelf: Shelf
    owners: tuple[tuple[int, int], ...]
    """Per passage on the shelf: its version, and its place in it."""

    @classmethod
    def of(cls, versions: Iterable[Version]) -> Past:
        kept = tuple(versions)
        owners = tuple((v, p) for v, version in enumerate(kept) for p in range(len(version.placed)))
        if len(kept) == 1:
            return cls(kept, kept[0].shelf, owners)
        return cls(kept, Shelf.of([kept[v].placed[p].coded for v, p in owners]), owners)

    def echoes(self, alignment_of: Alignment, coder: Coder) -> tuple[Echo, ...]:
        """Earlier passages that have three or more of the ask's words in a row."""
        found = self.shelf.align(alignment_of.ask, least=0.1, most=NEIGHBOURS)
        return tuple(
            Echo(self.versions[self.owners[row][0]], self.owners[row][1], alignment)
            for row, alignment in found
            if alignment.longest >= min(TRACE, len(alignment_of.ask.tokens))
        )


def novelty(covered: Alignment, echoes: Iterable[Echo]) -> float:
    """Share, 0 to 1, of the covered information that no earlier passage has; 0 where nothing is covered."""
    weights = covered.ask.weights
    has = np.zeros(len(weights), dtype=bool)
    has[covered.mine] = True
    known = np.zeros(len(weights), dtype=bool)
    for echo in echoes:
        known[echo.alignment.mine] = True
    whole = float(weights[has].sum())
    return float(weights[has & ~known].sum() / whole) if whole else 0.0


def share_of(covered: Alignment, earlier: Alignment) -> float:
    """Share of the covered information that one earlier passage has."""
    weights = covered.ask.weights
    has = np.zeros(len(weights), dtype=bool)
    has[covered.mine] = True
    known = np.zeros(len(weights), dtype=bool)
    known[earlier.mine] = True
    whole = float(weights[has].sum())
    return float(weights[has & known].sum() / whole) if whole else 0.0


def sources(covered: Alignment, echoes: Iterable[Echo]) -> tuple[Source, ...]:
    """The best passage of each earlier text that has most of what is covered, earliest first."""
    best: dict[str, Source] = {}
    for echo in echoes:
        share = share_of(covered, echo.alignment)
        if share < OWNED:
            continue
        document = echo.version.document
        if document.id in best and best[document.id].coverage >= share:
            continue
        best[document.id] = Source(
            document=document.id, title=document.title, date=document.date,
            passage=echo.version.placed[echo.place].passage, symbol=document.symbol, actor=document.actor,
            adopted=document.adopted, coverage=share,
        )  # fmt: skip
    return tuple(sorted(best.values(), key=lambda source: (source.date or "", source.document)))


def provenance(
    earlier_versions: tuple[Source, ...], record: tuple[Source, ...], rivals: tuple[Source, ...]
) -> Provenance:
    """Whose words they are, given who had them before the ask."""
    if earlier_versions:
        return "already there"
    if any(source.adopted for source in record):
        return "agreed language"
    return "shared" if rivals else "new"
