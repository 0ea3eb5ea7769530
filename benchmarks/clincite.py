"""Is a citation of a clinical study positive, negative or neutral toward it? The nearest public labels to stance.

No licence is stated: a head is fitted here, for this figure only, and nothing that ships is fitted on these passages.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.citing_head import FOLDS, Case, Head, folded, readings
from benchmarks.citing_stance import confusion, f1, macro
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap

LABELS = ("positive", "negative", "neutral")


def run() -> Result:
    scored = rows("clincite", "*.jsonl")
    gold, articles = labels(scored), [row["article"] for row in scored]
    if same():
        found = folded(readings(cases(scored)), gold, articles)
        how = f"whole articles left out, {FOLDS} folds"
    else:
        train = rows("clincite", "*.jsonl", train=True)
        known = set(articles)
        train = [row for row in train if row["article"] not in known]
        head = Head().fit(readings(cases(train)), labels(train), [row["article"] for row in train])
        found = head.predict(readings(cases(scored)))
        how = "the head is fitted on HANSE_TRAIN and scored on HANSE_DATA; an article that is in both is not fitted on"
    return Result(
        "ClinCite",
        (
            Figure(
                "macro-F1 of three",
                macro(gold, found),
                goal=0.73,
                interval=bootstrap(lambda k: macro(gold[k], found[k]), len(gold), rounds=300, groups=articles),
                peer="linear model with four cue features .647",
                published="72.1 (Kilicoglu et al. 2019, on the test articles)",
            ),
            *(
                Figure(f"F1 of {name}", f1(gold, found, k), goal=0.6 if name == "negative" else None)
                for k, name in enumerate(LABELS)
            ),
        ),
        rows=len(scored),
        notes=(how, "for this figure only, nothing that ships is fitted on it"),
        tables=(confusion(gold, found, LABELS),),
    )


def labels(found: list[dict[str, Any]]) -> np.ndarray:
    """The number of each row's label."""
    return np.array([LABELS.index(row["label"]) for row in found])


def cases(found: list[dict[str, Any]]) -> list[Case]:
    """Each passage with the place of its marker."""
    made: list[Case] = []
    for row in found:
        start = row["text"].find(row["marker"])
        made.append((row["text"], (start, start + len(row["marker"])) if row["marker"] and start >= 0 else None))
    return made
