"""Which part of a reference string is which field? A linear-chain perceptron over signs of form (Collins 2002).

It is fitted by ``python -m benchmarks.fit_references`` on invented works set in many styles and on strings marked by
hand, and reads what the rules of `hanse.citing.references` took each word for as one sign among the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from hanse.citing.reference import Kind

Floats = NDArray[np.float32]
LABELS = "oatycviplune"
"""Other, authors, title, year, container, volume, issue, pages, place (l), publisher (u), pinpoint (n), editors."""
KINDS: tuple[Kind, ...] = (
    "journal-article",
    "book",
    "chapter",
    "report",
    "working-paper",
    "web-page",
    "thesis",
    "news",
)


@dataclass(frozen=True)
class Labelling:
    """``rows`` gives a sign its row of ``weights`` (a column for each label); ``steps`` weighs one label after another;
    ``kind_rows`` and ``kinds`` likewise tell the kind of work."""

    rows: dict[str, int]
    weights: Floats
    steps: Floats
    kind_rows: dict[str, int]
    kinds: Floats

    def labels(self, signs: Sequence[Sequence[str]]) -> list[int]:
        """The likeliest sequence of labels for the signs of every token."""
        return best(self.sums(signs), self.steps)

    def sums(self, signs: Sequence[Sequence[str]]) -> Floats:
        """The weight of every label at every token."""
        known = self.rows.get
        none = len(self.weights) - 1
        held = np.array([known(each, none) for here in signs for each in here])
        starts = np.cumsum([0, *(len(here) for here in signs[:-1])])
        return np.add.reduceat(self.weights[held], starts, axis=0)

    def kind(self, signs: Sequence[str]) -> Kind:
        """The kind of work that a whole string's signs speak for."""
        held = [self.kind_rows[each] for each in signs if each in self.kind_rows]
        return KINDS[int(self.kinds[held].sum(axis=0).argmax())]


def best(sums: Floats, steps: Floats) -> list[int]:
    """The path of labels whose sums and steps weigh most (Viterbi)."""
    score = sums[0]
    back = []
    for row in sums[1:]:
        ways = score[:, None] + steps
        came = ways.argmax(axis=0)
        back.append(came)
        score = ways[came, np.arange(len(row))] + row
    path = [int(score.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]


@cache
def labelling() -> Labelling:
    """The one that ships with the package."""
    with np.load(files("hanse.citing").joinpath("reference_labels.npz").open("rb")) as held:
        names = str(held["names"]).split("\n")
        kind_names = str(held["kind_names"]).split("\n")
        weights = held["weights"].astype(np.float32) * held["scale"]
        none = np.zeros((1, weights.shape[1]), np.float32)
        return Labelling(
            {name: row for row, name in enumerate(names)},
            np.concatenate([weights, none]),
            held["steps"].astype(np.float32),
            {name: row for row, name in enumerate(kind_names)},
            held["kinds"].astype(np.float32),
        )
