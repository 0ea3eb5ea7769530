"""Fits the two models of citing that ship: ``python -m benchmarks.fit_citing stance function``.

Stance is fitted on the passages in ``stance.passages.tsv``, all invented; its confidences are set on
``benchmarks/stance_dev.tsv``, which nothing else is fitted on. Function is fitted on the training part of SciCite.
"""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np

from benchmarks.data import rows
from benchmarks.stance_parts import development
from hanse.citing import function, function_model
from hanse.citing.stance_model import STANCES, StanceModel, fit, read, save, shipped

PENALTY, COOLING = 5e-5, 1.5
"""Of the model of function, by cross-validation on the training part."""


def stance() -> None:
    made = fit(shipped())
    save(replace(made, cooling=_cooling(made)))


def _cooling(made: StanceModel) -> float:
    """What the sums are divided by so that the likelihood of the passages for development is greatest."""
    held = development()
    counted = [read(each.text, each.section, each.language, each.target)[2] for each in held]
    gold = np.array([STANCES.index(each.stance) for each in held])

    def loss(cooling: float) -> float:
        chances = np.array([replace(made, cooling=cooling).chances(each) for each in counted])
        return -float(np.log(chances[np.arange(len(gold)), gold] + 1e-12).mean())

    return min((round(0.8 + 0.1 * k, 1) for k in range(30)), key=loss)


def intent() -> None:
    train = [row for row in rows("scicite", "*.jsonl", train=True) if row.get("part") == "train"]
    gold = np.array([function.FUNCTIONS.index(row["label"]) for row in train])
    cases = [(row["text"], row.get("section")) for row in train]
    function_model.save(
        function_model.fit(cases, gold, function.FUNCTIONS, penalty=PENALTY, cooling=COOLING), function.FILE
    )


def main() -> int:
    steps = {"stance": stance, "function": intent}
    if not sys.argv[1:] or set(sys.argv[1:]) - set(steps):
        print("name what to fit: stance, function or both", file=sys.stderr)
        return 2
    for name in sys.argv[1:]:
        steps[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
