"""Does the function read from a citing passage agree with the intent that people saw in it?

The model that ships is scored as it is: it is fitted on the training part only.
"""

from __future__ import annotations

import time

import numpy as np

from benchmarks.citing_stance import calibration, confusion, f1, macro
from benchmarks.data import rows
from benchmarks.figures import Figure, Result, bootstrap
from hanse.citing.function import FUNCTIONS, function


def run() -> Result:
    scored = [row for row in rows("scicite", "*.jsonl") if row.get("part") != "train"]
    gold = np.array([FUNCTIONS.index(row["label"]) for row in scored])
    began = time.process_time()
    read = [function(row["text"], row.get("section")) for row in scored]
    seconds = time.process_time() - began
    found = np.array([FUNCTIONS.index(label) for label, _ in read])
    return Result(
        "SciCite",
        (
            Figure(
                "macro-F1 of three",
                macro(gold, found),
                goal=0.855,
                interval=bootstrap(lambda k: macro(gold[k], found[k]), len(gold)),
                peer="tf-idf of words, letters and section .834",
                published="84.0 (Cohan et al. 2019); SciBERT 86.3",
            ),
            *(Figure(f"F1 of {name}", f1(gold, found, k)) for k, name in enumerate(FUNCTIONS)),
            Figure("passages a second, one core", round(len(scored) / seconds)),
        ),
        rows=len(scored),
        notes=("confidence against being right: " + calibration(np.array([sure for _, sure in read]), gold == found),),
        tables=(confusion(gold, found, FUNCTIONS),),
    )
