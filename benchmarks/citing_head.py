"""How well do the features of citing passages tell other labels? A linear head, fitted for a figure only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from hanse.citing.cues import words
from hanse.citing.stance_model import read
from hanse.text.document import Span

FOLDS = 10
Case = tuple[str, Span | None]
"""A passage and where the citation stands that is judged."""


class Head:
    """A linear support vector machine over words, letters, words around the citation, and the features of stance."""

    def __init__(self, cost: float = 0.2, signs: float = 1.0) -> None:
        self._cost, self._worth = cost, signs
        self._words = TfidfVectorizer(analyzer=_runs, sublinear_tf=True, min_df=2)
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=3)
        self._signs = DictVectorizer()

    def fit(self, cases: Sequence[Read], gold: np.ndarray) -> Head:
        rows = self._joined(cases, fit=True)
        self._head = LinearSVC(C=self._cost, class_weight="balanced", random_state=0).fit(rows, gold)
        return self

    def predict(self, cases: Sequence[Read]) -> np.ndarray:
        return np.asarray(self._head.predict(self._joined(cases)))

    def _joined(self, cases: Sequence[Read], *, fit: bool = False) -> csr_matrix:
        made = []
        for place, vectorizer in enumerate((self._words, self._letters, self._signs)):
            given = [case[place] for case in cases]
            made.append(vectorizer.fit_transform(given) if fit else vectorizer.transform(given))
        return hstack([made[0], made[1], self._worth * normalize(made[2])]).tocsr()


Read = tuple[list[str], str, dict[str, float]]


def readings(cases: Sequence[Case]) -> list[Read]:
    """Of each passage its words with citations covered, the same as a text, and its features."""
    found = []
    for text, target in cases:
        passage, _, counted = read(text, None, "en", target)
        forms = list(words(passage).forms)
        found.append((forms, " ".join(forms), dict(counted)))
    return found


def _runs(forms: list[str]) -> list[str]:
    return [" ".join(forms[k : k + n]) for n in (1, 2, 3) for k in range(len(forms) - n + 1)]


def folded(cases: Sequence[Read], gold: np.ndarray, groups: Sequence[Any], **options: float) -> np.ndarray:
    """Labels by heads fitted on the other folds, whole groups apart."""
    found = gold.copy()
    split = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in split.split(np.zeros(len(gold)), gold, groups=list(groups)):
        head = Head(**options).fit([cases[k] for k in train], gold[train])
        found[test] = head.predict([cases[k] for k in test])
    return found
