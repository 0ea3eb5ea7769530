"""A timeline draws what is known as known, and what is not known as not known."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from hanse.figures.timeline import MOST, Span, timeline

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2026, 5, 1)


def drawn(*spans: Span, **said: object) -> ElementTree.Element:
    return ElementTree.fromstring(timeline(spans, day=DAY, title="Networks", **said))  # type: ignore[arg-type]


def strokes(found: ElementTree.Element) -> list[tuple[float, str | None]]:
    """Widths and dashes of what is drawn for spans: everything in a named group."""
    return [
        (float(path.get("stroke-width", 0)), path.get("stroke-dasharray"))
        for group in found.iter(f"{SVG}g")
        for path in group.iter(f"{SVG}path")
        if path.get("transform") is None
    ]


def marks(found: ElementTree.Element) -> list[str]:
    return [path.get("d", "") for group in found.iter(f"{SVG}g") for path in group if path.get("transform")]


def test_a_documented_day_begins_a_full_bar_that_goes_on() -> None:
    found = drawn(Span("League", "2015-03-02", name="since 2 March 2015"))
    assert strokes(found) == [(7, None)]
    assert len(marks(found)) == 1


def test_a_year_is_a_thin_stretch_before_the_bar() -> None:
    assert strokes(drawn(Span("League", "2015", name="x"))) == [(2, None), (7, None)]


def test_what_has_no_documented_beginning_is_dotted() -> None:
    (stroke,) = strokes(drawn(Span("League", name="x"), Span("Other", "2001-01-01")))
    assert stroke[1] is not None


def test_an_end_that_is_not_known_is_dotted_and_has_no_arrow() -> None:
    found = drawn(Span("League", "2015", goes_on=False, name="x"))
    assert [dash is None for _, dash in strokes(found)] == [True, False]
    assert marks(found) == []


def test_an_end_a_forced_end_and_a_point_have_marks_of_their_own() -> None:
    found = drawn(
        Span("A", "2010", "2012", name="left"),
        Span("B", "2010", "2012", name="expelled", forced=True),
        Span("C", "2018-12-10", shape="point", name="adopted"),
        Span("D", "2010-01-01", name="goes on"),
    )
    assert len(set(marks(found))) == 4


def test_a_bar_ends_where_its_end_begins_to_be_possible() -> None:
    assert strokes(drawn(Span("A", "2010-01-01", "2012", name="x"))) == [(7, None), (2, None)]


@pytest.mark.parametrize("width", [340, 760])
def test_every_lane_is_named_once_and_nothing_leaves_the_picture(width: int) -> None:
    lanes = ("United Cities and Local Governments of the World and all its Regions", "C40", "都市ネットワーク")
    found = drawn(*(Span(lane, "1990", name=lane) for lane in lanes for _ in range(2)), width=width)
    texts = [text.text or "" for text in found.iter(f"{SVG}text")]
    assert sum(text.startswith(("United", "C40", "都市")) for text in texts) == 3
    for x in re.findall(r"[ML](-?[\d.]+) ", ElementTree.tostring(found, encoding="unicode")):
        assert -2 <= float(x) <= width


def test_of_very_many_lanes_the_first_are_drawn() -> None:
    found = drawn(*(Span(f"N{k}", "2000") for k in range(MOST + 5)))
    texts = {text.text for text in found.iter(f"{SVG}text")}
    assert f"N{MOST - 1}" in texts
    assert f"N{MOST}" not in texts


def test_a_link_has_a_name_and_is_escaped() -> None:
    found = drawn(Span("A & B", "2000", name="A & B <since 2000>", link="/networks/a/?x=1&y=2"))
    link = next(found.iter(f"{SVG}a"))
    assert (link.get("href"), link.get("aria-label")) == ("/networks/a/?x=1&y=2", "A & B <since 2000>")


def test_no_spans_is_an_empty_axis() -> None:
    assert drawn().tag.endswith("svg")


@pytest.mark.parametrize("since", ["0001", "9999", "19XX", "2020~"])
def test_any_date_can_be_drawn(since: str) -> None:
    assert drawn(Span("A", since)).tag.endswith("svg")
