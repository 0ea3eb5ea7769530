"""Does the function read from a citing passage agree with the intent that people saw in it?

The model that ships is scored as it is: it is fitted on the training part only.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

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
        notes=(
            "confidence against being right: " + calibration(np.array([sure for _, sure in read]), gold == found),
            "right by how far those who labelled agreed: " + _by_agreement(scored, gold == found),
        ),
        tables=(confusion(gold, found, FUNCTIONS),),
    )


def _by_agreement(scored: Sequence[dict[str, Any]], right: np.ndarray) -> str:
    """How many are right where the labels' makers were little, rather or wholly agreed, or it is not documented."""
    told = np.array([row.get("label_confidence") or np.nan for row in scored])
    parts = {
        "up to .7": told <= 0.7,
        "up to .99": (told > 0.7) & (told <= 0.99),
        "all": told > 0.99,
        "-": np.isnan(told),
    }
    return ", ".join(f"{name} {right[part].mean():.2f} ({part.sum()})" for name, part in parts.items() if part.any())
