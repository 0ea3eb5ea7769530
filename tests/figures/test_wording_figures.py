"""Figures of wording say in words what they draw, link where they are told to, and are the same every time."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from hanse.figures.force import Bar, force
from hanse.figures.levels import Draft, levels
from hanse.figures.shares import Column, shares

SVG = "{http://www.w3.org/2000/svg}"


def words(drawn: str) -> str:
    return " ".join(" ".join(ElementTree.fromstring(drawn).itertext()).split())


def test_a_loosened_paragraph_is_hollow_and_one_without_force_a_dot() -> None:
    drawn = ElementTree.fromstring(force([Bar(5, name="1: shall"), Bar(3, loosened=True), Bar(0)], title="Force"))
    bars = list(drawn.iter(f"{SVG}rect"))
    assert [float(each.get("height", 0)) for each in bars] == pytest.approx([96.0, 57.6, 2.0])
    assert bars[0].get("fill") != bars[1].get("fill")
    assert "1: shall" in " ".join(drawn.itertext())


def test_levels_of_a_draft_are_named_and_counted() -> None:
    said = words(levels([Draft("Zero draft", ((5, 12), (4, 3), (3, 0), (2, 0), (1, 1)), "/d/")], title="Levels"))
    assert "level 5: 12 paragraphs" in said
    assert "level 1: 1 paragraph" in said
    assert "16" in said


def test_a_year_s_column_leads_to_its_texts_and_says_the_share() -> None:
    drawn = shares([Column("2019", 20, 5, "2019: 5 of 20", "/t/?year=2019"), Column("2020", 0, 0)], title="Years")
    assert "25%" in words(drawn)
    assert [a.get("href") for a in ElementTree.fromstring(drawn).iter(f"{SVG}a")] == ["/t/?year=2019"]


@pytest.mark.parametrize("drawn", [force([], title="x"), levels([], title="x"), shares([], title="x")])
def test_nothing_is_drawn_of_nothing(drawn: str) -> None:
    assert ElementTree.fromstring(drawn).tag == f"{SVG}svg"


def test_many_years_keep_only_the_labels_that_there_is_room_for() -> None:
    many = [Column(str(year), 3, 1) for year in range(1900, 2020)]
    assert words(shares(many, title="Years", width=340)).count("19") < 40
