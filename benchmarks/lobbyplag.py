"""Was the amendment copied from the lobby's proposal? The unfitted score, the Commission's text as record; then the
same fitted, and peers in the same run.

Two intervals are given for the lead over a peer: pairs drawn anew, and whole lobby documents drawn anew. The second is
the stricter question (would it hold for other lobbies?) but there are few documents, and half of the pairs are of one.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import hanse
from benchmarks import peers
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap, timed
from hanse.tracing.board import Uptake

Pairs = list[dict[str, Any]]


def run() -> Result:
    pairs = rows("lobbyplag", "gold_pairs*.jsonl")
    hanse.uptake("Cities shall be heard.", "Cities shall be heard.", record=["Cities may be heard."])  # compiles
    found, seconds = timed(lambda: taken_up(pairs))
    copied, ours = labels(pairs), np.array([each.score for each in found])
    others, crashed = measured_peers(pairs)
    fitted = head_scores(pairs, found)
    documents = [pair["doc_id"] for pair in pairs]
    aucs = {name: round(auc(copied, scores), 4) for name, scores in others.items()}
    return Result(
        "LobbyPlag pairs",
        (
            Figure(
                "ROC AUC, unfitted",
                auc(copied, ours),
                interval=bootstrap(lambda k: auc(copied[k], ours[k]), len(pairs)),
                peer=", ".join(f"{name} {value:.3f}" for name, value in aucs.items()),
                published="LobbyPlag's own score .77, text-pair .75, text-matcher .59, passim .57",
            ),
            ahead("ahead of joint-edit Jaccard", copied, ours, others["joint-edit Jaccard"], goal=0.02),
            ahead(
                "the same, whole lobby documents drawn", copied, ours, others["joint-edit Jaccard"], groups=documents
            ),
            Figure(
                "ROC AUC, fitted" + (", each lobby document left out in turn" if same() else ""),
                auc(copied, fitted),
                interval=bootstrap(lambda k: auc(copied[k], fitted[k]), len(pairs)),
                goal=float(np.floor(1e4 * auc(copied, ours)) / 1e4),
            ),
            Figure("time a pair", 1000 * seconds / len(pairs), "ms", better="lower"),
        ),
        rows=len(pairs),
        notes=(f"text-matcher crashed on {crashed} of {len(pairs)} pairs, which count as 0",),
        details={
            "auc": {"uptake": round(auc(copied, ours), 4), "fitted": round(auc(copied, fitted), 4), **aucs},
            "text-matcher crashed": crashed,
            "lobby documents": len(set(documents)),
            "pairs of the largest document": max(map(documents.count, set(documents))),
        },
    )


def ahead(
    name: str,
    copied: np.ndarray,
    ours: np.ndarray,
    peer: np.ndarray,
    goal: float | None = None,
    groups: list[str] | None = None,
) -> Figure:
    """How much larger our ROC AUC is than a peer's on the same pairs; the interval draws pairs, or whole groups."""

    def lead(k: np.ndarray) -> float:
        return auc(copied[k], ours[k]) - auc(copied[k], peer[k])

    whole = np.arange(len(copied))
    return Figure(name, lead(whole), goal=goal, interval=bootstrap(lead, len(copied), groups=groups))


def taken_up(pairs: Pairs) -> list[Uptake]:
    return [hanse.uptake(pair["proposal"], pair["new"], record=[pair["old"]]) for pair in pairs]


def labels(pairs: Pairs) -> np.ndarray:
    return np.array([pair["label"] != "rejected" for pair in pairs])


def auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """ROC AUC; not a number where only one label was drawn."""
    return float(roc_auc_score(labels, scores)) if 0 < labels.sum() < len(labels) else float("nan")


def measured_peers(pairs: Pairs) -> tuple[dict[str, np.ndarray], int]:
    """The peers' scores, and on how many pairs text-matcher crashed."""
    matcher = [peers.text_matcher(pair["proposal"], pair["new"]) for pair in pairs]
    scores = {
        "joint-edit Jaccard": [peers.joint_edit(pair["old"], pair["proposal"], pair["new"]) for pair in pairs],
        "trigram containment": [peers.trigram_containment(pair["proposal"], pair["new"]) for pair in pairs],
        "MinHash": [peers.minhash(pair["proposal"], pair["new"]) for pair in pairs],
        "text-matcher": [0.0 if score is None else score for score in matcher],
    }
    return {name: np.array(values) for name, values in scores.items()}, sum(score is None for score in matcher)


def head_scores(pairs: Pairs, found: list[Uptake]) -> np.ndarray:
    """Log-odds of a small head: fitted on the folder to train on, or, where that is the one to score,
    on all lobby documents but the pair's own."""
    columns, copied = inputs(found), labels(pairs)
    if not same():
        others = rows("lobbyplag", "gold_pairs*.jsonl", train=True)
        return fitted(inputs(taken_up(others)), labels(others)).decision_function(columns)
    documents = np.array([pair["doc_id"] for pair in pairs])
    scores = np.zeros(len(pairs))
    for document in sorted(set(documents)):
        left_out = documents == document
        scores[left_out] = fitted(columns[~left_out], copied[~left_out]).decision_function(columns[left_out])
    return scores


def fitted(columns: np.ndarray, copied: np.ndarray) -> Any:
    return make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced")).fit(columns, copied)


def inputs(found: list[Uptake]) -> np.ndarray:
    """Per pair the log-odds of the score, and nothing else.

    Fitted on one half of the lobby documents, every further feature makes the other half worse: beside the score there
    is nothing left that some tens of rejected pairs could teach. So the head tells how likely a score means a copy.
    """
    scores = np.array([[each.score] for each in found])
    return np.log((scores + 0.02) / (1.02 - scores))
