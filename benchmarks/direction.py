"""Does an amendment make data protection stronger or weaker? A head on `hanse.direction`'s features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

import hanse
from benchmarks.data import rows, same
from benchmarks.figures import Figure, Result, bootstrap

LABELS = ("stronger", "neutral", "weaker")
GOAL = 0.62
FOLDS = 10
ALIKE = 80
"""Amendments whose old text begins with the same characters amend the same article, and stay in one fold."""
LENGTHS: Mapping[str, float] = {"word": 1.0, "pair": 0.8, "kept": 0.8, "class": 0.3, "bearer": 0.15}
"""How long the vector of each family of features is for the linear half of the head; measures are left out there."""
GENERAL = frozenset(["measure", "class", "bearer"])
"""Families that say the same of any subject: what the trees, the other half, see."""
COST = 4.0
"""Inverse of the regularisation of the linear half."""
OFTEN = 15
"""Pairs that must have a feature before the trees use it."""

Pair = dict[str, Any]


def run() -> Result:
    pairs = _pairs(train=False)
    fitted = pairs if same() else _pairs(train=True)
    gold = np.array([pair["label"] for pair in pairs])
    groups = [article(pair) for pair in pairs]
    ours = predicted(Head, _features, fitted, pairs)
    edits = predicted(Bag, _edits, fitted, pairs)
    words = predicted(Bag, _words, fitted, pairs)
    rule = np.array([hanse.direction(pair["old"], pair["new"], language="en").label for pair in pairs])

    def interval(score: Callable[[np.ndarray], float]) -> tuple[float, float]:
        return bootstrap(score, len(pairs), groups=groups)

    how = f"{FOLDS}-fold, whole articles apart"
    return Result(
        "LobbyPlag direction",
        (
            Figure(
                f"macro-F1, head on the features, {how}",
                f1(gold, ours),
                goal=GOAL,
                interval=interval(lambda k: f1(gold[k], ours[k])),
                peer=f"tf-idf of the edits {f1(gold, edits):.3f}, bag of words {f1(gold, words):.3f}",
                published="tf-idf of the edits .59; one human against the others .67",
            ),
            Figure(
                "macro-F1 of the label itself, nothing fitted",
                f1(gold, rule),
                interval=interval(lambda k: f1(gold[k], rule[k])),
            ),
            Figure(
                "ahead of tf-idf of the edits",
                f1(gold, ours) - f1(gold, edits),
                interval=interval(lambda k: f1(gold[k], ours[k]) - f1(gold[k], edits[k])),
            ),
        ),
        rows=len(pairs),
        notes=("ties of the votes are left out",),
        details={"articles": len(set(groups)), "labels": {label: int((gold == label).sum()) for label in LABELS}},
    )


def _pairs(*, train: bool) -> list[Pair]:
    return [pair for pair in rows("lobbyplag", "direction_votes*.jsonl", train=train) if pair["label"] in LABELS]


def article(pair: Pair) -> str:
    """What tells amendments of one article; all new articles count as one."""
    return str(pair["old"])[:ALIKE]


class Model(Protocol):
    """What is fitted on descriptions of pairs and the votes on them, and tells the labels of others."""

    def fit(self, described: list[Any], votes: list[list[str]]) -> Model: ...

    def predict(self, described: list[Any]) -> np.ndarray: ...


def predicted(
    model: Callable[[], Model], describe: Callable[[Pair], Any], fitted: list[Pair], pairs: list[Pair]
) -> np.ndarray:
    """Labels of ``pairs``, each told by a model that saw no amendment of its article among ``fitted``."""
    known = [describe(pair) for pair in fitted]
    asked = known if fitted is pairs else [describe(pair) for pair in pairs]
    groups = [article(pair) for pair in pairs]
    found = np.empty(len(pairs), dtype=object)
    for _, test in GroupKFold(FOLDS).split(groups, groups=groups):
        apart = {groups[k] for k in test}
        train = [k for k, pair in enumerate(fitted) if article(pair) not in apart]
        fit = model().fit([known[k] for k in train], [fitted[k]["votes"] for k in train])
        found[test] = fit.predict([asked[k] for k in test])
    return found


class Head:
    """The mean of two heads: what the words say, and what the measures and the classes of words say."""

    def fit(self, described: list[Mapping[str, float]], votes: list[list[str]]) -> Head:
        self.halves = (Linear().fit(described, votes), Trees().fit(described, votes))
        return self

    def predict(self, described: list[Mapping[str, float]]) -> np.ndarray:
        linear, trees = (half.shares(described) for half in self.halves)
        return np.array(sorted(LABELS))[(linear + trees).argmax(axis=1)]


class Linear:
    """Logistic regression on tf-idf of the features, each family's vector of one length; a vote counts its share."""

    def fit(self, described: list[Mapping[str, float]], votes: list[list[str]]) -> Linear:
        often = Counter(name for features in described for name in features if family(name) in LENGTHS)
        self.places = {name: place for place, name in enumerate(sorted(often))}
        self.rarity = {name: np.log((1 + len(described)) / (1 + count)) + 1 for name, count in often.items()}
        row, label, share = _voted(votes)
        self.regression = _regression().fit(self._matrix(described)[row], label, sample_weight=share)
        return self

    def shares(self, described: list[Mapping[str, float]]) -> np.ndarray:
        return np.asarray(self.regression.predict_proba(self._matrix(described)))

    def _matrix(self, described: list[Mapping[str, float]]) -> csr_matrix:
        cells: list[tuple[int, int, float]] = []
        for row, features in enumerate(described):
            families: dict[str, list[tuple[int, float]]] = {}
            for name, value in features.items():
                if name in self.places:
                    families.setdefault(family(name), []).append((self.places[name], value * self.rarity[name]))
            for kind, members in families.items():
                length = LENGTHS[kind] / np.sqrt(sum(value * value for _, value in members))
                cells += [(row, place, value * length) for place, value in members]
        at, place, value = zip(*cells, strict=True) if cells else ((), (), ())
        return csr_matrix((value, (at, place)), shape=(len(described), len(self.places)))


