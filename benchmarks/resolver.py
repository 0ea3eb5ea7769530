"""What does resolving cost? Microseconds of an exact lookup, memory over the imports, seconds for 20,000 rows."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from random import Random

import numpy as np

from benchmarks.figures import Figure, Result
from hanse.places.gazetteer import gazetteer
from hanse.places.resolving import resolve_all

ROWS = 20_000
_MEASURED = """
import psutil
from hanse.places.gazetteer import gazetteer
from hanse.places.resolving import resolve
before = psutil.Process().memory_info().rss
for name, country in {names!r}:
    resolve(name, country)
print((psutil.Process().memory_info().rss - before) / 1024**2)
"""


def run() -> Result:
    places = gazetteer()
    names = sample()
    keys = [places.fold(name) for name, _ in names[:2_000]]
    lookup = per_call(lambda: [places.named(key) for key in keys]) / len(keys)
    seconds = per_call(lambda: resolve_all(names))
    return Result(
        "Resolver",
        (
            Figure("exact lookup", lookup * 1e6, unit="µs of CPU", goal=50, better="lower"),
            Figure("memory over the imports, 2,000 names", memory(names[:2_000]), unit="MB", goal=60, better="lower"),
            Figure("20,000 rows, a tenth of them misspelt", seconds, unit="s of CPU", goal=5, better="lower"),
        ),
        rows=len(names),
        notes=(
            "The rows are names of the gazetteer drawn at random, a tenth with a letter lost, a third without country",
        ),
        details={"gazetteer_mb": round(places.path.stat().st_size / 1e6, 1)},
    )


def sample() -> list[tuple[str, str | None]]:
    """Names of cities drawn from the gazetteer, some misspelt, some without their country."""
    with sqlite3.connect(gazetteer().path) as store:
        found = store.execute("SELECT name, country FROM place WHERE kind = 'city' ORDER BY id").fetchall()
    random = Random(0)
    names: list[tuple[str, str | None]] = []
    for number, (name, country) in enumerate(random.sample(found, ROWS)):
        at = random.randrange(len(name))
        names.append((name[:at] + name[at + 1 :] if number % 10 == 0 else name, None if number % 3 == 1 else country))
    return names


def per_call(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def memory(names: list[tuple[str, str | None]]) -> float:
    """Megabytes that a fresh process adds to what its imports take; the median of three."""
    code = _MEASURED.format(names=names)
    found = [float(subprocess.check_output([sys.executable, "-c", code], text=True)) for _ in range(3)]
    return float(np.median(found))
