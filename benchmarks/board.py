"""How long does a board take? 50 asks x 6 drafts of 400 passages, 2,000 passages of record, first run included."""

from __future__ import annotations

import tempfile
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.figures import Figure, Result
from benchmarks.fresh import Spent, fresh, fresh_cache
from benchmarks.prose import Writer

ASKS, DRAFTS, PASSAGES, RECORD = 50, 6, 400, 2_000
TEXTS = 10
"""Documents that the record is spread over."""
ROUNDS = 3


def run() -> Result:
    first, warm = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            first.append(fresh("benchmarks.board:once", environment=fresh_cache(folder)))
            warm.append(fresh("benchmarks.board:once", environment=fresh_cache(folder)))
    size = f"{ASKS} asks x {DRAFTS} drafts of {PASSAGES} passages, record of {RECORD:,}"
    return Result(
        "board, speed",
        (
            Figure(f"first run ever: {size}", median(map(_seconds, first)), "s", goal=10, better="lower"),
            Figure("first run, processor time", median(each.processor for each in first), "s"),
            Figure("later run", median(map(_seconds, warm)), "s", goal=10, better="lower"),
            Figure("peak memory", max(each.peak_mb for each in first + warm), "MB", goal=700, better="lower"),
            Figure("board.html written", median(each.told["html"] for each in first), "s"),
        ),
        rows=ASKS * DRAFTS,
        notes=(f"medians of {ROUNDS}; seconds are those of a whole process, import and compilation included",),
        details={
            "first": [round(_seconds(each), 2) for each in first],
            "warm": [round(_seconds(each), 2) for each in warm],
            "trace alone": [each.told["trace"] for each in first + warm],
            "outcomes": first[0].told["outcomes"],
        },
    )


def _seconds(spent: Spent) -> float:
    """Without the time in which the texts were invented, and the page written."""
    return spent.seconds - spent.told["inventing"] - spent.told["html"]


def once() -> dict[str, Any]:
    """One board, in this process."""
    start = perf_counter()
    wanted, drafts, record = texts(ASKS, DRAFTS, PASSAGES, RECORD)
    invented = perf_counter()
    from collections import Counter

    from hanse.reports.board import html
    from hanse.text.document import Document, Passage
    from hanse.tracing.board import Ask
    from hanse.tracing.trace import trace

    def document(id: str, date: str, passages: list[str], **said: Any) -> Document:
        content = tuple(Passage(f"p{k}", text, number=str(k)) for k, text in enumerate(passages, 1))
        return Document(id, content, title=id, date=date, language="en", **said)

    asks = [Ask(f"a{k}", text, f"City {k % 7}", "2031-01-15", "add") for k, text in enumerate(wanted, 1)]
    versions = [document(f"draft-{k}", f"2031-{k + 1:02}-01", each) for k, each in enumerate(drafts, 1)]
    earlier = [document(f"text-{k}", f"20{20 + k}-05-01", each, adopted=k % 2 == 0) for k, each in enumerate(record)]
    begun = perf_counter()
    board = trace(asks, versions, earlier)
    traced = perf_counter()
    html(board)
    return {
        "inventing": invented - start,
        "trace": round(traced - begun, 2),
        "html": perf_counter() - traced,
        "outcomes": dict(Counter(cell.outcome for cell in board.cells)),
    }


def texts(asks: int, drafts: int, passages: int, record: int) -> tuple[list[str], list[list[str]], list[list[str]]]:
    """Asks, drafts and record texts. Of five asks one is in the record, three come into a draft, one in other words,
    and one is nowhere."""
    writer = Writer(2031)
    wanted = [writer.passage(15, 45) for _ in range(asks)]
    versions = [writer.passages(passages)]
    for _ in range(drafts - 1):
        versions.append(writer.revised(versions[-1]))
    earlier = writer.passages(record)
    for k, text in enumerate(wanted):
        since = k % drafts
        if k % 5 == 0:
            earlier[writer.dice.randrange(record)] = f"{writer.sentence()} {text}"
        if k % 5 == 4:
            continue
        said = text if k % 5 < 3 else writer.reworded(text)
        for version in versions[since:]:
            version[k * len(version) // asks] = f"{said} {writer.sentence()}"
    per = record // TEXTS or 1
    return wanted, versions, [earlier[k : k + per] for k in range(0, record, per)]
