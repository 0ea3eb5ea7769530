"""Lists of cities, networks and states: a map, the regions of which little is known, and how much is tied to each."""

from __future__ import annotations

import pytest

from tests.workspace.actors.conftest import actor, join
from tests.workspace.looks import LOOKS

pytestmark = pytest.mark.django_db


def page(visit, who, path):
    answer = visit(who).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_cities_are_listed_with_their_networks_on_a_map_and_by_region(world, visit, rhea):
    said = page(visit, rhea, "/cities/")
    assert "3 networks" in said
    assert "Kenya: 1 city" in said
    assert "Oceania" in said
    assert "Borders as in Natural Earth" in said


def test_restricted_ones_are_in_no_count_map_or_region(world, visit, rhea, otto):
    actor("veil", "Veiltown", handling="restricted", country="PER")
    said = page(visit, rhea, "/cities/")
    assert "Peru" not in said
    assert "4 networks" not in said
    assert "Peru: 1 city" in page(visit, otto, "/cities/")


def test_a_day_and_a_search_narrow_list_and_map_alike(world, visit, rhea):
    actor("later", "Laterville", country="PER", since="2015")
    assert "Peru: 1 city" in page(visit, rhea, "/cities/")
    earlier = page(visit, rhea, "/cities/?as_of=2011")
    assert "Laterville" not in earlier
    assert "Peru: 1" not in earlier
    assert "2 networks" in earlier
    found = page(visit, rhea, "/cities/?q=velane")
    assert "Kenya: 1 city" in found
    assert "Chile: 1 city" not in found


def test_networks_are_listed_with_their_documented_members(world, visit, rhea, otto):
    said = page(visit, rhea, "/networks/")
    assert "3 members documented" in said
    assert "Quiet" not in said
    assert "2 members documented" in page(visit, otto, "/networks/")


def test_states_are_listed_with_acts_and_cities(world, visit, rhea):
    said = page(visit, rhea, "/states/")
    assert "1 instrument, 1 city known" in said


@pytest.mark.parametrize("path", ["/cities/", "/networks/", "/states/"])
def test_lists_ask_the_database_a_fixed_number_of_times(
    world, visit, rhea, path, django_assert_num_queries, django_assert_max_num_queries
):
    page(visit, rhea, path)
    with django_assert_max_num_queries(40) as first:
        page(visit, rhea, path)
    once = len(first)
    for number in range(9):
        city = actor(f"c{number}", f"City {number}", country="MAR")
        join(city, actor(f"n{number}", f"Network {number}", "network"), "2012")
        actor(f"s{number}", f"State {number}", "state")
    page(visit, rhea, path)
    with django_assert_num_queries(once):
        page(visit, rhea, path)


@pytest.mark.parametrize("path", ["/cities/", "/networks/", "/states/"])
def test_an_empty_list_teaches(db, visit, otto, path):
    assert "Add the first" in page(visit, otto, path)


@pytest.mark.browser
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=str)
def test_they_can_be_read_in_every_look(world, see, otto, look):
    for path in ("/cities/", "/networks/", "/states/"):
        see(path, otto, look, name=f"list-{path.strip('/')}")
