"""Office files keep no trace of when they were made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from hanse.reports.packing import EPOCH, as_of, written
from hanse.reports.tables import xlsx
from hanse.tracing.board import Board


def test_every_member_of_the_package_is_dated_the_same(board: Board) -> None:
    with ZipFile(BytesIO(xlsx(board))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_created_and_modified_are_the_day_of_the_latest_draft(board: Board) -> None:
    with ZipFile(BytesIO(xlsx(board))) as package:
        core = package.read("docProps/core.xml").decode()
    assert core.count("2031-06-02T00:00:00Z") == 2


def test_without_a_full_date_the_day_is_the_epoch(board: Board) -> None:
    assert as_of(Board((), (), ())) == EPOCH
    assert as_of(replace(board, drafts=(replace(board.drafts[0], date="2031-02-31"),))) == EPOCH
    assert as_of(board) == datetime(2031, 6, 2)


def test_what_xml_does_not_admit_is_left_out() -> None:
    assert written("a\x00\x0bb\ud800\uffff\n\tc") == "ab\n\tc"
