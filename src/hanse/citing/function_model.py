"""Which of several classes does a citing passage belong to, by its words, letters and section? A linear model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from hanse.citing.function_grams import SIZE, Slots, grams
from hanse.citing.softmax import Floats, Ints, fitted, shares

LEAST = {"words": 2, "letters": 3, "title": 1, "part words": 3}
"""Passages in which a slot must be met to count, by family."""
READ = ("words", "letters", "title")
Case = tuple[str, str | None]
"""A passage and the title of its section."""


@dataclass(frozen=True)
class GramModel:
    """Of each family the worth of its slots (inverse document frequency, 0 where too rare) and their weights, a column
    for each class, in steps of ``step``."""

    classes: tuple[str, ...]
    worth: dict[str, NDArray[np.float32]]
    weights: dict[str, NDArray[np.int8]]
    step: float
    bias: Floats

    def chances(self, text: str, section: str | None) -> Floats:
        """How likely each class is."""
        found = grams(text, section)
        total = np.zeros(len(self.classes))
        for family, worth in self.worth.items():
            slots, values = weighed(found[family], worth)
            total += values @ self.weights[family][slots]
        return np.asarray(shares((total * self.step + self.bias)[None, :])[0])


def weighed(slots: Slots, worth: NDArray[np.float32]) -> tuple[Slots, Floats]:
    """Slots and their values: 1 + log of the count, times the worth, for a row of length 1 (Salton & Buckley 1988)."""
    each, counts = np.unique(slots, return_counts=True)
    values = ((1 + np.log(counts)) * worth[each]).astype(np.float64)
    length = float(np.sqrt(values @ values))
    return each, values / length if length else values


def fit(cases: Sequence[Case], gold: Ints, classes: Sequence[str], penalty: float) -> GramModel:
    """Fit on passages, the titles of their sections, and the number of each one's class."""
    found = [grams(text, section) for text, section in cases]
    worth = {family: _worth([each[family] for each in found], LEAST[family]) for family in READ}
    rows = hstack([matrix([each[family] for each in found], worth[family]) for family in READ]).tocsc()
    kept = np.flatnonzero(np.diff(rows.indptr))
    told = fitted(rows[:, kept].tocsr(), gold, len(classes), penalty=penalty, rounds=150)
    weights = np.zeros((rows.shape[1], len(classes)))
    weights[kept] = told.weights
    step = float(np.abs(weights).max()) / 127 or 1.0
    steps = np.rint(weights / step).astype(np.int8).reshape(len(READ), SIZE, len(classes))
    return GramModel(tuple(classes), worth, dict(zip(READ, steps, strict=True)), step, told.bias)


def _worth(rows: Sequence[Slots], least: int) -> NDArray[np.float32]:
    met = np.bincount(np.concatenate([np.unique(row) for row in rows]), minlength=SIZE)
    return np.where(met >= least, np.log((1 + len(rows)) / (1 + met)) + 1, 0).astype(np.float32)


def matrix(rows: Sequence[Slots], worth: NDArray[np.float32]) -> csr_matrix:
    """A row for each passage, a column for each slot."""
    found = [weighed(row, worth) for row in rows]
    ends = np.cumsum([0, *(len(slots) for slots, _ in found)])
    slots, values = (np.concatenate(each) for each in zip(*found, strict=True))
    return csr_matrix((values, slots, ends), shape=(len(rows), SIZE))


def save(model: GramModel, path: Path) -> None:
    """Write a model: numbers only, nothing that could run."""
    arrays: dict[str, Any] = {"classes": np.array(model.classes), "step": model.step, "bias": model.bias}
    for family in model.worth:
        arrays[f"worth {family}"] = model.worth[family].astype(np.float16)
        arrays[f"weights {family}"] = model.weights[family]
    np.savez_compressed(path, **arrays)


def load(path: Path) -> GramModel:
    """Read what `save` wrote."""
    with np.load(path, allow_pickle=False) as kept:
        families = [name.split(" ", 1)[1] for name in kept.files if name.startswith("worth ")]
        return GramModel(
            tuple(str(each) for each in kept["classes"]),
            {family: kept[f"worth {family}"].astype(np.float32) for family in families},
            {family: kept[f"weights {family}"] for family in families},
            float(kept["step"]),
            kept["bias"],
        )
