"""What does work cost in a process of its own? Seconds from start to end and the most memory, nothing warmed up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.data import HERE


@dataclass(frozen=True)
class Spent:
    """``seconds`` from the start of the process to its end, ``processor`` those in which it was at work; ``told`` is
    what the function returned."""

    seconds: float
    processor: float
    peak_mb: float
    told: dict[str, Any]


def fresh(function: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Spent:
    """Call ``"module:function"`` with ``arguments`` in a new interpreter; the function returns something JSON takes."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        command = [sys.executable, "-m", "benchmarks.fresh", function, str(answer), *arguments]
        start = perf_counter()
        subprocess.run(command, cwd=HERE, env={**os.environ, **(environment or {})}, check=True)
        seconds = perf_counter() - start
        said = json.loads(answer.read_text(encoding="utf-8"))
    return Spent(seconds, said["processor"], said["peak_mb"], said["told"])


def fresh_cache(folder: str | Path) -> dict[str, str]:
    """The environment in which numba finds nothing compiled before, and keeps what it compiles in ``folder``."""
    return {"NUMBA_CACHE_DIR": str(folder)}


def own_peak_mb() -> float:
    """The most memory that this process has held, in megabytes; not what its parent held when it was started."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    from benchmarks.figures import peak_mb

    return peak_mb()


def main(function: str, answer: str, *arguments: str) -> None:
    module, name = function.split(":")
    told = getattr(import_module(module), name)(*arguments)
    Path(answer).write_text(json.dumps({"told": told, "peak_mb": own_peak_mb(), "processor": process_time()}), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
