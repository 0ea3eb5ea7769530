"""Which of six functions has a citation in a paper of computational linguistics?

No licence is stated: a head is fitted here, for this figure only, and nothing that ships is fitted on these passages.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.citing_head import FOLDS, Head, folded, readings
from benchmarks.citing_stance import confusion, f1, macro
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap

LABELS = ("Background", "Uses", "CompareOrContrast", "Motivation", "Extends", "Future")


def run() -> Result:
    scored = rows("aclarc", "*.jsonl")
    gold, texts = labels(scored), [row["text"] for row in scored]
    if same():
        found = folded(readings([(text, None) for text in texts]), gold, texts)
        how = f"each part is scored by a head fitted on the others, no sentence in both, {FOLDS} folds"
    else:
        known = set(texts)
        train = [row for row in rows("aclarc", "*.jsonl", train=True) if row["text"] not in known]
        head = Head().fit(
            readings([(row["text"], None) for row in train]), labels(train), [row["text"] for row in train]
        )
        found = head.predict(readings([(text, None) for text in texts]))
        how = "the head is fitted on HANSE_TRAIN and scored on HANSE_DATA; a sentence that is in both is not fitted on"
    return Result(
        "ACL-ARC",
        (
            Figure(
                "macro-F1 of six",
                macro(gold, found),
                goal=0.70,
                interval=bootstrap(lambda k: macro(gold[k], found[k]), len(gold), rounds=300, groups=texts),
                peer="tf-idf .662",
                published="67.9 (Cohan et al. 2019, on a test of 139)",
            ),
            *_official(scored),
            *(Figure(f"F1 of {name}", f1(gold, found, k)) for k, name in enumerate(LABELS)),
        ),
        rows=len(scored),
        notes=(how, "for this figure only, nothing that ships is fitted on it"),
        tables=(confusion(gold, found, LABELS),),
    )


def _official(found: list[dict[str, Any]]) -> list[Figure]:
    """Fitted on the official training part and scored on the development part, which shares papers with it."""
    train, dev = ([row for row in found if row.get("part") == part] for part in ("train", "dev"))
    if not train or not dev:
        return []
    head = Head().fit(readings([(row["text"], None) for row in train]), labels(train), [row["text"] for row in train])
    gold, told = labels(dev), head.predict(readings([(row["text"], None) for row in dev]))
    interval = bootstrap(lambda k: macro(gold[k], told[k]), len(gold), rounds=300)
    return [
        Figure("macro-F1 on the official development part, which shares papers", macro(gold, told), interval=interval)
    ]


def labels(found: list[dict[str, Any]]) -> np.ndarray:
    """The number of each row's label."""
    return np.array([LABELS.index(row["label"]) for row in found])
