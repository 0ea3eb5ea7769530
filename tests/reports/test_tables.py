"""The tables hold every cell, run nothing, and are the same every time."""

from __future__ import annotations

import csv as commas
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from hanse.errors import RestrictedDocument
from hanse.reports import tables
from hanse.tracing.board import Board

from .strait import ARABIC, LONG, restricted


def rows(board: Board) -> list[dict[str, str]]:
    return list(commas.DictReader(StringIO(tables.csv(board))))


def test_the_csv_has_one_row_a_cell_in_the_board_s_order(board: Board) -> None:
    assert [(row["ask"], row["draft"]) for row in rows(board)] == [(cell.ask, cell.draft) for cell in board.cells]


def test_a_row_of_the_csv_carries_the_finding_and_its_passage(board: Board) -> None:
    row = next(row for row in rows(board) if (row["ask"], row["draft"]) == ("A3", "rev2"))
    assert row["outcome"] == "weakened"
    assert row["passage number"] == "OP3"
    assert row["passage text"] == LONG
    assert row["caveats"] == "as appropriate; subject to available resources"
    assert (row["strength asked"], row["strength in draft"]) == ("5", "4")


def test_a_row_says_whether_a_person_has_judged_it(board: Board) -> None:
    table = tables.csv(board, judged={("A1", "zero"): "Confirmed."})
    said = [row["judged"] for row in commas.DictReader(StringIO(table))]
    assert said[0] == "Confirmed."
    assert set(said[1:]) == {"Machine proposed, not yet judged by a person."}


def test_origins_and_rivals_are_cited_by_symbol_and_paragraph(board: Board) -> None:
    row = next(row for row in rows(board) if (row["ask"], row["draft"]) == ("A12", "rev2"))
    assert "AS/RES/19/4" in row["origin"]
    assert ", para. 12," in row["origin"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_no_cell_of_the_csv_begins_as_a_formula(board: Board, start: str) -> None:
    wicked = replace(board, asks=(replace(board.asks[0], text=f"{start}cmd", actor=f"{start}x"), *board.asks[1:]))
    row = rows(wicked)[0]
    assert row["ask text"] == f"'{start}cmd"
    assert row["actor"] == f"'{start}x"


def test_the_workbook_has_four_sheets_with_frozen_heads_and_filters(board: Board) -> None:
    book = load_workbook(BytesIO(tables.xlsx(board)))
    assert book.sheetnames == ["Board", "Findings", "Asks", "Watch"]
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref
    assert book["Findings"].max_row == 1 + len(board.cells)
    assert book["Asks"].max_row == 1 + len(board.asks)
    assert book["Watch"].max_row == 1 + len(board.watch)


def test_the_grid_says_the_outcome_as_word_and_as_fill(board: Board) -> None:
    grid = load_workbook(BytesIO(tables.xlsx(board)))["Board"]
    assert grid["E1"].value == "Zero draft\n2031-03-01"
    assert grid["F2"].value == "weakened\nnew, met in part"
    assert grid["F2"].fill.start_color.rgb.endswith(tables.FILLS["weakened"])
    assert grid["D11"].value == ARABIC


def test_text_stays_text_in_the_workbook(board: Board) -> None:
    grid = load_workbook(BytesIO(tables.xlsx(board)))["Board"]
    assert grid["D15"].value.startswith("=SUM")
    assert grid["D15"].data_type == "s"


def test_control_characters_do_not_break_the_workbook(board: Board) -> None:
    odd = replace(board, asks=(replace(board.asks[0], text="a\x00b\x0bc"), *board.asks[1:]))
    assert load_workbook(BytesIO(tables.xlsx(odd)))["Asks"]["F2"].value == "abc"


def test_the_same_board_gives_the_same_bytes(board: Board) -> None:
    assert tables.xlsx(board) == tables.xlsx(board)
    assert tables.csv(board) == tables.csv(board)


@pytest.mark.parametrize("table", [tables.csv, tables.xlsx])
@pytest.mark.parametrize("where", ["drafts", "record", "statements", "asks"])
def test_a_restricted_item_is_refused_unless_said_explicitly(board: Board, where: str, table: object) -> None:
    with pytest.raises(RestrictedDocument):
        table(restricted(board, where))
    assert table(restricted(board, where), include_restricted=True)


@pytest.mark.parametrize("table", [tables.csv, tables.xlsx])
def test_an_empty_board_is_still_a_table(table: object) -> None:
    assert table(Board((), (), ()))
