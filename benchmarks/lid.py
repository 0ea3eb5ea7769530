"""Is shared text substance or boilerplate? Legislative Influence Detector's labels, the alignment's score as peer."""

from __future__ import annotations

import numpy as np

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.lobbyplag import ahead, auc


def run() -> Result:
    pairs = rows("lid", "alignments*.jsonl")
    substance = np.array([pair["label"] == 1 for pair in pairs])
    ours = np.array([hanse.uptake(words(pair["left"]), words(pair["right"])).substantive for pair in pairs])
    given = np.array([pair["score"] for pair in pairs])
    told = (ours >= 0.5) == substance
    return Result(
        "LID alignments",
        (
            Figure(
                "ROC AUC of substantive",
                auc(substance, ours),
                interval=bootstrap(lambda k: auc(substance[k], ours[k]), len(pairs)),
                peer=f"alignment score as given {auc(substance, given):.3f}",
                published="0.90 (Burgess et al. 2016)",
            ),
            ahead("ahead of the given score", substance, ours, given, goal=0.03),
            Figure(
                "told apart at one half", float(told.mean()), interval=bootstrap(lambda k: told[k].mean(), len(pairs))
            ),
        ),
        rows=len(pairs),
        details={"substantive": int(substance.sum()), "boilerplate": int((~substance).sum())},
    )


def words(aligned: str) -> str:
    """The text of an aligned side: its gaps taken out."""
    return " ".join(word for word in aligned.split() if word != "-")
