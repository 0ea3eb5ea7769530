"""The couching set: does the outcome agree with a careful reader's? A confusion matrix per language."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import numpy as np

from benchmarks.data import HERE
from benchmarks.figures import Figure, Result, bootstrap
from hanse.text.document import Document, Passage
from hanse.tracing.asked import Asked
from hanse.tracing.information import Coder
from hanse.tracing.place import Version

SETS = HERE / "tests" / "tracing" / "couching"
GOALS = {"en": 0.90, "fr": 0.80, "es": 0.80}


def run() -> Result:
    figures: list[Figure] = []
    details: dict[str, Any] = {}
    total = 0
    for language, goal in GOALS.items():
        for name in (language, f"kept/{language}", f"second/{language}", f"third/{language}"):
            file = SETS / f"{name}.jsonl"
            if not file.exists():
                continue
            pairs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
            gold = np.array([pair["outcome"] for pair in pairs])
            found = np.array([outcome(pair) for pair in pairs])
            figures.append(
                Figure(
                    f"{name}, macro-F1",
                    round(macro_f1(gold, found), 4),
                    goal=goal,
                    interval=bootstrap(lambda k, g=gold, f=found: macro_f1(g[k], f[k]), len(pairs)),
                )
            )
            details[name] = confusion(gold, found)
            total += len(pairs)
    return Result("couching", tuple(figures), rows=total, details=details)


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
