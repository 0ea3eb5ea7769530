"""How quickly is the force of a sentence told, and who is named in it? Does it say what lawyers call binding?"""

from __future__ import annotations

import re
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median
from time import process_time

import numpy as np
from sklearn.metrics import f1_score

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, MissingData, Result, bootstrap
from benchmarks.prose import Writer

SENTENCES, ROUNDS, CORES = 5_000, 3, 2
GOAL = 5_000.0
"""Sentences a second on two cores."""
BINDING = {"obligation", "prohibition"}


def run() -> Result:
    rates = {what: median(_two_cores(what, seed) for seed in range(ROUNDS)) for what in ("strength", "visibility")}
    alone = {what: median(rate(what, seed) for seed in range(ROUNDS)) for what in ("strength", "visibility")}
    bare = median(rate("modal pattern", seed) for seed in range(ROUNDS))
    figures = [
        Figure(
            f"{what}, sentences a second on two cores",
            rates[what],
            "sentences/s",
            goal=GOAL,
            peer=f"one core, in seconds of the processor: {alone[what]:,.0f}",
        )
        for what in rates
    ]
    figures += [
        Figure(
            f"{what}, time over that of one regular expression of modal verbs",
            bare / alone[what],
            "times",
            better="lower",
        )
        for what in alone
    ]
    notes = [
        f"speed: median of {ROUNDS} on {SENTENCES:,} invented sentences, none seen before, in two processes at once, "
        "seconds of their processors"
    ]
    try:
        figures.append(_clauses())
        notes.append("clauses of leases: the figure says whether the words bind the agent asked about, nothing finer")
    except MissingData as missing:
        notes.append(str(missing))
    return Result("strength", tuple(figures), rows=SENTENCES, notes=tuple(notes))


def _two_cores(what: str, seed: int) -> float:
    """Sentences a second by two processes at once that have read their lexicons, each timed by its processor."""
    with ProcessPoolExecutor(CORES, get_context("spawn")) as pool:
        list(pool.map(ready, [what] * CORES * 2))
        seconds = list(pool.map(worked, [what] * CORES, [2 * seed, 2 * seed + 1]))
    return CORES * SENTENCES / max(seconds)


def ready(what: str) -> None:
    """Read what has to be read once."""
    _work(what, ["States shall act."])


def worked(what: str, seed: int) -> float:
    """Seconds of the processor for one process's sentences."""
    texts = _sentences(seed)
    start = process_time()
    _work(what, texts)
    return process_time() - start


def rate(what: str, seed: int) -> float:
    """Sentences a second of the processor, in this process."""
    texts = _sentences(100 + seed)
    _work(what, texts[:1])
    start = process_time()
    _work(what, texts)
    return SENTENCES / (process_time() - start)


def _sentences(seed: int) -> list[str]:
    writer = Writer(seed)
    return [f"{writer.sentence()} {k}" for k in range(SENTENCES)]


_MODALS = re.compile(r"\b(?:shall|must|will|should|may|can|not|as appropriate|where possible)\b", re.IGNORECASE)


def _work(what: str, texts: list[str]) -> None:
    if what == "visibility":
        hanse.visibility(texts)
        return
    for text in texts:
        if what == "strength":
            hanse.strength(text)
        else:
            [match.span() for match in _MODALS.finditer(text)]


def _clauses() -> Figure:
    """Macro-F1 of bound or not bound, for the party asked about."""
    clauses = rows("lexdemod", "*.jsonl")
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
