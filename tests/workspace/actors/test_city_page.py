"""A city's page says what is due first, opens onto every record, and tells nobody what is not for them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.workspace.actors.conftest import actor, join
from tests.workspace.looks import LOOKS

pytestmark = pytest.mark.django_db


def page(visit, who=None, path="/cities/port-vell/"):
    answer = visit(who).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_due_comes_first_soonest_first(world, visit, otto):
    said = page(visit, otto)
    before = said.index('id="networks"')
    places = [
        said.index(each)
        for each in (
            "Council decision, City council",
            "Written inputs",
            "Third Conference of Tides",
            "membership ends",
        )
    ]
    assert places == sorted(places)
    assert places[-1] < before


def test_it_shows_networks_money_access_clearances_and_who_was_removed(world, visit, otto):
    said = page(visit, otto)
    for each in (
        "League of Harbour Towns",
        "since May 2004",
        "beginning not documented",
        "Charter of Harbours",
        "EUR 250,000",
        "receipts not documented",
        "a report each year",
        "National delegation",
        "Amina Tazi",
        "removed from office",
        "Bell Harbour",
    ):
        assert each in said, each
    assert "3: 2 since a documented date, 1 more whose beginning is not documented" not in said
    assert "4: 3 since a documented date, 1 more whose beginning is not documented" in said


def test_what_is_restricted_leaves_no_trace(world, visit, rhea, otto):
    said = page(visit, rhea)
    assert "Quiet" not in said
    assert "removal of the mayor" not in said
    assert "3: 2 since a documented date, 1 more whose beginning is not documented" in said
    assert "Osk" not in said[said.index('id="peers"') :]
    for each in ("Quiet Compact", "Removal of the mayor", "Osk"):
        assert each in page(visit, otto), each


def test_a_clearance_for_a_membership_in_a_restricted_network_is_not_shown(world, visit, rhea, otto):
    from hanse.workspace.registry.models import Clearance

    tie = join(world.vell, world.hidden, "2022")
    Clearance.objects.create(
        city=world.vell, authority="Council", what="secret leave", membership=tie, handling="public"
    )
    assert "secret leave" not in page(visit, rhea).lower()
    assert "secret leave" in page(visit, otto).lower()


def test_peers_share_what_few_have_and_are_named_with_it(world, visit, rhea):
    said = page(visit, rhea)
    peers = said[said.index('id="peers"') : said.index("How they are found")]
    assert "Charter of Harbours" in peers
    assert "Quillon" in peers
    assert "Osk" not in peers
    assert "log2" in said


def test_on_an_earlier_day_it_is_as_it_was(world, visit, rhea):
    said = page(visit, rhea, "/cities/port-vell/?as_of=2010")
    assert "As of 31 December 2010" in said
    assert "Open Doors Scheme" not in said
    assert "2: 1 since a documented date, 1 more whose beginning is not documented" in said
    assert "/networks/league/?as_of=2010" in said
    assert "Amina Tazi" not in said
    assert "Amina Tazi" in page(visit, rhea, "/cities/port-vell/?as_of=2012")
    assert "removed from office" not in page(visit, rhea, "/cities/port-vell/?as_of=2012")


def test_a_city_of_which_nothing_is_known_teaches_what_would_stand_here(db, visit, otto):
    actor("nowhere", "Nowhere")
    said = page(visit, otto, "/cities/nowhere/")
    assert "No membership is documented" in said
    assert "Nothing is due" in said
    assert "?actor=nowhere" in said


def test_the_page_asks_the_database_no_more_often_for_more_ties(
    world, visit, rhea, django_assert_num_queries, django_assert_max_num_queries
):
    page(visit, rhea)
    with django_assert_max_num_queries(60) as first:
        page(visit, rhea)
    once = len(first)
    for number in range(12):
        join(world.vell, actor(f"n{number}", f"Network {number}", "network"), f"20{number:02}")
    page(visit, rhea)
    with django_assert_num_queries(once):
        page(visit, rhea)


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_can_be_read_in_every_look(world, see, otto, look):
    found = see("/cities/port-vell/", otto, look, name="city")
    expect(found.locator("figure.drawn svg:visible")).to_have_count(1)
    expect(found.locator("figure.map svg")).to_have_count(1)
