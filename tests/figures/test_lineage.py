"""The family tree names everybody, draws every kind apart, and counts what it has no room for."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

import hanse
from hanse import figures
from hanse.figures.lineage_labels import beside
from hanse.figures.lineage_layout import MOST, Plane, laid_out
from hanse.figures.ticks import WIDE, ticks
from hanse.text.document import Document, Passage


def text(id: str, date: str | None, words: str, **said: object) -> Document:
    content = (Passage(id="p1", text=words, number="1"),)
    return Document(id=id, content=content, date=date, title=id, language="en", **said)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def few() -> hanse.Lineage:
    return hanse.lineage(
        "tide schools for every child",
        [
            text(
                "d", "2029-11-14", "Tide schools for every child.", actor="Quillon & Sons", symbol="ALC/4", adopted=True
            ),
            text("s", "2030", "We ask: tide schools for every child.", actor="Velane", kind="statement"),
            text("z", "2031-03-02", "Tide schools for every child.", kind="draft"),
            text("r", "2031-12-27", "Tide schools for every registered child.", kind="draft", parent="z"),
            text("u", None, "Tide schools for every child."),
        ],
    )


def drawn(lineage: hanse.Lineage, **said: str) -> str:
    return figures.svg(figures.lineage(lineage), title=lineage.phrase, description=lineage.said, **said)  # type: ignore[arg-type]


def test_the_picture_is_one_well_formed_element_with_names_title_and_description(few: hanse.Lineage) -> None:
    picture = drawn(few)
    root = ElementTree.fromstring(picture)
    assert root.tag.endswith("svg")
    assert [child.tag.split("}")[1] for child in root][:2] == ["title", "desc"]
    words = " ".join(root.itertext())
    for name in ("Quillon & Sons", "Velane", "Drafts", "ALC/4", "adopted text", "draft", "statement"):
        assert name in words
    assert "registered" in words


def test_the_picture_needs_no_style_no_script_and_nothing_from_elsewhere(few: hanse.Lineage) -> None:
    picture = drawn(few)
    assert not re.search(r"<style|style=|<script|on\w+=|url\(|<image", picture)


def test_the_same_lineage_gives_the_same_bytes(few: hanse.Lineage) -> None:
    assert drawn(few) == drawn(few)


def test_dark_and_page_pictures_differ_from_the_light_one_in_colours_alone(few: hanse.Lineage) -> None:
    light, dark, page = (drawn(few, theme=theme) for theme in ("light", "dark", "page"))
    assert light != dark
    bare = [re.sub(r"var\(--[a-z]+, (#[0-9a-f]{6})\)", r"\1", each) for each in (light, page)]
    assert bare[0] == bare[1]
    assert re.sub(r"#[0-9a-f]{6}", "#", light) == re.sub(r"#[0-9a-f]{6}", "#", dark)


def test_the_colours_are_those_of_the_pages() -> None:
    from importlib.resources import files

    from hanse.figures.colours import DARK, LIGHT

    tokens = files("hanse.reports").joinpath("templates/tokens.css").read_text(encoding="utf-8")
    bright, dark = tokens.split("prefers-color-scheme: dark")
    for palette, told in ((LIGHT, bright), (DARK, dark)):
        for name, colour in palette.items():
            assert f"--{name}: {colour}" in told.replace("#ffffff", "#fff"), name


def test_marks_lead_to_their_passages_by_name(few: hanse.Lineage) -> None:
    chart = figures.lineage(few, links={"d": "/documents/d/?a=1&b=2#1"})
    picture = figures.svg(chart, title="t", names={"/documents/d/?a=1&b=2#1": "Quillon, paragraph 1"})
    assert '<a href="/documents/d/?a=1&amp;b=2#1" aria-label="Quillon, paragraph 1"' in picture


def test_kinds_differ_by_shape_and_the_very_words_are_filled(few: hanse.Lineage) -> None:
    plan = laid_out(few, {})
    kinds = {row["document"]: row["kind"] for row in plan.nodes}
    assert kinds == {"d": "adopted text", "s": "statement, ask or proposal", "z": "draft", "r": "draft"}
    hollow = [row["document"] for row in plan.nodes if row["fill"] != row["stroke"]]
    assert hollow == ["r"]
    assert [row["document"] for row in plan.nodes if row["size"] > 100] == ["d"]


def test_a_partial_date_stands_in_the_middle_of_its_days(few: hanse.Lineage) -> None:
    row = next(row for row in laid_out(few, {}).nodes if row["document"] == "s")
    assert (row["from"], row["x"], row["to"]) == ("2030-01-01", "2030-07-02", "2030-12-31")


def test_two_texts_of_one_actor_and_day_have_lanes_of_their_own() -> None:
    texts = [text(id, "2030", "Tide schools.", actor="Velane") for id in "abc"]
    assert len(laid_out(hanse.lineage("tide schools", texts), {}).lanes) == 3


def test_what_there_is_no_room_for_is_counted_year_by_year() -> None:
    texts = [text(f"t{k}", str(2000 + k // 10), f"Lamp {k}: tide schools.", actor=f"City {k}") for k in range(100)]
    lineage = hanse.lineage("tide schools", texts)
    plan = laid_out(lineage, {})
    assert len(plan.nodes) == MOST
    assert plan.lanes[-1] == "40 more, by year"
    assert sum(int(row["label"]) for row in plan.rest) == 40
    assert {each.document for each in lineage.first} <= {row["document"] for row in plan.nodes}
    picture = drawn(lineage)
    assert "40 more, by year" in picture


def test_every_tie_between_drawn_marks_is_drawn(few: hanse.Lineage) -> None:
    plan = laid_out(few, {})
    assert {row["tie"] for row in plan.curves} == {tie.child for tie in few.ties}
    assert all(row["firm"] for row in plan.curves if row["tie"] == "r")


@pytest.mark.parametrize("documents", [[], [text("a", None, "Tide schools.")], [text("a", "2030-02", "Tide schools.")]])
def test_an_empty_or_single_lineage_can_be_drawn(documents: list[Document]) -> None:
    assert drawn(hanse.lineage("tide schools", documents)).startswith("<svg")


def test_dates_at_the_ends_of_the_calendar_can_be_drawn() -> None:
    texts = [text(f"t{k}", date, "Tide schools.") for k, date in enumerate(("0001", "2030-02", "9999-12"))]
    assert drawn(hanse.lineage("tide schools", texts)).startswith("<svg")


@pytest.mark.parametrize(
    "odd", ["\x00", "\x07", "\x1b", "\u2028", "\ud800", "\ufffe", '"', "'", "\\", "<script>", "${1}"]
)
def test_no_character_of_a_name_or_a_wording_breaks_the_picture(odd: str) -> None:
    before = text("a", "2030", f"Tide schools for {odd} every child.", actor=f"Vel{odd}ane")
    after = text(
        "b", "2031", f"Tide schools for {odd} each child{odd}.", actor=f"Vel{odd}ane", symbol=odd, adopted=True
    )
    found = hanse.lineage("tide schools for child", [before, after])
    picture = figures.svg(figures.lineage(found, links={"b": "#b"}), title=odd, description=odd, names={"#b": odd})
    assert any(each.startswith("Vel") and each.endswith("ane") for each in ElementTree.fromstring(picture).itertext())


def test_no_line_and_no_mark_runs_through_the_words_of_a_tree() -> None:
    sentence = "Port towns shall open tide schools to every child who comes by sea"
    texts = [text("zero", "2031-01-05", f"{sentence}.", actor="Velane")]
    for k, more in enumerate(("at night", "in winter", "alone", "with kin", "by ferry")):
        texts.append(text(f"t{k}", f"2031-0{k + 2}-07", f"{sentence} {more}.", actor=("Quay", "Skagen", "Rim")[k % 3]))
    plan = laid_out(hanse.lineage("tide schools", texts), {})
    plane = Plane({row["document"]: row for row in plan.nodes}, plan.lanes, plan.curves, plan.domain, 760)
    boxes = [plane.around(row) for row in plan.nodes]
    assert len(plan.labels) >= 3
    for row in plan.labels:
        align, side = row["place"].split()
        box = beside(plane.at(row), len(row["label"]), align, side)
        assert not any(box.has(point) for point in plane.lines), row
        assert not any(box.meets(other) for other in boxes), row
        assert 0 <= box.left < box.right <= 760
        boxes.append(box)


@pytest.mark.parametrize("width", [216, 760])
@pytest.mark.parametrize(
    ("domain", "first"),
    [
        (("2031-01-01", "2031-03-20"), None),
        (("2031-01-01", "2031-01-21"), None),
        (("2030-11-01", "2031-08-01"), None),
        (("1995-01-01", "2031-01-01"), None),
        (("0001-01-01", "9999-12-31"), None),
        (("2015-06-01", "2018-06-01"), "2016-01-01"),
    ],
)
def test_the_days_on_the_axis_differ_as_they_are_written_and_have_room(
    domain: tuple[str, str], first: str | None, width: int
) -> None:
    days, form = ticks(domain, width)
    written = [day[: {"%Y": 4, "%b %Y": 7, "%-d %b %Y": 10}[form]] for day in days]
    assert len(set(written)) == len(written) >= 2
    assert all(domain[0] <= day <= domain[1] for day in days)
    assert len(days) * WIDE[form] <= width
    assert first is None or days[0] == first


def test_a_picture_that_stands_alone_has_its_title_and_a_key(few: hanse.Lineage) -> None:
    words = " ".join(
        ElementTree.fromstring(figures.svg(figures.lineage(few, title="Who began?"), title="t")).itertext()
    )
    for said in ("Who began?", "Hollow: another form", "Dotted: the nearest in wording"):
        assert said in words
    assert "Hollow" not in drawn(few)
