"""How well do the features of citing passages tell other labels? Linear heads added up, fitted for a figure only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler, normalize
from sklearn.svm import LinearSVC

from hanse.citing import function
from hanse.citing.cues import words
from hanse.citing.stance_model import model, read
from hanse.text.document import Span

FOLDS = 10
SMALL = {"chances": 0.15, "meaning": 0.03}
"""What a standard deviation of a number counts, beside rows of length 1."""
INNER = 5
"""Folds within the training part, by which the classes' offsets are chosen."""
Case = tuple[str, Span | None]
"""A passage and where the citation stands that is judged."""


@dataclass(frozen=True)
class Read:
    """A passage as the heads read it: words with citations covered, features of stance, and the numbers of the words
    where the sentence and the clause of the citation begin and end, and of the citation; the vector of its meaning; and
    what the models of stance and function that ship make of it, as logarithms."""

    forms: tuple[str, ...]
    signs: dict[str, float]
    sentence: Span
    clause: Span
    at: int
    meaning: np.ndarray
    chances: tuple[float, ...]


def readings(cases: Sequence[Case]) -> list[Read]:
    """Each passage as the heads read it."""
    found = []
    for text, target in cases:
        reading = read(text, None, "en", target)
        passage = reading.passage
        within = words(passage)
        sentence, clause = (
            (within.after(start), within.after(end)) for start, end in (passage.sentence, passage.clause)
        )
        at = within.after(passage.target[0]) if passage.target else -1
        shipped = np.concatenate([model().chances(reading), function.chances_of(text, None, reading.vector)])
        told = tuple(np.log(shipped + 1e-9))
        found.append(Read(within.forms, dict(reading.counted), sentence, clause, at, reading.vector, told))
    return found


def _runs(forms: Sequence[str], longest: int = 3) -> list[str]:
    return [" ".join(forms[k : k + n]) for n in range(1, longest + 1) for k in range(len(forms) - n + 1)]


def _by_clause(case: Read) -> list[str]:
    """Words and pairs in the clause of the citation, before and after it in its sentence, marked as such."""
    (start, end), (first, last) = case.sentence, case.clause
    parts = {"in": case.forms[first:last], "pre": case.forms[start:first], "post": case.forms[last:end]}
    return [f"{name} {run}" for name, forms in parts.items() for run in _runs(forms, 2)]


def _beside(case: Read) -> list[str]:
    """Words up to seven before and after the citation."""
    return [
        f"{'before' if k < case.at else 'after'} {case.forms[k]}"
        for k in range(max(0, case.at - 7), min(len(case.forms), case.at + 8))
        if case.at >= 0 and k != case.at
    ]


VIEWS: dict[str, Callable[[Read], Any]] = {
    "words": lambda case: _runs(case.forms),
    "letters": lambda case: " ".join(case.forms),
    "signs": lambda case: case.signs,
    "clause": _by_clause,
    "beside": _beside,
    "meaning": lambda case: case.meaning,
    "chances": lambda case: case.chances,
}
MEMBERS: dict[str, tuple[str, ...]] = {
    "words, letters, signs": ("words", "letters", "signs"),
    "words, clause, signs": ("words", "clause", "signs"),
    "all": ("words", "letters", "signs", "beside", "clause", "chances"),
    "words by ratio": ("words", "clause", "signs"),
    "meaning": ("meaning", "signs", "chances"),
}
"""What is added up, and the views that each member has."""


class Head:
    """Support vector machines over several views of a passage, added up; offsets of the classes are chosen in folds of
    the training part for the best macro-F1."""

    def __init__(self, *, offset: bool = True) -> None:
        self._members = [Member(views, ratio="ratio" in name) for name, views in MEMBERS.items()]
        self._choose = offset

    def fit(self, cases: Sequence[Read], gold: np.ndarray, groups: Sequence[Any] | None = None) -> Head:
        self._offsets = np.zeros(len(np.unique(gold)))
        if self._choose:
            told = np.zeros((len(gold), len(self._offsets)))
            split = StratifiedGroupKFold(INNER, shuffle=True, random_state=1)
            for train, test in split.split(told, gold, groups=list(groups or range(len(gold)))):
                self._fit([cases[k] for k in train], gold[train])
                told[test] = self.sums([cases[k] for k in test])
            self._offsets = offsets(told, gold)
        return self._fit(cases, gold)

    def _fit(self, cases: Sequence[Read], gold: np.ndarray) -> Head:
        for member in self._members:
            member.fit(cases, gold)
        return self

    def sums(self, cases: Sequence[Read]) -> np.ndarray:
        """What speaks for each class, a row for each passage."""
        return np.asarray(sum(member.sums(cases) for member in self._members) / len(self._members))

    def predict(self, cases: Sequence[Read]) -> np.ndarray:
        return np.asarray((self.sums(cases) + self._offsets).argmax(axis=1))


