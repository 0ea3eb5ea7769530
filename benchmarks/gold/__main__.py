"""``python -m benchmarks.gold FOLDER``: every authored paper as PDF or DOCX, each with its gold as JSON beside it."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.gold import plain_pages, typst_pages, word_pages
from benchmarks.gold.manuscript import Paper, papers

SETTERS = {"typst": typst_pages.pdf, "reportlab": plain_pages.pdf, "word": word_pages.docx}


def rendered(paper: Paper) -> bytes:
    """The file of a paper, as its setter sets it."""
    return SETTERS[paper.setter](paper)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gold", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write the papers; it is made where it is missing")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for paper in papers():
        (folder / f"{paper.id}.{paper.format}").write_bytes(rendered(paper))
        told = json.dumps(paper.gold(), ensure_ascii=False, indent=1)
        (folder / f"{paper.id}.json").write_text(told + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
