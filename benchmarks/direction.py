"""Does an amendment make data protection stronger or weaker? A linear head on `hanse.direction`'s features."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import hanse
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap

LABELS = ("stronger", "neutral", "weaker")
FOLDS = 10
ALIKE = 80
"""Amendments whose old text begins with the same characters amend the same article, and stay in one fold."""


def run() -> Result:
    pairs = _pairs(train=False)
    gold = np.array([pair["label"] for pair in pairs])
    groups = [_article(pair) for pair in pairs]
    fitted = pairs if same() else _pairs(train=True)
    ours = _predicted(make_pipeline(StandardScaler(), _head()), _features(fitted), fitted, _features(pairs), pairs)
    bag = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=3, sublinear_tf=True), _head())
    words = _predicted(bag, _words(fitted), fitted, _words(pairs), pairs)
    most = _predicted(DummyClassifier(), _features(fitted), fitted, _features(pairs), pairs)
    rule = np.array([hanse.direction(pair["old"], pair["new"], language="en").label for pair in pairs])
    how = f"{FOLDS}-fold, whole articles apart" if same() else "fitted on the other half"
    return Result(
        "LobbyPlag direction",
        (
            Figure(
                f"macro-F1, head on the features, {how}",
                f1(gold, ours),
                interval=bootstrap(lambda k: f1(gold[k], ours[k]), len(pairs), groups=groups),
                peer=f"bag of words {f1(gold, words):.3f}, most frequent {f1(gold, most):.3f} in this run",
            ),
            Figure(
                "macro-F1 of the label itself, nothing fitted",
                f1(gold, rule),
                interval=bootstrap(lambda k: f1(gold[k], rule[k]), len(pairs), groups=groups),
            ),
            Figure(
                "ahead of a bag of words",
                f1(gold, ours) - f1(gold, words),
                interval=bootstrap(lambda k: f1(gold[k], ours[k]) - f1(gold[k], words[k]), len(pairs), groups=groups),
            ),
        ),
        rows=len(pairs),
        notes=("ties of the votes are left out",),
        details={"articles": len(set(groups)), "labels": {label: int((gold == label).sum()) for label in LABELS}},
    )


def _pairs(*, train: bool) -> list[dict[str, Any]]:
    return [pair for pair in rows("lobbyplag", "direction_votes*.jsonl", train=train) if pair["label"] in LABELS]


def _article(pair: dict[str, Any]) -> str:
    return str(pair["old"])[:ALIKE]


def _head() -> LogisticRegression:
    return LogisticRegression(max_iter=2000, class_weight="balanced")


def _features(pairs: list[dict[str, Any]]) -> np.ndarray:
    found = [hanse.direction(pair["old"], pair["new"], language="en").features for pair in pairs]
    names = sorted({name for each in found for name in each})
    return np.array([[each.get(name, 0.0) for name in names] for each in found])


def _words(pairs: list[dict[str, Any]]) -> np.ndarray:
    """What a bag of words sees: the inserted text, and the old words with a mark."""
    return np.array([f"{pair['new']} {' '.join(f'old_{word}' for word in pair['old'].split())}" for pair in pairs])


def _predicted(
    model: Any, fit_on: np.ndarray, fitted: list[dict[str, Any]], score_on: np.ndarray, pairs: list[dict[str, Any]]
) -> np.ndarray:
    """Labels of ``pairs``: cross-validated where the model is fitted on the same."""
    if fitted is not pairs:
        return np.asarray(model.fit(fit_on, [pair["label"] for pair in fitted]).predict(score_on))
    gold = np.array([pair["label"] for pair in pairs])
    found = gold.copy()
    for train, test in GroupKFold(FOLDS).split(score_on, gold, groups=[_article(pair) for pair in pairs]):
        found[test] = model.fit(fit_on[train], gold[train]).predict(score_on[test])
    return found


def f1(gold: np.ndarray, found: np.ndarray) -> float:
    return float(f1_score(gold, found, labels=LABELS, average="macro", zero_division=0))
