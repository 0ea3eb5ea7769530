"""Which class is likeliest, by weighted sums of features? Softmax regression, fitted by L-BFGS (Byrd et al. 1995)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Softmax:
    """``weights`` has a row for each feature and a column for each class; ``bias`` one value for each class."""

    weights: Floats
    bias: Floats

    def chances(self, features: csr_matrix) -> Floats:
        """A row for each row of features, a column for each class; every row sums to 1."""
        return shares(np.asarray(features @ self.weights) + self.bias)


def shares(sums: Floats) -> Floats:
    """Sums of evidence as chances: a row for each case."""
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float64)


def fitted(
    features: csr_matrix, gold: Ints, classes: int, *, penalty: float, worth: Floats | None = None, rounds: int = 200
) -> Softmax:
    """Fit on rows of features and the number of each row's class.

    Every class weighs the same however many rows it has; ``worth`` weighs single rows beside that. ``penalty`` is that
    of the squared weights, for a mean loss of 1 a row.
    """
    from scipy.optimize import minimize  # who only reads by what was fitted does not wait for it

    rows, columns = features.shape
    counts = np.bincount(gold, minlength=classes)
    weight = (rows / (classes * np.maximum(counts, 1)))[gold] * (1.0 if worth is None else worth)
    weight = weight / weight.sum()
    right = np.zeros((rows, classes))
    right[np.arange(rows), gold] = 1.0
    turned = features.T.tocsr()

    def loss(values: Floats) -> tuple[float, Floats]:
        weights, bias = values[:-classes].reshape(columns, classes), values[-classes:]
        chances = shares(np.asarray(features @ weights) + bias)
        missed = (chances - right) * weight[:, None]
        told = -float(weight @ np.log(np.clip((chances * right).sum(axis=1), 1e-12, 1.0)))
        slope = np.asarray(turned @ missed) + 2 * penalty * weights
        total = told + penalty * float(np.square(weights).sum())
        return total, np.concatenate([slope.ravel(), missed.sum(axis=0)])

    start = np.zeros((columns + 1) * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxfun": 2 * rounds}).x
    return Softmax(found[:-classes].reshape(columns, classes), found[-classes:])


def moved(known: Softmax, rows: Floats, gold: Ints, worth: Floats, *, penalty: float) -> Softmax:
    """A softmax changed as little as a few rows of features and the numbers of their classes ask for.

    ``worth`` weighs the rows; ``penalty`` is that of the squared change, for a loss of 1 a row.
    """
    from scipy.optimize import minimize

    classes = len(known.bias)
    sums = rows @ known.weights + known.bias
    right = np.eye(classes)[gold]
    size = (rows.shape[1], classes)

    def loss(values: Floats) -> tuple[float, Floats]:
        change = values.reshape(size)
        chances = shares(sums + rows @ change)
        told = -float(worth @ np.log(np.clip((chances * right).sum(axis=1), 1e-12, 1.0)))
        slope = rows.T @ ((chances - right) * worth[:, None]) + 2 * penalty * change
        return told + penalty * float(np.square(change).sum()), slope.ravel()

    found = minimize(loss, np.zeros(rows.shape[1] * classes), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return Softmax(known.weights + found.reshape(size), known.bias)
