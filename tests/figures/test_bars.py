"""Bars are as long as their amounts, and what nobody documented has none."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hanse import saying
from hanse.figures.bars import bars

ROWS = (("Africa", 30.0, "30"), ("Europe", 15.0, "15"), ("Asia <&>", None, "not documented"))


def widths(svg: str) -> list[float]:
    return [float(each) for each in re.findall(r'<rect [^>]*width="([\d.]+)"', svg)]


def test_bars_are_in_proportion_and_nothing_is_drawn_for_what_is_not_documented() -> None:
    svg = bars(ROWS, title="By region", description="Africa 30")
    ElementTree.fromstring(svg)
    long, half = widths(svg)
    assert abs(long - 2 * half) < 0.2
    assert "not documented" in svg
    assert "<title>By region</title><desc>Africa 30</desc>" in svg


def test_from_the_right_where_the_language_is_written_so() -> None:
    with saying.speaking("ar"):
        svg = bars(ROWS, title="x", width=640)
    lefts = [float(each) for each in re.findall(r'<rect x="([\d.]+)"', svg)]
    ends = {round(left + width) for left, width in zip(lefts, widths(svg), strict=True)}
    assert len(ends) == 1  # all begin on one line, on the right


def test_nothing_stands_outside_the_picture_however_long_the_names_and_small_the_amounts() -> None:
    svg = bars([("W" * 300, 0.0, "0"), ("x", -3.0, "-3")], title="x")
    assert widths(svg) == []
    assert "…" in svg
    assert "NaN" not in bars((), title="empty")


def test_the_same_rows_give_the_same_picture_in_the_colours_of_a_page() -> None:
    assert bars(ROWS, title="x") == bars(ROWS, title="x")
    assert "var(--accent" in bars(ROWS, title="x", theme="page")


def test_no_name_that_has_room_is_cut() -> None:
    for names in ([f"{ten}0–{ten}9" for ten in range(191, 203)], [f"{'a' * number}.1" for number in range(1, 30)]):
        assert "…" not in bars([(name, 1.0, "1") for name in names], title="x")
