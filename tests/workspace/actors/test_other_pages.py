"""States, organisations and office-holders: what they agreed to, convene, and held."""

from __future__ import annotations

import pytest

from tests.workspace.actors.conftest import actor, join
from tests.workspace.looks import LOOKS

pytestmark = pytest.mark.django_db


def page(visit, who, path):
    answer = visit(who).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_state_shows_what_it_signed_what_it_gets_and_where_it_pressed(world, visit, rhea):
    said = page(visit, rhea, "/states/morocco/")
    for each in (
        "Convention on Tides",
        "signed</a> 1991",
        "ratified</a> 21 June 1993",
        "received from Finland",
        "EUR 6,000,000",
        "Partly delivered",
        "The closing of the strait",
        "1 by it, 0 against it",
        "hosted by it",
        "Who came in its delegation",
    ):
        assert each in said, each
    assert "0 by it, 1 against it" in page(visit, rhea, "/states/finland/")


def test_a_state_shows_its_cities_with_their_networks(world, visit, rhea, otto):
    said = page(visit, rhea, "/states/morocco/")
    assert "/cities/port-vell/" in said
    assert "3 networks" in said
    assert "Quiet" not in said
    assert "4 networks" in page(visit, otto, "/states/morocco/")
    assert 'href="/networks/league/?country=MAR#listed"' in said


def test_on_an_earlier_day_a_state_had_done_less(world, visit, rhea):
    said = page(visit, rhea, "/states/morocco/?as_of=1992")
    assert "signed</a> 1991" in said
    assert "ratified" not in said
    assert "closing of the strait" not in said


def test_reprisals_are_seen_by_the_office_alone(world, visit, rhea, otto):
    assert "Removal of the mayor" not in page(visit, rhea, "/states/morocco/")
    assert "Removal of the mayor" in page(visit, otto, "/states/morocco/")


def test_an_organisation_shows_what_it_convenes_and_who_has_standing(world, visit, rhea):
    said = page(visit, rhea, "/organisations/fund/")
    for each in (
        "Convenes",
        "Conference of Tides",
        "Who has standing with it",
        "League of Harbour Towns",
        "EUR 250,000",
    ):
        assert each in said, each


def test_an_office_holder_shows_how_each_office_ended(world, visit, rhea):
    said = page(visit, rhea, "/office-holders/amina/")
    assert "2011 to 19 August 2019" in said
    assert "removed from office" in said
    assert "removed from office" not in page(visit, rhea, "/office-holders/amina/?as_of=2015")


@pytest.mark.parametrize("path", ["/states/morocco/", "/organisations/fund/", "/office-holders/amina/"])
def test_pages_ask_the_database_a_fixed_number_of_times(
    world, visit, rhea, path, django_assert_num_queries, django_assert_max_num_queries
):
    page(visit, rhea, path)
    with django_assert_max_num_queries(60) as first:
        page(visit, rhea, path)
    once = len(first)
    for number in range(9):
        join(actor(f"c{number}", f"City {number}", country="MAR"), world.league, "2012")
    with django_assert_num_queries(once):
        page(visit, rhea, path)


@pytest.mark.browser
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=str)
@pytest.mark.parametrize(
    "path", ["/states/morocco/", "/organisations/fund/", "/office-holders/amina/", "/networks/scheme/"]
)
def test_they_can_be_read_in_every_look(world, see, otto, look, path):
    see(path, otto, look, name=path.split("/")[1])
