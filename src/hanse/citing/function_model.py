"""Which of several classes does a citing passage belong to, by its words, letters and section? A linear model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix, hstack

from hanse.citing.function_grams import SIZE, Slots, grams
from hanse.citing.softmax import Floats, Ints, Softmax, fitted, shares

LEAST = {"words": 2, "letters": 3, "title": 1, "part words": 3, "beside": 3}
"""Passages in which a slot must be met to count, by family."""
COUNTED = ("words", "letters", "title", "part words", "beside")
"""Families read by how often a slot is met."""
MET = ("letters", "title")
"""Families read by whether a slot is met at all, by the second member."""
RATIO_PENALTY, RATIO_SHARE = 0.003, 0.3
"""Of the second member: the penalty of its weights, and what it weighs beside the first."""
Case = tuple[str, str | None]
"""A passage and the title of its section."""


@dataclass(frozen=True, eq=False)
class GramModel:
    """Of each family the worth of its slots (inverse document frequency, 0 where too rare), their weights where counted
    and where met, a column for each class, in steps that are finer near nothing; ``most`` is the largest of either."""

    classes: tuple[str, ...]
    worth: dict[str, NDArray[np.float32]]
    weights: dict[str, NDArray[np.int8]]
    met: dict[str, NDArray[np.int8]]
    most: float
    most_met: float
    bias: Floats

    def chances(self, text: str, section: str | None) -> Floats:
        """How likely each class is."""
        return np.asarray(shares(self.sums(grams(text, section))[None, :])[0])

    def sums(self, found: dict[str, Slots]) -> Floats:
        """What speaks for each class."""
        every = np.concatenate([found[family] + place * SIZE for place, family in enumerate(self.worth)])
        slots, counts = np.unique(every, return_counts=True)
        worth, weights, met = _joined(self)
        values = (1 + np.log(counts)) * worth[slots]
        lengths = np.sqrt(np.bincount(slots // SIZE, values * values, minlength=len(self.worth)))
        values /= np.where(lengths, lengths, 1.0)[slots // SIZE]
        counted = values @ _sizes()[weights[slots]]
        return np.asarray(counted * self.most + _sizes()[met[slots]].sum(axis=0) * self.most_met + self.bias)


@cache
def _joined(model: GramModel) -> tuple[NDArray[np.float32], NDArray[np.int8], NDArray[np.int8]]:
    """The worth and the weights of all families, one after the other; where a family is not asked whether it is met,
    that weighs nothing."""
    none = np.zeros((SIZE, len(model.classes)), dtype=np.int8)
    met = [model.met.get(family, none) for family in model.worth]
    return np.concatenate([*model.worth.values()]), np.concatenate([*model.weights.values()]), np.concatenate(met)


def weighed(slots: Slots, worth: NDArray[np.float32]) -> tuple[Slots, Floats]:
    """Slots and their values: 1 + log of the count, times the worth, for a row of length 1 (Salton & Buckley 1988)."""
    each, counts = np.unique(slots, return_counts=True)
    values = ((1 + np.log(counts)) * worth[each]).astype(np.float64)
    length = float(np.sqrt(values @ values))
    return each, values / length if length else values


def fit(cases: Sequence[Case], gold: Ints, classes: Sequence[str], *, penalty: float, cooling: float) -> GramModel:
    """Fit on passages, the titles of their sections, and the number of each one's class.

    Two members are added up: a softmax regression on weighed counts, and one as of Wang & Manning (2012): a slot
    that is met counts there by its log-ratio between a class and the rest. ``cooling`` divides.
    """
    found = [grams(text, section) for text, section in cases]
    worth = {family: _worth([each[family] for each in found], LEAST[family]) for family in COUNTED}
    rows = {family: matrix([each[family] for each in found], worth[family]) for family in COUNTED}
    told = _spread(hstack([rows[family] for family in COUNTED]).tocsc(), gold, len(classes), penalty)
    weights, own = _by_ratio([rows[family] for family in MET], gold, len(classes))
    share = RATIO_SHARE / cooling
    met = dict(zip(MET, np.split(weights * share, len(MET)), strict=True))
    bias = told.bias / cooling + own * share
    counted = dict(zip(COUNTED, np.split(told.weights / cooling, len(COUNTED)), strict=True))
    (steps, most), (steps_met, most_met) = _stepped(counted), _stepped(met)
    return GramModel(tuple(classes), worth, steps, steps_met, most, most_met, bias)


def _spread(rows: csc_matrix, gold: Ints, classes: int, penalty: float) -> Softmax:
    """A softmax fitted on the columns that hold anything; the others weigh nothing."""
    kept = np.flatnonzero(np.diff(rows.indptr))
    told = fitted(rows[:, kept].tocsr(), gold, classes, penalty=penalty, rounds=150)
    weights = np.zeros((rows.shape[1], classes))
    weights[kept] = told.weights
    return Softmax(weights, told.bias)


def _by_ratio(rows: Sequence[csr_matrix], gold: Ints, classes: int) -> tuple[Floats, Floats]:
    """For each class against the rest, the weights of slots that are met, and the bias."""
    joined = hstack(rows).tocsc()
    joined.data[:] = 1.0
    weights, bias = np.zeros((joined.shape[1], classes)), np.zeros(classes)
    for k in range(classes):
        own, rest = (np.asarray(joined.T @ side).ravel() + 1.0 for side in (gold == k, gold != k))
        ratio = np.log((own / own.sum()) / (rest / rest.sum()))
        told = _spread(joined.multiply(ratio).tocsc(), (gold == k).astype(np.int64), 2, RATIO_PENALTY)
        weights[:, k] = (told.weights[:, 1] - told.weights[:, 0]) * ratio
        bias[k] = told.bias[1] - told.bias[0]
    return weights, bias


STEPS = 127


def _stepped(weights: dict[str, Floats]) -> tuple[dict[str, NDArray[np.int8]], float]:
    """Weights in 255 steps whose squares are even, since most weights are small; and the largest weight."""
    most = max(float(np.abs(each).max()) for each in weights.values()) or 1.0
    steps = {name: np.sign(each) * np.rint(STEPS * np.sqrt(np.abs(each) / most)) for name, each in weights.items()}
    return {name: each.astype(np.int8) for name, each in steps.items()}, most


@cache
def _sizes() -> Floats:
    """The share of the largest weight that each step stands for; negative steps count from the end."""
    steps = np.concatenate([np.arange(0, STEPS + 2), np.arange(-STEPS, 0)])
    return np.asarray(np.sign(steps) * np.square(steps / STEPS))


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
    arrays: dict[str, Any] = {"classes": np.array(model.classes), "bias": model.bias}
    arrays |= {"most": model.most, "most met": model.most_met}
    for family in model.worth:
        arrays[f"worth {family}"] = model.worth[family].astype(np.float16)
        arrays[f"weights {family}"] = model.weights[family]
    arrays |= {f"met {family}": each for family, each in model.met.items()}
    np.savez_compressed(path, **arrays)


def load(path: Path) -> GramModel:
    """Read what `save` wrote."""
    with np.load(path, allow_pickle=False) as kept:
        families = [name.split(" ", 1)[1] for name in kept.files if name.startswith("worth ")]
        return GramModel(
            tuple(str(each) for each in kept["classes"]),
            {family: kept[f"worth {family}"].astype(np.float32) for family in families},
            {family: kept[f"weights {family}"] for family in families},
            {family: kept[f"met {family}"] for family in families if f"met {family}" in kept.files},
            float(kept["most"]),
            float(kept["most met"]),
            kept["bias"],
        )
