"""The light of the yearly report, on the edges."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from hanse.workspace.pledges.light import DONE, last_word, light, light_of

LAST = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("today", "name"),
    [
        ("2025-03-01", "green"),
        ("2026-03-01", "green"),
        ("2026-03-02", "yellow"),
        ("2027-03-01", "yellow"),
        ("2027-03-02", "red"),
        ("2028-03-01", "red"),
        ("2028-03-02", "inactive"),
        ("2050-01-01", "inactive"),
        ("2024-01-01", "green"),
    ],
)
def test_it_changes_on_the_day_after_an_anniversary(today, name):
    assert light(LAST, date.fromisoformat(today)).name == name


@pytest.mark.parametrize(
    ("today", "name"),
    [("2025-03-01", "green"), ("2025-03-02", "yellow"), ("2026-03-01", "yellow"), ("2027-03-02", "inactive")],
)
def test_a_report_of_the_29th_of_february_has_its_anniversary_on_the_1st_of_march(today, name):
    assert light(date(2024, 2, 29), date.fromisoformat(today)).name == name


@given(last=st.dates(date(1990, 1, 1), date(2090, 1, 1)), passed=st.integers(0, 2000))
def test_it_never_turns_back_as_time_goes_by(last, passed):
    order = ["green", "yellow", "red", "inactive"]
    first, then = date.fromordinal(last.toordinal() + passed), date.fromordinal(last.toordinal() + passed + 1)
    assert order.index(light(last, first).name) <= order.index(light(last, then).name)


def pledge(**said: object) -> SimpleNamespace:
    held = {"reported": "", "pledged": "", "published": None, "state": "published", "goes_on": True}
    return SimpleNamespace(**{**held, **said})


def test_the_year_is_counted_from_the_last_report_else_from_the_pledge():
    assert last_word(pledge(reported="2025-05", pledged="2022")) == date(2025, 5, 31)
    assert last_word(pledge(pledged="2022")) == date(2022, 12, 31)


def test_what_was_never_reported_on_does_not_say_that_it_was():
    day, out = date(2025, 3, 1), {"published": timezone.now()}
    assert light_of(pledge(**out, pledged="2025-01-01"), day).words == "Less than a year old: no report due yet"
    assert light_of(pledge(**out, pledged="2024-01-01", reported="2025-01-01"), day).words == "Reported within a year"
    assert light_of(pledge(**out, pledged="2025-01-01", reported="2025-06-01"), day).name == "new", "reported later"
    assert light_of(pledge(**out, pledged="2024-01-01"), day).name == "yellow"


def test_of_what_is_fulfilled_or_discontinued_no_report_is_due():
    assert light_of(pledge(pledged="2010", goes_on=False, published=object())) is DONE


def test_what_is_not_public_has_no_light():
    assert light_of(pledge(pledged="2010", state="accepted", published=object())) is None


def test_each_light_says_in_words_what_its_colour_means():
    from hanse.workspace.pledges.light import LIGHTS

    assert len({str(each.words) for each in LIGHTS}) == len(LIGHTS)
