"""Does the cost of reuse grow no faster than the corpora, within the memory given? Invented and real corpora.

Every run is a process of its own, so that its time and memory are its own; memory is that of all its processes.
``python -m benchmarks.scale --write-docs`` draws the last figures into docs/images/scale.svg.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from benchmarks.data import HERE, folder
from benchmarks.figures import Figure, MissingData, Result, timed
from benchmarks.planted import Planted
from benchmarks.report import KEPT

SIZES = (10_000, 100_000, 1_000_000)
COPIES = 200
MEMORY = "2GB"
LIMIT_MB = 2048
PICTURE = HERE / "docs" / "images" / "scale.svg"
_HANSE = (sys.executable, "-m", "hanse.cli")
_REAL = (
    ("all General Debate speeches, 2015 to 2024", "ungdc_2015_2024", ("--id", "country,session"), 300),
    ("twelve dated bills", "aca_bill_versions", (), 60),
)


def run() -> Result:
    with tempfile.TemporaryDirectory() as scratch:
        invented = [_alone("planted", str(size)) for size in SIZES]
        library = _alone("library", str(SIZES[-1]), str(Path(scratch) / "planted.library"))
    sizes, seconds = np.log(SIZES), np.log([each["seconds"] for each in invented])
    slope = float(np.polyfit(sizes, seconds, 1)[0])
    found = sum(each["found"] for each in invented)
    figures = [
        Figure("slope of time over size, both logarithmic", round(slope, 3), goal=1.15, better="lower"),
        Figure("share of planted copies found", found / (COPIES * len(SIZES)), goal=1.0),
        Figure(
            f"most memory, of all sizes, with {MEMORY} given",
            max(each["peak_mb"] for each in invented),
            "MB",
            goal=LIMIT_MB,
            better="lower",
        ),
        Figure(
            f"a draft against a library of {SIZES[-1]:,} passages, from a start from nothing",
            library["cold"],
            "s",
            goal=2.0,
            better="lower",
        ),
        Figure("the next draft", library["warm"], "s", goal=2.0, better="lower"),
    ]
    real = [_real(*each) for each in _REAL]
    for name, told, goal in real:
        figures.append(Figure(name, told["seconds"], "s", goal=goal, better="lower"))
        figures.append(Figure(f"{name}: memory", told["peak_mb"], "MB", goal=LIMIT_MB, better="lower"))
    return Result(
        "reuse at scale",
        tuple(figures),
        rows=sum(SIZES),
        notes=("half of the planted copies are lightly edited, the others share one run of 12 to 20 words",),
        details={"invented": invented, "library": library, "real": {name: told for name, told, _ in real}},
    )


def _real(name: str, data: str, options: tuple[str, ...], goal: int) -> tuple[str, dict[str, Any], int]:
    words = [*_HANSE, "reuse", str(folder(data)), *options, "--memory", MEMORY, "--json"]
    told, seconds, peak = _watched(words, Path("/dev/null"))
    return name, {"seconds": seconds, "peak_mb": peak, "said": told}, goal


def _alone(*words: str) -> dict[str, Any]:
    """One of the runs below, in a process of its own."""
    with tempfile.NamedTemporaryFile() as output:
        _, _, peak = _watched([sys.executable, "-m", "benchmarks.scale", *words], Path(output.name))
        told: dict[str, Any] = json.loads(Path(output.name).read_text(encoding="utf-8"))
    return {**told, "peak_mb": peak}


def _watched(words: list[str], output: Path) -> tuple[list[str], float, float]:
    """What a command said on stderr, its seconds, and the most MB that it and its processes held together."""
    begun, peak = time.perf_counter(), 0.0
    with output.open("wb") as out, tempfile.TemporaryFile("w+") as said:
        process = psutil.Popen(words, stdout=out, stderr=said, cwd=HERE)
        while process.poll() is None:
            held = 0
            for each in (process, *_children(process)):
                try:
                    held += each.memory_info().rss
                except psutil.Error:
                    continue
            peak = max(peak, held / 2**20)
            time.sleep(0.05)
        said.seek(0)
        lines = said.read().splitlines()
    if process.returncode not in (0, 1):
        raise MissingData(f"{' '.join(words[2:4])} ended with {process.returncode}: {' '.join(lines)[-300:]}")
    return lines, round(time.perf_counter() - begun, 2), round(peak, 1)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def planted(size: int) -> dict[str, Any]:
    """Compare an invented corpus with itself; the copies found, and the seconds without those of inventing it."""
    from hanse.tracing.reuse import comparison

    corpus = Planted.of(size, COPIES)
    _, inventing = timed(lambda: sum(1 for _ in corpus.documents()))
    begun = time.perf_counter()
    with comparison(corpus.documents(), memory=MEMORY) as result:
        pairs = {match.places for match in result.matches}
    seconds = time.perf_counter() - begun - inventing
    found = sum((original, copy) in pairs for copy, original in corpus.copies.items())
    return {"size": size, "seconds": round(seconds, 2), "found": found, "matches": len(pairs)}


def library(size: int, path: str) -> dict[str, Any]:
    """Store an invented corpus in a library, then ask it from another process and from this one."""
    from hanse.text.document import Document, Passage
    from hanse.tracing.reuse.library import Library

    corpus = Planted.of(size, COPIES)
    with Library(path) as kept:
        _, filling = timed(lambda: kept.add(corpus.documents()))
        copied = [
            document for document in Planted.of(size, COPIES).documents() if int(document.id[1:]) in corpus.copies
        ]
        draft = Document("draft", tuple(Passage(f"p{k}", each.passages[0].text) for k, each in enumerate(copied)))
        text = Path(f"{path}.draft.jsonl")
        row = {"id": "draft", "language": "en", "passages": [each.text for each in draft.passages]}
        text.write_text(json.dumps(row), encoding="utf-8")
        _, changing = timed(lambda: kept.replace(copied[0]))
        answer, warm = timed(lambda: kept.query(draft))
    words = [*_HANSE, "reuse", str(text), "--library", path, "--json"]
    _, cold = timed(lambda: subprocess.run(words, check=True, capture_output=True))
    return {
        "passages": size,
        "filling": round(filling, 1),
        "replacing one": round(changing, 3),
        "draft passages": len(draft.passages),
        "matches": len(answer),
        "warm": round(warm, 3),
        "cold": round(cold, 3),
        "file_mb": round(Path(path).stat().st_size / 2**20),
    }


def picture(told: dict[str, Any]) -> str:
    """Seconds and memory over size, as SVG."""
    import altair as alt
    import vl_convert

    rows = told["details"]["invented"]
    base = alt.Chart(alt.Data(values=rows)).encode(alt.X("size:Q").scale(type="log").title("passages"))
    charts = [
        base.mark_line(point=True, color="#1f4e79")
        .encode(alt.Y(f"{field}:Q").scale(type=scale).title(title))
        .properties(width=320, height=220)
        for field, scale, title in (("seconds", "log", "seconds"), ("peak_mb", "linear", f"peak MB, {MEMORY} given"))
    ]
    return str(vl_convert.vegalite_to_svg(alt.hconcat(*charts).to_json()))


def main() -> None:
    match sys.argv[1:]:
        case ["planted", size]:
            print(json.dumps(planted(int(size))))
        case ["library", size, path]:
            print(json.dumps(library(int(size), path)))
        case ["--write-docs"]:
            held = json.loads(KEPT.read_text(encoding="utf-8"))["results"]
            told = next(each for each in held if each["name"] == "scale")
            PICTURE.write_text(picture(told), encoding="utf-8")
        case _:
            raise SystemExit("python -m benchmarks.scale --write-docs; the figures: python -m benchmarks scale")


if __name__ == "__main__":
    main()
