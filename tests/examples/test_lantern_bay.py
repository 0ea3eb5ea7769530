"""Does the fictional example show all that a board can show, and does its hand-written answer fit its files?"""

import csv
from collections import Counter
from pathlib import Path
from typing import get_args

from hanse.tracing.board import OUTCOMES, AskKind, Met, Provenance

EXAMPLE = Path(__file__).parents[2] / "examples" / "lantern-bay"


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_the_answer_has_one_row_for_every_ask_and_draft() -> None:
    asks = [row["id"] for row in rows("asks/asks.csv")]
    drafts = sorted(path.name[:10] for path in (EXAMPLE / "drafts").iterdir())
    expected = [(row["ask"], row["draft"]) for row in rows("expected.csv")]
    assert expected == [(ask, draft) for ask in asks for draft in drafts]


def test_every_outcome_provenance_verdict_and_kind_occurs_and_one_ask_is_reinstated() -> None:
    expected = rows("expected.csv")
    assert {row["outcome"] for row in expected} == set(OUTCOMES)
    assert {row["provenance"] for row in expected} == {*get_args(Provenance), ""}
    assert {row["met"] for row in expected} == set(get_args(Met))
    assert Counter(row["reinstated"] for row in expected)["true"] == 1
    assert {row["kind"] for row in rows("asks/asks.csv")} == set(get_args(AskKind))


def test_provenance_is_empty_exactly_where_the_draft_does_not_have_the_ask() -> None:
    for row in rows("expected.csv"):
        assert (row["provenance"] == "") == (row["outcome"] in ("not reflected", "deleted")), row


def test_the_example_has_three_drafts_three_statements_and_four_earlier_texts() -> None:
    statements = [path for path in (EXAMPLE / "asks").iterdir() if path.suffix != ".csv"]
    counts = [len(statements), *(len(list((EXAMPLE / each).iterdir())) for each in ("drafts", "record"))]
    assert counts == [3, 3, 4]


def test_every_plain_text_of_the_example_says_that_it_is_fictional() -> None:
    for folder in ("asks", "drafts", "record"):
        for path in (EXAMPLE / folder).iterdir():
            if path.suffix in (".txt", ".md", ".html"):
                assert "Fictional document" in path.read_text(encoding="utf-8"), path
