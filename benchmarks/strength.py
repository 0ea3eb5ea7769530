"""How quickly is the force of a sentence told, and does it agree with what lawyers call an obligation?"""

from __future__ import annotations

from statistics import median
from time import perf_counter

import numpy as np
from sklearn.metrics import f1_score

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, MissingData, Result, bootstrap
from benchmarks.prose import Writer

SENTENCES, ROUNDS = 5_000, 3
BINDING = {"obligation", "prohibition"}


def run() -> Result:
    figures = [
        Figure("sentences per second", median(_speed(seed) for seed in range(ROUNDS)), "sentences/s"),
    ]
    notes = [f"speed: median of {ROUNDS} on {SENTENCES:,} invented sentences, none seen before"]
    try:
        figures.append(_clauses())
        notes.append("clauses of leases: the figure says whether the words bind the agent asked about, nothing finer")
    except MissingData as missing:
        notes.append(str(missing))
    return Result("strength", tuple(figures), rows=SENTENCES, notes=tuple(notes))


def _speed(seed: int) -> float:
    writer = Writer(seed)
    texts = [f"{writer.sentence()} {k}" for k in range(SENTENCES)]
    hanse.strength(texts[0])
    start = perf_counter()
    for text in texts:
        hanse.strength(text)
    return SENTENCES / (perf_counter() - start)


def _clauses() -> Figure:
    """Macro-F1 of bound or not bound, for the party asked about."""
    clauses = rows("lexdemod", "clauses*.jsonl")
    gold = np.array([bool(BINDING & set(clause["labels"])) for clause in clauses])
    forces = [hanse.strength(clause["text"], clause["agent"], language="en") for clause in clauses]
    found = np.array([force.level >= 4 for force in forces])

    def macro(k: np.ndarray) -> float:
        return float(f1_score(gold[k], found[k], average="macro", zero_division=0))

    none = np.zeros(len(gold), dtype=bool)
    return Figure(
        "LexDeMod, bound or not, macro-F1",
        macro(np.arange(len(gold))),
        interval=bootstrap(macro, len(gold), rounds=300),
        peer=f"always unbound {f1_score(gold, none, average='macro', zero_division=0):.3f}",
    )
