"""How is a task run? In a process that does nothing else, so that its seconds and its memory are its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib import import_module
from multiprocessing import get_context

from benchmarks.figures import MissingData, Result, peak_mb, timed


def measured(names: list[str], run: Callable[[str], Result] | None = None) -> tuple[dict[str, Result], dict[str, str]]:
    """Each task's result, and why others were left out."""
    run = run or apart
    results: dict[str, Result] = {}
    skipped: dict[str, str] = {}
    for name in names:
        print(f"{name} …", file=sys.stderr)
        try:
            results[name] = run(name)
        except MissingData as missing:
            skipped[name] = str(missing)
            print(f"{name}: skipped, {missing}", file=sys.stderr)
    return results, skipped


def apart(name: str) -> Result:
    """One task, in a process that does nothing else."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(alone, name).result()


def alone(name: str) -> Result:
    """One task, with its time and memory."""
    result, seconds = timed(import_module(f"benchmarks.{name}").run)
    return replace(result, seconds=round(seconds, 2), peak_mb=round(peak_mb(), 1))
