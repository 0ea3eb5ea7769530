"""Whole and partial dates."""

from __future__ import annotations

import pytest

from hanse.text.dates import is_date


@pytest.mark.parametrize(
    ("text", "valid"), [("2018", True), ("2018-07", True), ("2018-02-29", False), ("2018-13", False), ("x", False)]
)
def test_partial_dates_are_dates(text: str, valid: bool) -> None:
    assert is_date(text) is valid
