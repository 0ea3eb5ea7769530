"""``python -m benchmarks TASK ... [--json] [--write-docs]``; ``all`` runs the quick ones, ``full`` every one.

Every task runs in a process of its own, so that its memory is its own. What is measured is kept in
``var/benchmarks.json``; ``--write-docs`` puts the table of that file into the docs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from benchmarks.report import FULL, QUICK, keep, load, table, write_pages
from benchmarks.running import measured


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    tasks = [*FULL, "all", "full"]
    parser.add_argument("task", nargs="*", metavar="TASK", help=f"which figures to measure: {', '.join(tasks)}")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--write-docs", action="store_true", help="put the table of what was measured into the docs")
    given = parser.parse_args()
    if unknown := [each for each in given.task if each not in tasks]:
        parser.error(f"there is no task {', '.join(unknown)}; there are {', '.join(tasks)}")
    for setting in ("HANSE_DATA", "HANSE_TRAIN"):
        if (value := os.environ.get(setting)) and not Path(value).is_dir():
            parser.error(f"{setting} names {value}, which is no folder")
    names = [name for each in given.task for name in {"all": QUICK, "full": FULL}.get(each, (each,))]
    if not names and not given.write_docs:
        parser.error(f"name a task: {', '.join(FULL)}, all or full")
    results, skipped = measured(names)
    told = keep(results, skipped) if names else load()
    if given.write_docs:
        for page in write_pages(told):
            print(f"written: {page}", file=sys.stderr)
    shown = [each.to_json() for each in results.values()] if names else told["results"]
    print(json.dumps(shown, ensure_ascii=False, indent=1) if given.json else table(shown))
    return 0 if shown else 2


if __name__ == "__main__":
    raise SystemExit(main())
