"""Does the engine find in the fictional example what its author, by the rules, wrote down beforehand?"""

import csv
from functools import cache
from pathlib import Path

from hanse.tracing.asks import find
from hanse.tracing.board import Board
from hanse.tracing.campaign import open_campaign, trace_campaign

EXAMPLE = Path(__file__).parents[2] / "examples" / "lantern-bay"


@cache
def board() -> Board:
    return trace_campaign(open_campaign(EXAMPLE))


def test_nothing_of_the_example_is_refused_or_doubted() -> None:
    campaign = open_campaign(EXAMPLE)
    assert (campaign.refused, campaign.warnings) == ((), ())


def test_every_ask_is_tied_to_the_statement_that_has_its_words() -> None:
    assert [ask.id for ask in board().asks if ask.document is None] == []


def test_the_board_says_what_the_author_wrote_down() -> None:
    dates = {draft.id: draft.date for draft in board().drafts}
    found = {
        (cell.ask, dates[cell.draft]): (cell.outcome, cell.provenance or "", cell.met, str(cell.reinstated).lower())
        for cell in board().cells
    }
    with (EXAMPLE / "expected.csv").open(encoding="utf-8", newline="") as table:
        expected = {
            (row["ask"], row["draft"]): (row["outcome"], row["provenance"], row["met"], row["reinstated"])
            for row in csv.DictReader(table)
        }
    assert {place: found[place] for place in expected if found[place] != expected[place]} == {}


def test_agreed_language_is_cited_by_symbol_and_paragraph() -> None:
    draft = board().drafts[0].id
    origin = board().cell("A05", draft).origin
    assert origin is not None
    assert (origin.symbol, origin.passage.number, origin.adopted) == ("ALC/DEC/2029/4", "6", True)


def test_the_watch_rows_see_the_mayor_lose_a_seat_and_get_it_back() -> None:
    _, first, second = (draft.id for draft in board().drafts)
    named = {
        (row.draft, row.change)
        for row in board().watch
        if any(passage and "mayor" in passage.text for passage in (row.passage, row.before))
    }
    assert {(first, "lost"), (second, "gained")} <= named


def test_the_asks_of_the_table_are_those_that_are_found_in_the_statements() -> None:
    campaign = open_campaign(EXAMPLE)
    found = {ask.text.rstrip("."): ask.kind for statement in campaign.statements for ask in find(statement)}
    assert found == {ask.text.rstrip("."): "add" if ask.kind == "replace" else ask.kind for ask in campaign.asks}
