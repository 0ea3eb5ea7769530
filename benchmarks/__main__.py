"""``python -m benchmarks TASK [--json]``; ``all`` runs the quick ones, ``full`` every one."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from importlib import import_module

from benchmarks.figures import Figure, MissingData, Result, peak_mb, timed

QUICK = ("gcm", "couching", "lobbyplag")
FULL = (*QUICK, "documents")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", choices=[*FULL, "all", "full"])
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    given = parser.parse_args()
    names = {"all": QUICK, "full": FULL}.get(given.task, (given.task,))
    results = []
    for name in names:
        print(f"{name} …", file=sys.stderr)
        try:
            results.append(run(name))
        except MissingData as missing:
            print(f"{name}: skipped, {missing}", file=sys.stderr)
    if given.json:
        print(json.dumps([each.to_json() for each in results], ensure_ascii=False, indent=1))
    else:
        print(table(results))
    return 0 if results else 2


def run(name: str) -> Result:
    """One task, with its time and memory."""
    result, seconds = timed(import_module(f"benchmarks.{name}").run)
    return replace(result, seconds=round(seconds, 2), peak_mb=round(peak_mb(), 1))


def table(results: list[Result]) -> str:
    """The figures as a Markdown table."""
    lines = [
        "| task | figure | ours | 95 % interval | goal | best known, peer |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {result.task} | {each.name} | {_value(each)} | {_interval(each)} | {_goal(each)} | {each.peer} |"
        for result in results
        for each in result.figures
    ]
    return "\n".join(lines)


def _value(each: Figure) -> str:
    mark = {True: " ✓", False: " ✗", None: ""}[each.met]
    return f"{each.value:.4g}{' ' + each.unit if each.unit else ''}{mark}"


def _interval(each: Figure) -> str:
    return f"{each.interval[0]:.3f} to {each.interval[1]:.3f}" if each.interval else ""


def _goal(each: Figure) -> str:
    return f"{'≥' if each.better == 'higher' else '≤'} {each.goal:g}" if each.goal is not None else ""


if __name__ == "__main__":
    raise SystemExit(main())