class Member:
    """One support vector machine for each class; ``ratio`` weighs what is met by its log-ratio between the class and
    the rest (Wang & Manning 2012)."""

    def __init__(self, views: Sequence[str], *, ratio: bool) -> None:
        self._views, self._ratio = views, ratio

    def fit(self, cases: Sequence[Read], gold: np.ndarray) -> None:
        self._readers = {view: _reader(view) for view in self._views}
        rows = self._rows(cases, fit=True)
        self._weighed, self._heads = [], []
        for k in range(int(gold.max()) + 1):
            own, rest = (np.asarray((rows > 0).T @ side).ravel() + 1.0 for side in (gold == k, gold != k))
            self._weighed.append(np.log((own / own.sum()) / (rest / rest.sum())) if self._ratio else np.ones(len(own)))
            head = LinearSVC(C=1.0 if self._ratio else 0.2, class_weight="balanced", random_state=0)
            self._heads.append(head.fit(self._of(rows, k), gold == k))
        self._scale = float(np.std(self._told(rows)))

    def sums(self, cases: Sequence[Read]) -> np.ndarray:
        return self._told(self._rows(cases)) / self._scale

    def _told(self, rows: csr_matrix) -> np.ndarray:
        return np.stack([head.decision_function(self._of(rows, k)) for k, head in enumerate(self._heads)], axis=1)

    def _of(self, rows: csr_matrix, k: int) -> csr_matrix:
        return normalize((rows > 0).multiply(self._weighed[k]).tocsr()) if self._ratio else rows

    def _rows(self, cases: Sequence[Read], *, fit: bool = False) -> csr_matrix:
        made = []
        for view, reader in self._readers.items():
            given = [VIEWS[view](case) for case in cases]
            rows = reader.fit_transform(given) if fit else reader.transform(given)
            made.append(normalize(rows) if view == "signs" else rows)
        return hstack(made).tocsr()


def _reader(view: str) -> Any:
    if view == "signs":
        return DictVectorizer()
    if view in SMALL:
        return make_pipeline(StandardScaler(), FunctionTransformer(_scaled, kw_args={"by": SMALL[view]}))
    if view == "letters":
        return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=3)
    return TfidfVectorizer(analyzer=_same, sublinear_tf=True, min_df=2)


def _scaled(rows: np.ndarray, by: float) -> csr_matrix:
    return csr_matrix(by * rows)


def _same(runs: list[str]) -> list[str]:
    return runs


def offsets(sums: np.ndarray, gold: np.ndarray) -> np.ndarray:
    """What is added to each class's sums for the best macro-F1, one class after the other, twice."""
    chosen = np.zeros(sums.shape[1])
    best = f1_score(gold, sums.argmax(axis=1), average="macro")
    for k in [*range(len(chosen))] * 2:
        for step in np.linspace(-1, 1, 21):
            tried = chosen.copy()
            tried[k] = step
            reached = f1_score(gold, (sums + tried).argmax(axis=1), average="macro")
            if reached > best + 1e-9:
                best, chosen = reached, tried
    return chosen


def folded(cases: Sequence[Read], gold: np.ndarray, groups: Sequence[Any]) -> np.ndarray:
    """Labels by heads fitted on the other folds, whole groups apart; a fold's offsets are chosen on what was found for
    the other folds."""
    sums = np.zeros((len(gold), len(np.unique(gold))))
    split = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    tests = []
    for train, test in split.split(sums, gold, groups=list(groups)):
        sums[test] = Head(offset=False).fit([cases[k] for k in train], gold[train]).sums([cases[k] for k in test])
        tests.append(test)
    found = gold.copy()
    for test in tests:
        rest = np.setdiff1d(np.arange(len(gold)), test)
        found[test] = (sums[test] + offsets(sums[rest], gold[rest])).argmax(axis=1)
    return found
