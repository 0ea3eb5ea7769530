"""Growth shows every source's count with its own mark, and says how many are documented."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from hanse.figures.growth import Reported, growth

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 5, 1)


def drawn(reported: list[Reported], *documented: tuple[date, int], **said: object) -> ElementTree.Element:
    return ElementTree.fromstring(growth(reported, documented, day=DAY, title="Members", **said))  # type: ignore[arg-type]


def words(found: ElementTree.Element) -> str:
    return " ".join(found.itertext())


def test_conflicting_counts_are_both_shown_with_who_says_so() -> None:
    found = drawn([Reported("2005", 18, "One", "/attestations/a/"), Reported("2005", 20, "Two")])
    assert "18 on 2005, says One" in words(found)
    assert "20 on 2005, says Two" in words(found)
    assert [link.get("href") for link in found.iter(f"{SVG}a")] == ["/attestations/a/"]
    shapes = {path.get("d") for path in found.iter(f"{SVG}path") if path.get("transform")}
    assert len(shapes) == 2


def test_documented_ones_are_steps_with_how_many_in_the_end() -> None:
    assert "41 documented here" in words(drawn([Reported("2025", 97, "c40.org")], (date(2006, 1, 1), 3), (DAY, 41)))


def test_an_undated_count_has_no_place_on_the_axis() -> None:
    assert "n.d." not in words(drawn([Reported("", 97, "n.d."), Reported("2020", 4, "dated")]))


@pytest.mark.parametrize("most", [0, 1, 7, 18, 99, 101, 4_515, 8_400, 240_000])
def test_the_axis_has_a_few_round_numbers_that_reach_beyond_the_most(most: int) -> None:
    found = drawn([Reported("2020", most, "x")])
    levels = [text.text or "" for text in found.iter(f"{SVG}text") if text.get("text-anchor") == "end"]
    values = [int(level.replace(",", "")) for level in levels]
    assert 2 <= len(values) <= 7
    assert values[0] == 0
    assert values[-1] >= most
    assert len({b - a for a, b in pairwise(values)}) == 1


def test_more_sources_than_shapes_are_still_named() -> None:
    found = drawn([Reported(f"20{k:02}", k, f"source {k}") for k in range(10, 20)])
    assert all(f"source {k}" in words(found) for k in range(10, 20))


def test_nothing_known_is_an_empty_picture() -> None:
    assert drawn([]).tag.endswith("svg")


def test_the_line_ends_where_the_documented_ones_are_known_no_further() -> None:
    steps, day = [(date(2000, 1, 1), 3)], date(2026, 1, 1)
    whole = growth((), steps, day=day, title="Parties")
    assert growth((), steps, day=day, until=day, title="Parties") == whole
    assert growth((), steps, day=day, until=date(2015, 3, 14), title="Parties") != whole
