"""Fits the linear models of citing that ship: ``scripts/make-stance-model [stance] [function] [CORRECTIONS.tsv ...]``.

Stance is fitted on the invented passages in ``stance.passages.tsv``, and on what people corrected in a workspace
(``python -m hanse.workspace citations_corrections > CORRECTIONS.tsv``). Function is fitted on the training part of
SciCite (Cohan et al. 2019, openly licensed). Only weights are written.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.data import rows
from hanse.citing import function, function_model
from hanse.citing.stance_model import corrected, fit, save, shipped

PENALTY, COOLING = 5e-5, 1.5
"""Of the model of function, by cross-validation on the training part."""


def stance(tables: Sequence[Path]) -> None:
    save(fit((*shipped(), *(each for table in tables for each in corrected(table)))))


def intent(_tables: Sequence[Path]) -> None:
    train = [row for row in rows("scicite", "*.jsonl", train=True) if row.get("part") == "train"]
    gold = np.array([function.FUNCTIONS.index(row["label"]) for row in train])
    cases = [(row["text"], row.get("section")) for row in train]
    function_model.save(
        function_model.fit(cases, gold, function.FUNCTIONS, penalty=PENALTY, cooling=COOLING), function.FILE
    )


def main() -> int:
    steps = {"stance": stance, "function": intent}
    named = [each for each in sys.argv[1:] if not each.endswith(".tsv")]
    tables = [Path(each) for each in sys.argv[1:] if each.endswith(".tsv")]
    if set(named) - set(steps):
        print("name what to fit: stance, function or both, and tables of corrections", file=sys.stderr)
        return 2
    for name in named or steps:
        steps[name](tables)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
