"""One wording of the Global Compact for Migration as asks, the other as the draft: nothing may look changed."""

from __future__ import annotations

from benchmarks.data import rows
from benchmarks.figures import Figure, Result
from hanse.text.document import Document, Passage
from hanse.tracing.board import Ask
from hanse.tracing.trace import trace

PASSIM = "passim 86 %, text-matcher 26 %, text-pair 0 %"


def run() -> Result:
    pairs = rows("gcm_two_versions", "*.jsonl")
    own = reflected = verbatim = 0
    wrong: list[str] = []
    for asked, drafted in (("july2018_unedited", "un_edited"), ("un_edited", "july2018_unedited")):
        draft = Document("draft", tuple(Passage(pair["id"], pair[drafted]) for pair in pairs), language="en")
        board = trace([Ask(pair["id"], pair[asked]) for pair in pairs], [draft])
        for pair, cell in zip(pairs, board.cells, strict=True):
            found = cell.passage is not None and pair["id"] == cell.passage.id
            own += found
            reflected += cell.outcome == "reflected"
            identical = pair[asked] == pair[drafted]
            verbatim += not identical or cell.how == "verbatim"
            if not found or cell.outcome != "reflected":
                wrong.append(f"{cell.ask}: {cell.outcome}, {cell.why}")
    cells = 2 * len(pairs)
    return Result(
        "GCM, two wordings",
        (
            Figure("own counterpart", own / cells, goal=1.0, published=PASSIM),
            Figure("reflected", reflected / cells, goal=1.0),
            Figure("verbatim where identical", verbatim / cells, goal=1.0),
        ),
        rows=cells,
        details={"wrong": wrong},
    )
