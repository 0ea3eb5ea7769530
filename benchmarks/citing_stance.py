"""Does the stance read from a citing passage agree with the one that was judged by hand, and how fast is it read?

The passages of ``benchmarks/gold`` are of this field, invented, judged twice; nothing is fitted on them.
"""

from __future__ import annotations

import csv
import time
from collections import Counter
from collections.abc import Sequence

import numpy as np

import hanse
from benchmarks.figures import Figure, Result, bootstrap
from benchmarks.gold import HERE, STANCES, bare, passages

GOAL = 0.75
SPEED = 500
"""Passages a second on one core, 1,000 on two."""
TIMED = 2_000


def run() -> Result:
    rows = passages()
    gold = np.array([STANCES.index(row["stance"]) for row in rows])
    cases = [(*bare(row["passage"]), row["section"] or None) for row in rows]
    read = [hanse.stance(text, section, target=(start, end)) for text, start, end, section in cases]
    unpointed = np.array([STANCES.index(hanse.stance(text, section).label) for text, _, _, section in cases])
    untitled = np.array([STANCES.index(hanse.stance(text, target=(start, end)).label) for text, start, end, _ in cases])
    found = np.array([STANCES.index(each.label) for each in read])
    other = second_judge()
    second = np.array([STANCES.index(other[row["id"]]) for row in rows])
    per_class = [_figure(f"F1 of {name}", gold, found, k, second) for k, name in enumerate(STANCES)]
    sure = np.array([each.confidence for each in read])
    return Result(
        "stance of citing passages",
        (
            *per_class,
            Figure(
                "macro-F1 of the four",
                macro(gold, found),
                interval=bootstrap(lambda k: macro(gold[k], found[k]), len(gold)),
                peer=f"second judge {macro(gold, second):.3f}",
            ),
            Figure("the same, not told which citation is judged", macro(gold, unpointed)),
            Figure("the same, not told the section", macro(gold, untitled)),
            Figure("passages a second, one core", _speed(cases), goal=SPEED),
        ),
        rows=len(rows),
        notes=(
            f"second judge: agreement {float((gold == second).mean()):.3f}, Cohen's kappa {kappa(gold, second):.3f};"
            f" the program: agreement {float((gold == found).mean()):.3f}, kappa {kappa(gold, found):.3f}",
            "confidence against being right: " + calibration(sure, gold == found),
            "right by language: " + _by([row["language"] for row in rows], gold == found),
            "missed by trait: " + _missed([row["trait"] for row in rows], gold == found),
        ),
        tables=(confusion(gold, found, STANCES),),
    )


def _figure(name: str, gold: np.ndarray, found: np.ndarray, k: int, second: np.ndarray) -> Figure:
    return Figure(
        name,
        f1(gold, found, k),
        goal=GOAL,
        interval=bootstrap(lambda rows: f1(gold[rows], found[rows], k), len(gold)),
        peer=f"second judge {f1(gold, second, k):.3f}",
        published="scite 0.0 to 0.58 per class in an independent test",
    )


def f1(gold: np.ndarray, found: np.ndarray, k: int) -> float:
    """F1 of one class; 0 where it is neither there nor found."""
    both, either = ((gold == k) & (found == k)).sum(), (gold == k).sum() + (found == k).sum()
    return round(float(2 * both / either), 4) if either else 0.0


def macro(gold: np.ndarray, found: np.ndarray) -> float:
    """The mean of the classes' F1."""
    return round(float(np.mean([f1(gold, found, k) for k in np.unique(gold)])), 4)


def kappa(one: np.ndarray, other: np.ndarray) -> float:
    """Cohen's kappa (1960)."""
    same = float((one == other).mean())
    chance = sum(float((one == k).mean() * (other == k).mean()) for k in np.unique(np.concatenate([one, other])))
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def confusion(gold: np.ndarray, found: np.ndarray, names: Sequence[str]) -> str:
    """A Markdown table: what was judged in rows, what was found in columns."""
    lines = [f"| judged \\ found | {' | '.join(names)} |", f"| --- |{' ---: |' * len(names)}"]
    for k, name in enumerate(names):
        counts = [int(((gold == k) & (found == other)).sum()) for other in range(len(names))]
        lines.append(f"| {name} | {' | '.join(map(str, counts))} |")
    return "\n".join(lines)


def calibration(sure: np.ndarray, right: np.ndarray) -> str:
    """For bands of confidence the mean confidence and the share that is right."""
    bands = [(0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1.01)]
    told = []
    for low, high in bands:
        within = (sure >= low) & (sure < high)
        if within.any():
            told.append(f"{sure[within].mean():.2f} -> {right[within].mean():.2f} ({int(within.sum())})")
    return ", ".join(told)


def _by(groups: Sequence[str], right: np.ndarray) -> str:
    named = np.array(groups)
    return ", ".join(f"{name} {right[named == name].mean():.2f}" for name in sorted(set(groups)))


def _missed(traits: Sequence[str], right: np.ndarray) -> str:
    every, missed = Counter(traits), Counter(trait for trait, fine in zip(traits, right, strict=True) if not fine)
    return ", ".join(f"{trait or 'none'} {count}/{every[trait]}" for trait, count in missed.most_common(15))


def second_judge() -> dict[str, str]:
    """The stances that a second judge gave, blind, by id."""
    with (HERE / "citing_second_judge.tsv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["stance"] for row in csv.DictReader(file, delimiter="\t")}


def _speed(cases: Sequence[tuple[str, int, int, str | None]]) -> float:
    """Passages in a second of processor time, so that a busy machine does not slow the figure."""
    made = [cases[k % len(cases)] for k in range(TIMED)]
    began = time.process_time()
    for text, start, end, section in made:
        hanse.stance(text, section, target=(start, end))
    return round(TIMED / (time.process_time() - began))
