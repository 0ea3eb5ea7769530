"""What does each part of the features of stance bring? Figures for building, on passages that are not the gold.

Every row is measured twice: on the passages that ship, in eight folds that keep passages on one work together, and on
``stance_dev.tsv``, written apart from them, with a model fitted on all that ship. The lexicon of cues was written with
errors on both in sight, so both are higher than the figures for passages that nobody has seen.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.citing_stance import f1, macro
from benchmarks.figures import Figure, Result
from hanse.citing.stance_model import PENALTY, STANCES, Judged, StanceModel, fitted_on, read, shipped

FILE = Path(__file__).with_name("stance_dev.tsv")
FOLDS = 8
Counted = Mapping[str, float]
_PARTS = {
    "all": r"$",
    "without words": r"w |left |right ",
    "without pairs of words": r"w \S+ \S+",
    "without the words of cues": r"cue ",
    "without shares, opposites, words said again": r"(all|none|most|few|share \w+) (claim|around|against|alone)"
    r"|opposite|said again|(expected, )?(kept|turned|around |opp|said)",
    "words only": r"(?!w )",
}
PARTS = {name: re.compile(pattern) for name, pattern in _PARTS.items()}
"""Of each row, the names of features that are left out."""


def development() -> tuple[Judged, ...]:
    """Passages that are not fitted on, for choosing among models."""
    with FILE.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Judged(row["passage"], row["stance"], row["section"] or None, row["language"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def run() -> Result:
    train, held = shipped(), development()
    lines = [
        "| features | folds | " + " | ".join(STANCES) + " | development | " + " | ".join(STANCES) + " |",
        "| --- |" + " ---: |" * (2 * len(STANCES) + 2),
    ]
    counted, apart = _counted(train), _counted(held)
    gold, held_gold = _labels(train), _labels(held)
    groups = _works(train)
    figures = []
    for name, left_out in PARTS.items():
        kept, kept_apart = _without(counted, left_out), _without(apart, left_out)
        folded, told = _folded(kept, gold, groups), _told(fitted_on(kept, gold, PENALTY), kept_apart)
        lines.append(f"| {name} | {_shown(gold, folded)} | {_shown(held_gold, told)} |")
        if name == "all":
            figures = [
                Figure("macro-F1 in folds", macro(gold, folded)),
                Figure("macro-F1 on passages for development", macro(held_gold, told)),
            ]
    return Result(
        "parts of the stance model",
        tuple(figures),
        rows=len(train) + len(held),
        notes=("the lexicon was written with errors on these passages in sight: higher than on unseen ones",),
        tables=("\n".join(lines),),
    )


def _counted(judged: Sequence[Judged]) -> list[Counted]:
    return [read(each.text, each.section, each.language, each.target)[2] for each in judged]


def _labels(judged: Sequence[Judged]) -> np.ndarray:
    return np.array([STANCES.index(each.stance) for each in judged])


def _works(judged: Sequence[Judged]) -> list[str]:
    """The work that each passage is about: passages that differ only in stance name the same one."""
    return [each.text.split("[[", 1)[1].split("]]", 1)[0] for each in judged]


def _without(counted: Sequence[Counted], left_out: re.Pattern[str]) -> list[Counted]:
    return [{name: value for name, value in each.items() if not left_out.match(name)} for each in counted]


def _folded(counted: Sequence[Counted], gold: np.ndarray, groups: Sequence[str]) -> np.ndarray:
    order = {name: place for place, (name, _) in enumerate(Counter(groups).items())}
    fold = np.random.RandomState(0).permutation(len(order))[[order[name] for name in groups]] % FOLDS
    found = gold.copy()
    for part in range(FOLDS):
        rest, test = np.flatnonzero(fold != part), np.flatnonzero(fold == part)
        made = fitted_on([counted[k] for k in rest], gold[rest], PENALTY)
        found[test] = _told(made, [counted[k] for k in test])
    return found


def _told(made: StanceModel, counted: Sequence[Counted]) -> np.ndarray:
    return np.array([int(made.chances(each).argmax()) for each in counted])


def _shown(gold: np.ndarray, found: np.ndarray) -> str:
    figures = (macro(gold, found), *(f1(gold, found, k) for k in range(len(STANCES))))
    return " | ".join(f"{each:.2f}" for each in figures)
