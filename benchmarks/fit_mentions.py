"""How much does each sign weigh when a name may be a place? ``python -m benchmarks.fit_mentions`` fits and writes.

Read are LGL and GeoVirus in HANSE_TRAIN; only the weights ship. A candidate is right where it covers a span given, most
of it at least; one inside a longer span without a point (a street) is wrong. Fitted is a logistic regression, both
corpora counting the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

import hanse.wording.mentions_places as places
from benchmarks.data import rows
from hanse.wording.mentions_actors import actors_in
from hanse.wording.mentions_places import judged
from hanse.wording.mentions_signs import SIGNS

CORPORA = ("lgl", "geovirus")
WEIGHTS = Path(places.__file__).with_name("mentions.weights.toml")
_HELD = 0.001
Row = tuple[dict[str, float], bool, float]


def main() -> None:
    """Fit on everything and write the file."""
    weights = fit([row for name in CORPORA for row in judged_rows(rows("geoparsing", f"{name}*.jsonl", train=True))])
    lines = [f'"{name}" = {weights[name]:.2f}' for name in SIGNS]
    head = "# Fitted by ``python -m benchmarks.fit_mentions`` on LGL and GeoVirus (English news).\n[weights]\n"
    WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def judged_rows(documents: Sequence[dict[str, Any]]) -> list[Row]:
    """For every candidate of a corpus: its signs, whether it is right, and its weight."""
    found: list[tuple[dict[str, float], bool]] = []
    for document in documents:
        taken = [(start, end) for start, end, _ in actors_in(document["text"])]
        found += [
            (each.signs, right)
            for each in judged(document["text"], taken)
            if (right := covered(each.candidate.start, each.candidate.end, document["toponyms"])) is not None
        ]
    return [(told, right, 1000 / len(found)) for told, right in found]


def covered(start: int, end: int, toponyms: Sequence[dict[str, Any]]) -> bool | None:
    """Whether a span given is met; None where that cannot be told."""
    for each in toponyms:
        shared = min(end, each["end"]) - max(start, each["start"])
        if shared > 0:
            if each["lat"] is None:
                return None if (start, end) == (each["start"], each["end"]) else False
            return bool(shared >= 0.5 * (each["end"] - each["start"]))
    return False


def fit(found: Sequence[Row]) -> dict[str, float]:
    """The weight of each sign."""
    table = np.array([[told.get(name, 0.0) for name in SIGNS] for told, *_ in found])
    right = np.array([row[1] for row in found], dtype=float)
    counts = np.array([row[2] for row in found])
    counts = counts / counts.sum()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        likely = 1 / (1 + np.exp(-scores))
        value = float(counts @ (np.logaddexp(0, scores) - right * scores)) + _HELD * float(weights @ weights) / 2
        return value, table.T @ (counts * (likely - right)) + _HELD * weights

    best = minimize(loss, np.zeros(len(SIGNS)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {name: round(float(weight), 3) for name, weight in zip(SIGNS, best, strict=True)}


if __name__ == "__main__":
    main()
