"""Was the amendment copied from the lobby's proposal? The unfitted score, the Commission's text as record."""

from __future__ import annotations

import difflib

import numpy as np
from sklearn.metrics import roc_auc_score

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, Result, bootstrap
from hanse.text.tokens import tokens


def run() -> Result:
    pairs = rows("lobbyplag", "gold_pairs*.jsonl")
    copied = np.array([pair["label"] != "rejected" for pair in pairs])
    ours = np.array([hanse.uptake(pair["proposal"], pair["new"], record=[pair["old"]]).score for pair in pairs])
    peer = np.array([joint_edit(pair["old"], pair["proposal"], pair["new"]) for pair in pairs])
    groups = [pair["doc_id"] for pair in pairs]

    def ahead(k: np.ndarray) -> float:
        return auc(copied[k], ours[k]) - auc(copied[k], peer[k])

    everything = np.arange(len(pairs))
    return Result(
        "LobbyPlag pairs",
        (
            Figure(
                "ROC AUC",
                auc(copied, ours),
                interval=bootstrap(lambda k: auc(copied[k], ours[k]), len(pairs), groups=groups),
                peer=f"joint-edit Jaccard {auc(copied, peer):.3f} in this run",
            ),
            Figure(
                "ahead of joint-edit Jaccard",
                ahead(everything),
                goal=0.02,
                interval=bootstrap(ahead, len(pairs), groups=groups),
            ),
        ),
        rows=len(pairs),
    )


def auc(labels: np.ndarray, scores: np.ndarray) -> float:
    """ROC AUC; not a number where only one label was drawn."""
    return float(roc_auc_score(labels, scores)) if 0 < labels.sum() < len(labels) else float("nan")


def joint_edit(old: str, ask: str, new: str) -> float:
    """The peer: Jaccard of the word 1- to 3-grams that two revisions insert and delete."""
    mine, theirs = _edits(old, ask), _edits(old, new)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0


def _edits(old: str, new: str) -> set[tuple[str, tuple[str, ...]]]:
    before, after = ([token.form for token in tokens(text, "en")] for text in (old, new))
    found = set()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for n in (1, 2, 3):
            found |= {("deleted", tuple(before[i : i + n])) for i in range(a, b - n + 1)}
            found |= {("inserted", tuple(after[i : i + n])) for i in range(c, d - n + 1)}
    return found
