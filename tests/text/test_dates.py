"""Whole and partial dates."""

from __future__ import annotations

import pytest

from hanse.text.dates import days, is_date


@pytest.mark.parametrize(
    ("text", "valid"), [("2018", True), ("2018-07", True), ("2018-02-29", False), ("2018-13", False), ("x", False)]
)
def test_partial_dates_are_dates(text: str, valid: bool) -> None:
    assert is_date(text) is valid


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-02-03~", "2020-02-03", "2020-02-03"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("19XX?", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_date_means_all_days_from_its_first_to_its_last(text: str, first: str, last: str) -> None:
    found = days(text)
    assert found is not None
    assert [str(day) for day in found] == [first, last]


@pytest.mark.parametrize("text", ["", "0000", "00XX", "2018-13", "2018-02-30", "XXXX", "then"])
def test_what_is_no_date_means_no_day(text: str) -> None:
    assert days(text) is None


def test_a_decade_is_a_span_but_no_calendar_date() -> None:
    assert not is_date("201X")
