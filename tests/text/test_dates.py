"""Dates in names and opening lines."""

from __future__ import annotations

import pytest

from hanse.text.dates import date_in, date_in_name, date_in_opening, is_date


@pytest.mark.parametrize(
    ("text", "valid"), [("2018", True), ("2018-07", True), ("2018-02-29", False), ("2018-13", False), ("x", False)]
)
def test_partial_dates_are_dates(text: str, valid: bool) -> None:
    assert is_date(text) is valid


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2018-03-05 zero draft.txt", "2018-03-05"),
        ("20180305_rev1.docx", "2018-03-05"),
        ("rev 2 (2018-03).pdf", "2018-03"),
        ("rev2.pdf", None),
        ("A-RES-73-195.pdf", None),
    ],
)
def test_the_date_in_a_name(name: str, date: str | None) -> None:
    assert date_in_name(name) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("26 March 2018", "2018-03-26"),
        ("March 26, 2018", "2018-03-26"),
        ("5 mars 2018", "2018-03-05"),
        ("Geneva, 1er août 2018", "2018-08-01"),
        ("3 de mayo de 2018", "2018-05-03"),
        ("11 июля 2018", "2018-07-11"),
        ("2018年7月11日", "2018-07-11"),
        ("July 2018", "2018-07"),
        ("no date", None),
    ],
)
def test_a_date_written_out(text: str, date: str | None) -> None:
    assert date_in(text) == date


def test_a_meeting_is_not_the_date_of_the_draft() -> None:
    lines = [
        "PLEDGE OF PORTS",
        "Draft two",
        "We, the mayors, meeting on 10-11 December 2018 in the port, agree:",
        "26 March 2018",
    ]
    assert date_in_opening(lines) == "2018-03-26"
    assert date_in_opening(lines[:3]) is None
