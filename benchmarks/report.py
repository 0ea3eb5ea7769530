"""Where do the figures go? Into ``var/benchmarks.json``, and from there between the markers of the docs and README."""

from __future__ import annotations

import json
import os
import platform
import re
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.data import HERE
from benchmarks.figures import Result

KEPT = HERE / "var" / "benchmarks.json"
PAGES = (HERE / "docs" / "explanation" / "figures.md", HERE / "README.md")
_MARKED = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)

Told = dict[str, Any]


def keep(results: dict[str, Result], skipped: dict[str, str], path: Path = KEPT) -> Told:
    """Add results, by the name of their task, in place of earlier ones; what the file then holds."""
    held = load(path)
    named = {each["name"]: each for each in held["results"]}
    today = date.today().isoformat()
    named |= {name: {"name": name, **each.to_json(), "measured": today} for name, each in results.items()}
    left_out = {name: why for name, why in {**held["skipped"], **skipped}.items() if name not in named}
    told = {"machine": machine(), "results": list(named.values()), "skipped": left_out}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return told


def load(path: Path = KEPT) -> Told:
    """What was measured last, or nothing yet."""
    if not path.exists():
        return {"machine": machine(), "results": [], "skipped": {}}
    found: Told = json.loads(path.read_text(encoding="utf-8"))
    return found


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "cores": os.cpu_count(),
        "memory_gb": _memory(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def _memory() -> float | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3, 1)
    except (AttributeError, ValueError, OSError):
        return None


def table(results: list[Told]) -> str:
    """The figures as a Markdown table; results as in the file."""
    lines = [
        "| task | figure | ours | 95 % interval | goal | best known, peer |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {result['task']} | {each['name']} | {_value(each)} | {_interval(each)} | {_goal(each)} | {each['peer']} |"
        for result in results
        for each in result["figures"]
    ]
    return "\n".join(lines)


def _value(each: Told) -> str:
    mark = {True: " ✓", False: " ✗", None: ""}[each["met"]]
    return f"{each['value']:.4g}{' ' + each['unit'] if each['unit'] else ''}{mark}"


def _interval(each: Told) -> str:
    return f"{each['interval'][0]:.3f} to {each['interval'][1]:.3f}" if each["interval"] else ""


def _goal(each: Told) -> str:
    return f"{'≥' if each['better'] == 'higher' else '≤'} {each['goal']:g}" if each["goal"] is not None else ""


def passage(told: Told) -> str:
    """The table, what was left out, and on what it was measured."""
    on = told["machine"]
    memory = f", {on['memory_gb']} GB of memory" if on["memory_gb"] else ""
    last = max((each.get("measured", "") for each in told["results"]), default="")
    notes = [f"{each['task']}: {note}." for each in told["results"] for note in each["notes"]]
    parts = [
        table(told["results"]),
        f"Measured on {on['cores']} cores{memory}, {on['system']}, Python {on['python']}; last on {last}.",
        *notes,
    ]
    if told["skipped"]:
        parts.append("Not measured: " + "; ".join(f"{task} ({why})" for task, why in told["skipped"].items()) + ".")
    return "\n\n".join(parts)


def write_pages(told: Told, pages: tuple[Path, ...] = PAGES) -> list[Path]:
    """Put the passage between ``<!-- figures -->`` and ``<!-- /figures -->`` of each page; the pages that have them."""
    written = []
    for page in pages:
        before = page.read_text(encoding="utf-8") if page.exists() else ""
        if _MARKED.search(before):
            words = passage(told)
            after = _MARKED.sub(lambda found, words=words: f"{found[1]}\n{words}\n\n{found[2]}", before)
            page.write_text(after, encoding="utf-8")
            written.append(page)
    return written
