"""Is one sentence of the news a paraphrase of the other? Microsoft's paraphrase corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import hanse
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.heads import FOLDS, connected, features, told

SET = "mrpc_panpara"
OF_LONG_TEXTS = ("blocks", "rare_")
"""Features that say nothing new of a pair of single sentences, and would make a linear head waver."""


def run() -> Result:
    head = make_pipeline(StandardScaler(), LogisticRegression(max_iter=3000))
    names = [name for name in hanse.likeness("", "").features if not name.startswith(OF_LONG_TEXTS)]
    return measured("MRPC", "mrpc*.jsonl", head, names, goal=0.78, published="lexical, eight MT metrics .774")


def measured(
    task: str,
    files: str,
    head: Any,
    names: Sequence[str] = (),
    *,
    goal: float,
    published: str,
    folds: int = FOLDS,
) -> Result:
    """A head on the named features of likeness, or on all; beside it one on the tf-idf cosine, and the usual label."""
    pairs = rows(SET, files)
    gold, groups = _gold(pairs), connected(map(_texts, pairs))
    train = None if same() else rows(SET, files, train=True)

    def by(model: Any, matrix: Any) -> np.ndarray:
        fitted = None if train is None else (matrix(train), _gold(train))
        return told(model, fitted, matrix(pairs), gold, groups, folds)

    ours = by(head, lambda each: features(map(_texts, each), names))
    cosine = by(LogisticRegression(C=100), lambda each: _cosine(each, train or pairs))
    most = by(DummyClassifier(), lambda each: np.zeros((len(each), 1)))
    how = "fitted on the other half" if train else f"{folds}-fold, whole texts apart"
    return Result(
        task,
        (
            Figure(
                f"accuracy, head on the features, {how}",
                float((gold == ours).mean()),
                goal=goal,
                interval=bootstrap(lambda k: float((gold[k] == ours[k]).mean()), len(pairs)),
                peer=f"tf-idf cosine {(gold == cosine).mean():.3f}, most frequent {(gold == most).mean():.3f}",
                published=published,
            ),
            Figure(
                "F1 of paraphrase, the same",
                float(f1_score(gold, ours)),
                interval=bootstrap(lambda k: float(f1_score(gold[k], ours[k])), len(pairs)),
                peer=f"tf-idf cosine {f1_score(gold, cosine):.3f}, most frequent {f1_score(gold, most):.3f}",
            ),
        ),
        rows=len(pairs),
    )


def _gold(pairs: list[dict[str, Any]]) -> np.ndarray:
    return np.array([int(pair["label"]) for pair in pairs])


def _texts(pair: dict[str, Any]) -> tuple[str, str]:
    return pair["s1"], pair["s2"]


def _cosine(pairs: list[dict[str, Any]], known: list[dict[str, Any]]) -> np.ndarray:
    bag = TfidfVectorizer(sublinear_tf=True).fit([text for pair in known for text in _texts(pair)])
    first, second = (bag.transform([_texts(pair)[k] for pair in pairs]) for k in (0, 1))
    return np.asarray(first.multiply(second).sum(axis=1)).reshape(-1, 1)
