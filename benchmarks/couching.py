"""The couching set: does the outcome agree with a careful reader's? A confusion matrix per language."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.data import HERE
from benchmarks.figures import Figure, Result, bootstrap
from hanse.text.document import Document, Passage
from hanse.tracing.asked import Asked
from hanse.tracing.board import OUTCOMES
from hanse.tracing.information import Coder
from hanse.tracing.place import Version

SETS = HERE / "tests" / "tracing" / "couching"
GOALS = {"en": 0.90, "fr": 0.80, "es": 0.80}


def run() -> Result:
    figures: list[Figure] = []
    details: dict[str, Any] = {}
    pooled: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for language, goal in GOALS.items():
        for file in files(language):
            pairs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
            gold = np.array([pair["outcome"] for pair in pairs])
            found = np.array([outcome(pair) for pair in pairs])
            name = file.relative_to(SETS).with_suffix("").as_posix()
            figures.append(
                Figure(
                    f"{name}, macro-F1",
                    round(macro_f1(gold, found), 4),
                    goal=goal,
                    interval=bootstrap(lambda k, g=gold, f=found: macro_f1(g[k], f[k]), len(pairs)),
                )
            )
            details[name] = confusion(gold, found)
            pooled.setdefault(language, []).append((gold, found))
    both = {language: [np.concatenate(each) for each in zip(*sets, strict=True)] for language, sets in pooled.items()}
    return Result(
        "couching",
        tuple(figures),
        rows=sum(len(gold) for gold, _ in both.values()),
        details=details,
        tables=tuple(matrix(language, gold, found) for language, (gold, found) in both.items()),
    )


def files(language: str) -> list[Path]:
    """The sets of a language, the first hand's first."""
    return [*SETS.glob(f"{language}.jsonl"), *sorted(SETS.glob(f"*/{language}.jsonl"))]


def outcome(pair: dict[str, Any]) -> str:
    """What the engine says of one pair."""
    coder = Coder()
    content = [Passage("reply", pair["reply"], part=pair.get("part", "operative"))]
    if chapeau := pair.get("reply_chapeau"):
        content = [Passage("chapeau", chapeau), Passage("reply", pair["reply"], kind="item", chapeau="chapeau")]
    version = Version.of(Document("draft", tuple(content), language=pair["language"]), coder)
    asked = Asked(pair["ask"], coder.code(pair["ask"], pair["language"]), pair.get("ask_chapeau"))
    answer = version.answer(asked, coder)
    return answer.outcome if answer else "not reflected"


def macro_f1(gold: np.ndarray, found: np.ndarray) -> float:
    """Mean F1 over the outcomes that the gold labels have."""
    scores = []
    for label in sorted(set(gold)):
        hits = int(((gold == label) & (found == label)).sum())
        scores.append(2 * hits / (int((gold == label).sum()) + int((found == label).sum())))
    return float(np.mean(scores))


def confusion(gold: np.ndarray, found: np.ndarray) -> dict[str, dict[str, int]]:
    """Gold outcome to found outcome to number of pairs."""
    counts = Counter(zip(gold.tolist(), found.tolist(), strict=True))
    labels = sorted(set(gold) | set(found))
    return {row: {column: counts[row, column] for column in labels if counts[row, column]} for row in labels}


def matrix(language: str, gold: np.ndarray, found: np.ndarray) -> str:
    """The confusion matrix as a Markdown table: a row for each label of the reader, a column for each of the engine."""
    labels = [each for each in OUTCOMES if each in set(gold) | set(found)]
    lines = [
        f"Couching, all sets in {language}: a careful reader's outcome down, the engine's across.",
        "",
        f"| {language} | {' | '.join(labels)} |",
        f"| --- |{' ---: |' * len(labels)}",
    ]
    for row in labels:
        counts = [int(((gold == row) & (found == column)).sum()) for column in labels]
        lines.append(f"| **{row}** | {' | '.join(str(each or '·') for each in counts)} |")
    return "\n".join(lines)
