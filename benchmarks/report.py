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

QUICK = (
    "gcm",
    "couching",
    "languages",
    "lobbyplag",
    "lid",
    "lid_documents",
    "direction",
    "strength",
    "lexdemod",
    "citing_stance",
    "stance_parts",
    "citing_references",
    "citing_links",
    "scicite",
    "aclarc",
    "clincite",
    "board",
    "pdf",
    "page",
    "bill_similarity",
    "clough",
    "mrpc",
    "pan",
    "reuse",
    "climactor",
    "etmun",
    "resolver",
    "countries",
    "geoparsing",
)
FULL = (
    *QUICK,
    "trend",
    "reading",
    "documents",
    "chance",
    "ablation",
    "scale",
    "memberships",
    "registry",
    "signing",
    "counters",
)
"""Every task, in the order of the tables."""
METHODICAL = ("ablation",)
"""Tasks whose tables stand on the page of the method."""
KEPT = HERE / "var" / "benchmarks.json"
PAGE = HERE / "docs" / "explanation" / "figures.md"
README = HERE / "README.md"
METHOD = HERE / "docs" / "explanation" / "tracing.md"
_TABLES = re.compile(r"(<!-- tables of (\w+) -->\n).*?(<!-- /tables -->)", re.DOTALL)
_MARKED = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)

Told = dict[str, Any]


def keep(results: dict[str, Result], skipped: dict[str, str], path: Path = KEPT) -> Told:
    """Add results, by the name of their task, in place of earlier ones; what the file then holds."""
    held = load(path)
    named = {each["name"]: each for each in held["results"]}
    today = date.today().isoformat()
    named |= {name: {"name": name, **each.to_json(), "measured": today} for name, each in results.items()}
    left_out = {name: why for name, why in {**held["skipped"], **skipped}.items() if name not in named}
    told = {"machine": machine(), "results": sorted(named.values(), key=_place), "skipped": left_out}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return load(path)


def _place(result: Told) -> int:
    return FULL.index(result["name"]) if result["name"] in FULL else len(FULL)


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
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "memory_gb": _memory(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def _memory() -> float | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3, 1)
    except (AttributeError, ValueError, OSError):
        return None


def table(results: list[Told], *, short: bool = False) -> str:
    """The figures as a Markdown table, seconds and memory beside the first of each task; results as in the file.

    The short one has only figures with a goal or a peer.
    """
    lines = [
        "| task | figure | ours, with 95 % interval | goal | best published | peer measured here | seconds | peak MB |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for result in results:
        shown = [each for each in result["figures"] if not short or _compared(each)]
        lines += [_row(result, each, first=place == 0) for place, each in enumerate(shown)]
    return "\n".join(lines)


def _compared(each: Told) -> bool:
    return each["goal"] is not None or bool(each["peer"] or each.get("published"))


def _row(result: Told, each: Told, *, first: bool) -> str:
    cost = (f"{result['seconds']:,.0f}", f"{result['peak_mb']:,.0f}") if first else ("", "")
    cells = (result["task"], each["name"], _value(each), _goal(each), each.get("published", ""), each["peer"], *cost)
    return f"| {' | '.join(cells)} |"


def _value(each: Told) -> str:
    between = f" ({each['interval'][0]:.3f} to {each['interval'][1]:.3f})" if each["interval"] else ""
    return f"{_number(each['value'])}{' ' + each['unit'] if each['unit'] else ''}{between}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"


def _goal(each: Told) -> str:
    if each["goal"] is None:
        return ""
    mark = "✓" if each["met"] else "✗"
    return f"{'≥' if each['better'] == 'higher' else '≤'} {each['goal']:g} {mark}"


def passage(told: Told, *, short: bool = False) -> str:
    """A table and on what it was measured; the long one with notes and what was left out."""
    on = told["machine"]
    memory = f", {on['memory_gb']} GB of memory" if on["memory_gb"] else ""
    last = max((each.get("measured", "") for each in told["results"]), default="")
    where = f"Measured on {on['cores']} cores{memory}, {on['system']}, Python {on['python']}; last on {last}."
    if short:
        return f"{table(told['results'], short=True)}\n\n{where}"
    notes = [f"- {each['task']}: {note}." for each in told["results"] for note in each["notes"]]
    left_out = [f"- {name}: not measured, {why}." for name, why in told["skipped"].items()]
    tables = [
        each for result in told["results"] if result["name"] not in METHODICAL for each in result.get("tables", ())
    ]
    return "\n\n".join([table(told["results"]), where, "\n".join([*notes, *left_out]), *tables])


def write_pages(told: Told, page: Path = PAGE, readme: Path = README, method: Path = METHOD) -> list[Path]:
    """Put tables between ``<!-- figures -->`` and ``<!-- /figures -->``, the short one into the README, and those of a
    task between ``<!-- tables of TASK -->`` and ``<!-- /tables -->`` of the method's page; the files that have such
    marks."""
    written = []
    for file, short in ((page, False), (readme, True)):
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        if _MARKED.search(before):
            words = passage(told, short=short)
            file.write_text(
                _MARKED.sub(lambda found, words=words: f"{found[1]}\n{words}\n\n{found[2]}", before), encoding="utf-8"
            )
            written.append(file)
    tables = {each["name"]: "\n\n".join(each.get("tables", ())) for each in told["results"]}
    before = method.read_text(encoding="utf-8") if method.exists() else ""
    if any(tables.get(found[2]) for found in _TABLES.finditer(before)):
        method.write_text(
            _TABLES.sub(
                lambda found: f"{found[1]}\n{tables[found[2]]}\n\n{found[3]}" if tables.get(found[2]) else found[0],
                before,
            ),
            encoding="utf-8",
        )
        written.append(method)
    return written
