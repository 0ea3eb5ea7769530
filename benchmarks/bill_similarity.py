"""How alike are two sections of bills, on five levels? A head on `hanse.likeness`'s features."""

from __future__ import annotations

from typing import Any

import numpy as np
from datasketch import MinHash
from sklearn.ensemble import ExtraTreesClassifier, VotingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import hanse
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.heads import connected, features, told
from hanse.text.tokens import tokens

SET = ("bill_similarity", "*.jsonl")
LEVELS = (0, 1, 2, 3, 4)
PERMUTATIONS = 128


def run() -> Result:
    pairs = rows(*SET)
    gold = _gold(pairs)
    train = None if same() else rows(*SET, train=True)
    groups = connected((_section(pair, "a"), _section(pair, "b")) for pair in pairs)

    def by(model: Any, matrix: Any) -> np.ndarray:
        fitted = None if train is None else (matrix(train), _gold(train))
        return told(model, fitted, matrix(pairs), gold, groups)

    ours = by(head(), lambda each: features(map(_texts, each)))
    cosine = by(LogisticRegression(C=100), lambda each: _cosine(each, train or pairs))
    minhash = by(LogisticRegression(C=100), _minhash)
    shipped = np.array([hanse.likeness(*_texts(pair)).level for pair in pairs])
    how = "fitted on the other half" if train else "10-fold, whole sections apart"
    peers = {"tf-idf cosine": cosine, "MinHash": minhash}
    return Result(
        "Bill similarity, five levels",
        (
            Figure(
                f"accuracy, head on the features, {how}",
                float(accuracy_score(gold, ours)),
                goal=0.905,
                interval=bootstrap(lambda k: float((gold[k] == ours[k]).mean()), len(pairs), groups=groups),
                peer=", ".join(f"{name} {accuracy_score(gold, found):.3f}" for name, found in peers.items()),
                published="RoBERTa .889, lexical .880",
            ),
            Figure(
                "macro-F1, the same",
                f1(gold, ours),
                goal=0.83,
                interval=bootstrap(lambda k: f1(gold[k], ours[k]), len(pairs), groups=groups),
                peer=", ".join(f"{name} {f1(gold, found):.3f}" for name, found in peers.items()),
                published="RoBERTa .799, lexical .775",
            ),
            Figure(
                "accuracy of the level that ships, fitted on none of it",
                float(accuracy_score(gold, shipped)),
                interval=bootstrap(lambda k: float((gold[k] == shipped[k]).mean()), len(pairs), groups=groups),
            ),
            Figure(
                "macro-F1 of the level that ships",
                f1(gold, shipped),
                interval=bootstrap(lambda k: f1(gold[k], shipped[k]), len(pairs), groups=groups),
            ),
        ),
        rows=len(pairs),
        details={"gold x told": [[int(((gold == i) & (ours == j)).sum()) for j in LEVELS] for i in LEVELS]},
    )


def head() -> VotingClassifier:
    """Trees and a linear model, whose probabilities are averaged; every level weighs the same."""
    trees = ExtraTreesClassifier(
        300, min_samples_leaf=2, max_features=0.5, class_weight="balanced", random_state=0, n_jobs=1
    )
    line = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000, class_weight="balanced"))
    return VotingClassifier([("trees", trees), ("line", line)], voting="soft")


def _gold(pairs: list[dict[str, Any]]) -> np.ndarray:
    return np.array([int(pair["label"]) for pair in pairs])


def _section(pair: dict[str, Any], side: str) -> str:
    """The same words under two ids are one section."""
    return str(pair[f"sec_{side}_text"])


def _texts(pair: dict[str, Any]) -> tuple[str, str]:
    return pair["sec_a_text"], pair["sec_b_text"]


def _cosine(pairs: list[dict[str, Any]], known: list[dict[str, Any]]) -> np.ndarray:
    bag = TfidfVectorizer(sublinear_tf=True).fit([text for pair in known for text in _texts(pair)])
    first, second = (bag.transform([_texts(pair)[k] for pair in pairs]) for k in (0, 1))
    return np.asarray(first.multiply(second).sum(axis=1)).reshape(-1, 1)


def _minhash(pairs: list[dict[str, Any]]) -> np.ndarray:
    """Estimated Jaccard of the words' trigrams."""
    return np.array([[_sketch(a).jaccard(_sketch(b))] for a, b in map(_texts, pairs)])


def _sketch(text: str) -> MinHash:
    sketch, forms = MinHash(PERMUTATIONS), [token.form for token in tokens(text, "en")]
    sketch.update_batch([" ".join(forms[i : i + 3]).encode() for i in range(len(forms) - 2)])
    return sketch


def f1(gold: np.ndarray, found: np.ndarray) -> float:
    return float(f1_score(gold, found, labels=LEVELS, average="macro", zero_division=0))
