"""What can a small head read from the features of `hanse.likeness`? Matrices of features, and labels it gives to pairs
that it has not seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sklearn.base import clone
from sklearn.model_selection import StratifiedGroupKFold

import hanse

FOLDS = 10


def features(pairs: Iterable[tuple[str, str]], names: Sequence[str] = ()) -> np.ndarray:
    """One row per pair of texts, one column per feature: those named, or all."""
    found = [hanse.likeness(a, b).features for a, b in pairs]
    return np.array([[each[name] for name in names or each] for each in found])


def told(
    head: Any,
    fitted: tuple[np.ndarray, np.ndarray] | None,
    scored: np.ndarray,
    gold: np.ndarray,
    groups: Sequence[Any] | None = None,
    folds: int = FOLDS,
) -> np.ndarray:
    """Labels for the rows of ``scored``: by a head fitted on the rows and labels of ``fitted``; where that is None,
    by heads fitted on the other folds, whole groups apart."""
    if fitted is not None:
        return np.asarray(clone(head).fit(*fitted).predict(scored))
    found = gold.copy()
    split = StratifiedGroupKFold(folds, shuffle=True, random_state=0)
    for train, test in split.split(scored, gold, groups=np.arange(len(gold)) if groups is None else groups):
        found[test] = clone(head).fit(scored[train], gold[train]).predict(scored[test])
    return found


def connected(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """For each pair of ids the group of all pairs that are linked to it by a common id, by the group's first id."""
    first: dict[str, str] = {}

    def head(each: str) -> str:
        while first.setdefault(each, each) != each:
            each = first[each]
        return each

    linked = list(pairs)
    for a, b in linked:
        one, other = sorted((head(a), head(b)))
        first[other] = one
    return [head(a) for a, _ in linked]
