"""What does a benchmark give? Figures, each with its goal, its interval and what it was measured on."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Figure:
    """One number; ``better`` says which way is good, ``interval`` is the 95 % bootstrap interval."""

    name: str
    value: float
    unit: str = ""
    goal: float | None = None
    better: str = "higher"
    interval: tuple[float, float] | None = None
    peer: str = ""
    """A peer measured in the same run, in words."""
    published: str = ""
    """The best figure known from elsewhere, in words."""

    @property
    def met(self) -> bool | None:
        if self.goal is None:
            return None
        return self.value >= self.goal if self.better == "higher" else self.value <= self.goal


@dataclass(frozen=True)
class Result:
    """What one task printed: its figures, seconds and peak memory, and whatever explains them."""

    task: str
    figures: tuple[Figure, ...]
    seconds: float = 0.0
    peak_mb: float = 0.0
    rows: int = 0
    notes: tuple[str, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)
    tables: tuple[str, ...] = ()
    """Markdown tables that explain the figures, for the page of figures."""

    def to_json(self) -> dict[str, Any]:
        found = asdict(self)
        for figure, stated in zip(self.figures, found["figures"], strict=True):
            stated["met"] = figure.met
        return found


class MissingData(Exception):
    """A benchmark's data is not on this machine."""


def peak_mb() -> float:
    """The most memory that this process, or one that it started and awaited, has held, in megabytes."""
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What ``work`` returns, and the seconds it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def bootstrap(
    score: Callable[[np.ndarray], float], rows: int, rounds: int = 1000, groups: Sequence[Any] | None = None
) -> tuple[float, float]:
    """The 95 % interval of ``score``, which takes row numbers; whole groups are drawn where rows belong together."""
    random = np.random.default_rng(0)
    if groups is None:
        drawn = (random.integers(0, rows, rows) for _ in range(rounds))
    else:
        members: dict[Any, list[int]] = {}
        for row, group in enumerate(groups):
            members.setdefault(group, []).append(row)
        bags = [np.array(each) for each in members.values()]
        drawn = (np.concatenate([bags[k] for k in random.integers(0, len(bags), len(bags))]) for _ in range(rounds))
    values = [value for each in drawn if not np.isnan(value := score(each))]
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)
