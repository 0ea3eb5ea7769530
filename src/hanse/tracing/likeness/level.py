"""Unrelated, partly related, related or almost identical: which of these is a pair?

An ordinal logistic model (McCullagh 1980): a weighted sum of few features, no weight below nothing, and the cuts
between neighbouring levels. ``scripts/make-likeness-head`` fits it on pairs made from authored and openly licensed
prose and writes ``head.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("head.toml")


@dataclass(frozen=True)
class Head:
    """Weights by name of feature, and the cuts in rising order."""

    weights: Mapping[str, float]
    cuts: tuple[float, ...]

    def level(self, features: Mapping[str, float]) -> int:
        """The number of cuts that the weighted sum of the features reaches: 0 to the number of cuts."""
        told = sum(weight * features[name] for name, weight in self.weights.items())
        return sum(told >= cut for cut in self.cuts)


@lru_cache(maxsize=1)
def head() -> Head:
    """The head that ships with the package."""
    stored = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Head(stored["weights"], tuple(stored["cuts"]))
