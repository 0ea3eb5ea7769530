"""By what can two passages be alike or differ? Every feature of a pair, by family."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hanse.tracing.likeness.bags import bags
from hanse.tracing.likeness.blocks import blocks
from hanse.tracing.likeness.details import kept, rare, sizes, unshared
from hanse.tracing.likeness.order import alignment, runs, sequence
from hanse.tracing.likeness.pair import Pair

FAMILIES: Mapping[str, Callable[[Pair], dict[str, float]]] = MappingProxyType(
    {
        "bags": bags,
        "runs": runs,
        "blocks": blocks,
        "sequence": sequence,
        "alignment": alignment,
        "unshared": unshared,
        "rare": rare,
        "kept": kept,
        "sizes": sizes,
    }
)
"""Name of a family to what extracts its features."""


def features(pair: Pair) -> dict[str, float]:
    """All features of a pair, always the same names in the same order."""
    return {name: value for family in FAMILIES.values() for name, value in family(pair).items()}
