"""Is shared text substance or boilerplate? Legislative Influence Detector's labels, the alignment's score as peer."""

from __future__ import annotations

import numpy as np

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.lobbyplag import auc


def run() -> Result:
    pairs = rows("lid", "alignments*.jsonl")
    substance = np.array([pair["label"] == 1 for pair in pairs])
    ours = np.array([hanse.uptake(words(pair["left"]), words(pair["right"])).substantive for pair in pairs])
    given = np.array([pair["score"] for pair in pairs])

    def ahead(k: np.ndarray) -> float:
        return auc(substance[k], ours[k]) - auc(substance[k], given[k])

    everything = np.arange(len(pairs))
    return Result(
        "LID alignments",
        (
            Figure(
                "ROC AUC of substantive",
                auc(substance, ours),
                interval=bootstrap(lambda k: auc(substance[k], ours[k]), len(pairs)),
                peer=f"alignment score as given {auc(substance, given):.3f} in this run, 0.90 published elsewhere",
            ),
            Figure("ahead of the given score", ahead(everything), interval=bootstrap(ahead, len(pairs))),
        ),
        rows=len(pairs),
        details={"substantive": int(substance.sum()), "boilerplate": int((~substance).sum())},
    )


def words(aligned: str) -> str:
    """The text of an aligned side: its gaps taken out."""
    return " ".join(word for word in aligned.split() if word != "-")
