"""What was written by hand to measure citing: passages with stances, reference strings with fields, whole papers."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
STANCES = ("supports", "contrasts", "mentions", "unsure")
STYLES = ("apa", "chicago", "harvard", "numbered", "footnote", "un")
KINDS = (
    "journal-article",
    "book",
    "chapter",
    "report",
    "working-paper",
    "web-page",
    "un-document",
    "thesis",
    "news",
)
OPEN, CLOSE = "[[", "]]"
"""What stands around the citation that is judged, in a passage."""


def passages() -> list[dict[str, str]]:
    """The citing passages with their stances; the columns are told in ``codebook.md``."""
    with (HERE / "citing_passages.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def bare(passage: str) -> tuple[str, int, int]:
    """A passage as it would stand in print, and where in it the citation that is judged begins and ends."""
    start, rest = passage.split(OPEN, 1)
    target, after = rest.split(CLOSE, 1)
    while after.startswith("]"):
        target, after = target + "]", after[1:]
    return start + target + after, len(start), len(start) + len(target)


def references() -> list[dict[str, Any]]:
    """The reference strings with the fields that a careful reader finds in them; told in ``README.md``."""
    lines = (HERE / "references.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
