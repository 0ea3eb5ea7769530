"""How quickly are files read? A PDF of 40 pages with all that pages have, and 500 small files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.figures import Figure, Result
from benchmarks.fresh import fresh
from benchmarks.prose import Writer

PAGES, SMALL, ROUNDS = 40, 500, 3
WIDTH, HEIGHT, MARGIN = 595, 842, 70
NOTES = HEIGHT - 110
"""How far down a page its footnotes start, in points from the top."""


def run() -> Result:
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder, "paper.pdf")
        printed(paper, PAGES)
        small_files(Path(folder, "small"), SMALL)
        first = [fresh("benchmarks.pdf:once", str(paper)) for _ in range(ROUNDS)]
        batch = [fresh("benchmarks.pdf:batch", str(Path(folder, "small"))) for _ in range(ROUNDS)]
    told = first[0].told
    return Result(
        "reading, speed",
        (
            Figure(
                f"PDF of {PAGES} pages, first thing in a process",
                median(each.seconds - each.told["again"] for each in first),
                "s",
                goal=2,
                better="lower",
            ),
            Figure("the same again", median(each.told["again"] for each in first), "s", goal=2, better="lower"),
            Figure("peak memory", max(each.peak_mb for each in first), "MB"),
            Figure(
                f"{SMALL} small files of text and HTML",
                median(SMALL / each.told["seconds"] for each in batch),
                "files/s",
            ),
        ),
        rows=PAGES,
        notes=(f"medians of {ROUNDS}; the PDF has running headers, footnotes, and two columns on every third page",),
        details={"read": {key: told[key] for key in ("passages", "furniture", "words")}},
    )


def once(path: str) -> dict[str, Any]:
    """Read a file twice, in this process."""
    import hanse

    document = hanse.read(path)
    start = perf_counter()
    hanse.read(path)
    return {
        "again": perf_counter() - start,
        "passages": len(document.passages),
        "furniture": len(document.furniture),
        "words": sum(1 for _ in document.words()),
    }


def batch(folder: str) -> dict[str, Any]:
    """Read all files of a folder, in this process."""
    from hanse.text.reading import read_all

    paths = sorted(Path(folder).iterdir())
    start = perf_counter()
    reading = read_all(paths)
    assert len(reading.documents) == len(paths), reading.refused
    return {"seconds": perf_counter() - start}


def small_files(folder: Path, count: int) -> list[Path]:
    """Statements of about a page each, every third as HTML."""
    writer = Writer(500)
    folder.mkdir(parents=True)
    paths = []
    for k in range(count):
        texts = [f"{n}. {text}" for n, text in enumerate(writer.passages(6), 1)]
        html = k % 3 == 2
        body = "".join(f"<p>{text}</p>\n" for text in texts) if html else "\n\n".join(texts)
        path = folder / f"2031-03-{k % 28 + 1:02} Statement {k:03}.{'html' if html else 'txt'}"
        path.write_text(f"<html><body>\n{body}</body></html>" if html else body, encoding="utf-8")
        paths.append(path)
    return paths


def printed(path: Path, pages: int) -> None:
    """A PDF of ``pages`` pages: running header and page number, footnotes, two columns on every third page."""
    from reportlab.pdfgen.canvas import Canvas

    writer, canvas, number = Writer(40), Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1), 0
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(MARGIN, HEIGHT - 40, "Draft Accord of the Tidewater Assembly, second revision")
        canvas.drawCentredString(WIDTH / 2, 36, str(page))
        columns = 2 if page % 3 == 0 else 1
        width = (WIDTH - 2 * MARGIN - (columns - 1) * 24) / columns
        for column in range(columns):
            number = _column(canvas, writer, number, MARGIN + column * (width + 24), width)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(MARGIN, HEIGHT - NOTES - 14, f"{page}  {writer.sentence(12)[:100]}")
        canvas.showPage()
    canvas.save()


def _column(canvas: Any, writer: Writer, number: int, left: float, width: float) -> int:
    """Numbered paragraphs down to the footnotes; the number of the last."""
    from reportlab.lib.utils import simpleSplit

    canvas.setFont("Times-Roman", 11)
    top = HEIGHT - 70.0
    while True:
        lines = simpleSplit(f"{number + 1}. {writer.passage()}", "Times-Roman", 11, width)
        if top - 14 * len(lines) < HEIGHT - NOTES + 10:
            return number
        for line in lines:
            canvas.drawString(left, top, line)
            top -= 14
        top -= 8
        number += 1
