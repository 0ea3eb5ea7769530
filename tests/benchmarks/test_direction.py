"""No amendment's label is told by a head that saw another amendment of its article."""

from typing import Any

import numpy as np
import pytest

pytest.importorskip("sklearn")

from benchmarks.direction import Head, article, family, predicted


class Seen:
    """Answers with what it was fitted on."""

    def fit(self, described: list[str], votes: list[list[str]]) -> "Seen":
        self.seen = set(described)
        return self

    def predict(self, described: list[str]) -> np.ndarray:
        return np.array([str(each in self.seen) for each in described])


def pairs(count: int) -> list[dict[str, Any]]:
    return [
        {"old": f"article {number % 12} " + "x" * 90, "new": str(number), "votes": ["weaker"]}
        for number in range(count)
    ]


def test_an_article_is_never_fitted_on_where_it_is_told() -> None:
    same = pairs(40)
    assert set(predicted(Seen, article, same, same)) == {"False"}
    assert set(predicted(Seen, article, pairs(50), same)) == {"False"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("inserted: consent", "word"),
        ("struck: prior consent", "pair"),
        ("kept: may", "kept"),
        ("struck class: duty", "class"),
        ("inserted class: duty of obliged", "bearer"),
        ("pull", "measure"),
    ],
)
def test_a_feature_is_of_one_family(name: str, kind: str) -> None:
    assert family(name) == kind


def test_the_head_tells_apart_what_its_features_tell_apart() -> None:
    up = {"inserted: shall": 1.0, "inserted class: duty": 0.5, "pull": 0.4}
    down = {"struck: shall": 1.0, "struck class: duty": 0.5, "pull": -0.4}
    level = {"inserted: article": 1.0, "inserted class: reference": 0.5, "formal": 1.0}
    votes = [["stronger"]] * 20 + [["weaker"]] * 20 + [["neutral"]] * 20
    head = Head().fit([up] * 20 + [down] * 20 + [level] * 20, votes)
    assert list(head.predict([up, down, level])) == ["stronger", "weaker", "neutral"]
    assert len(head.predict([{"inserted: unheard": 1.0}])) == 1
