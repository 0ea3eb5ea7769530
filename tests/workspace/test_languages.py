"""How are partial dates and lists told in a language?"""

from __future__ import annotations

import pytest

from hanse.reports import finding
from hanse.workspace.languages import day, listed, speaking


@pytest.mark.parametrize(
    "said", ["2031-06-02", "2031-06", "2031", "2031~", "2031-06?", "2031-06-02%", "", "2031-13", "x"]
)
def test_a_partial_date_is_told_in_english_as_the_library_tells_it(said):
    assert day(said) == finding.day(said)


@pytest.mark.parametrize(("code", "told"), [("fr", "2 juin 2031"), ("ru", "2 июня 2031 г."), ("zh", "2031年6月2日")])
def test_a_partial_date_is_told_in_the_language_of_the_page(code, told):
    with speaking(code):
        assert day("2031-06-02") == told


def test_a_day_that_no_calendar_has_is_shown_as_it_stands():
    assert day("2031-02-30") == "2031-02-30"


@pytest.mark.parametrize(("code", "told"), [("en", "Accra, Lima"), ("ar", "Accra، Lima"), ("zh", "Accra、Lima")])
def test_names_stand_with_the_comma_of_the_language(code, told):
    with speaking(code):
        assert listed(["Accra", "Lima"]) == told