class Trees:
    """Extremely randomised trees on the features that say the same of any subject."""

    def fit(self, described: list[Mapping[str, float]], votes: list[list[str]]) -> Trees:
        often = Counter(name for features in described for name, value in features.items() if value)
        self.names = sorted(name for name, count in often.items() if count > OFTEN and family(name) in GENERAL)
        row, label, share = _voted(votes)
        self.trees = ExtraTreesClassifier(300, min_samples_leaf=3, class_weight="balanced", random_state=0)
        self.trees.fit(self._matrix(described)[row], label, sample_weight=share)
        return self

    def shares(self, described: list[Mapping[str, float]]) -> np.ndarray:
        return np.asarray(self.trees.predict_proba(self._matrix(described)))

    def _matrix(self, described: list[Mapping[str, float]]) -> np.ndarray:
        return np.array([[features.get(name, 0.0) for name in self.names] for features in described])


def family(name: str) -> str:
    """To which family of `hanse.direction`'s features does this one belong?"""
    act, _, rest = name.partition(": ")
    if act.endswith(" class"):
        return "bearer" if " of " in rest else "class"
    if act == "kept":
        return "kept"
    if act in ("inserted", "struck"):
        return "pair" if " " in rest else "word"
    return "measure"


class Bag:
    """The peer: logistic regression on tf-idf of words and pairs of words."""

    def fit(self, described: list[list[str]], votes: list[list[str]]) -> Bag:
        self.words = TfidfVectorizer(analyzer=list, min_df=2, sublinear_tf=True)
        row, label, share = _voted(votes)
        self.regression = _regression().fit(self.words.fit_transform(described)[row], label, sample_weight=share)
        return self

    def predict(self, described: list[list[str]]) -> np.ndarray:
        return np.asarray(self.regression.predict(self.words.transform(described)))


def _regression() -> LogisticRegression:
    return LogisticRegression(C=COST, max_iter=3000, class_weight="balanced")


def _voted(votes: list[list[str]]) -> tuple[list[int], list[str], list[float]]:
    """A row for every label that a pair was given, weighed by the share of its votes."""
    cast = [
        (row, label, count / len(each))
        for row, each in enumerate(votes)
        for label, count in Counter(each).items()
        if label in LABELS
    ]
    return [row for row, _, _ in cast], [label for _, label, _ in cast], [share for _, _, share in cast]


def _features(pair: Pair) -> Mapping[str, float]:
    return hanse.direction(pair["old"], pair["new"], language="en").features


def _edits(pair: Pair) -> list[str]:
    """What tf-idf of the edits sees: words and pairs of words, struck or inserted."""
    old, new = pair["old"].split(), pair["new"].split()
    found: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _grams("-", old[i:j]) + _grams("+", new[k:m])
    return found


def _words(pair: Pair) -> list[str]:
    """What a bag of words sees: all words and pairs of words of both texts, marked by the text."""
    return _grams("-", pair["old"].split()) + _grams("+", pair["new"].split())


def _grams(mark: str, words: Sequence[str]) -> list[str]:
    return [mark + word for word in words] + [f"{mark}{a} {b}" for a, b in pairwise(words)]


def f1(gold: np.ndarray, found: np.ndarray) -> float:
    return float(f1_score(gold, list(found), labels=LABELS, average="macro", zero_division=0))
