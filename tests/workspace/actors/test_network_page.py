"""A network's page says what it is, who is in it on the day, what sources report, and where little is known."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import Attestation, Membership, Source
from tests.workspace.actors.conftest import actor, join, make
from tests.workspace.looks import LOOKS

pytestmark = pytest.mark.django_db


def page(visit, who=None, path="/networks/league/"):
    answer = visit(who).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_conflicting_founding_years_stand_side_by_side(world, visit, rhea):
    said = page(visit, rhea)
    assert "sources differ: 1984, 1985" in said
    assert "The League" in said
    assert "Yearbook" in said


def test_reported_numbers_stand_beside_documented_ones(world, visit, rhea):
    said = page(visit, rhea)
    assert "<strong>over 97</strong> towns reported for 2020" in said
    assert "<strong>3</strong> documented here" in said
    for each in ("18 on 2005, says Yearbook", "20 on 2005, says Yearbook", "97 on 2020, says Yearbook"):
        assert each in said, each


def test_members_are_named_with_grade_and_dates_and_the_expelled_are_kept(world, visit, rhea):
    said = page(visit, rhea)
    members, expelled = said.index("All, by name"), said.index("Expelled <span")
    assert members < said.index("/cities/velane/", members) < expelled < said.index("/cities/osk/", expelled)
    assert "1 founder" in said
    assert "grade=founder" in said


def test_members_of_a_grade_or_country_can_be_listed(world, visit, rhea):
    founders = page(visit, rhea, "/networks/league/?grade=founder")
    assert "1 founder" in founders
    assert founders.count('<th scope="row"><a href="/cities/') == 2  # the founder, and the one that was expelled
    kenyan = page(visit, rhea, "/networks/league/?country=KEN")
    assert "/cities/velane/" in kenyan[kenyan.index('id="listed"') :]
    assert "/cities/quillon/" not in kenyan[kenyan.index('id="listed"') :]


def test_on_an_earlier_day_the_members_of_that_day_are_counted(world, visit, rhea):
    said = page(visit, rhea, "/networks/league/?as_of=2011")
    assert "<strong>3</strong> documented here" in said
    assert "/cities/osk/?as_of=2011" in said[said.index("All, by name") :]
    assert "Expelled" not in said
    assert "over 97" not in said


def test_coverage_names_regions_with_no_member_too(world, visit, rhea):
    said = page(visit, rhea)
    table = said[said.index("By region") :]
    rows = table[: table.index("</table>")]
    assert "Oceania" in rows
    assert ">none<" in rows
    assert "1 of 5" in rows or "2 of 60" in rows


def test_what_is_no_membership_network_says_so(world, visit, rhea):
    said = page(visit, rhea, "/networks/scheme/")
    assert "A programme, not a membership network" in said
    assert "It has no members: those named here take part in it." in said
    assert ">Participants <" in said
    assert "Members <" not in said
    listed = page(visit, rhea, "/networks/?q=scheme")
    assert "participant documented" in listed or "participants documented" in listed


def test_a_restricted_membership_leaves_no_trace(world, visit, rhea, otto):
    secret = actor("hush", "Hushville", country="PER", latitude=-12.0, longitude=-77.0)
    join(secret, world.league, "2003", handling="restricted")
    join(actor("veil", "Veiltown", handling="restricted", country="PER"), world.league, "2003")
    for path in ("/networks/league/", "/networks/league/?as_of=2011"):
        said = page(visit, rhea, path)
        assert "Hushville" not in said
        assert "Veiltown" not in said
        assert "Peru" not in said
        assert "<strong>3</strong> documented here" in said or "3<" in said
    assert "<strong>5</strong> documented here" in page(visit, otto)
    assert "Hushville" in page(visit, otto)


def test_with_many_members_the_map_has_a_mark_for_each_country(world, visit, rhea, monkeypatch):
    monkeypatch.setattr("hanse.workspace.actors.maps.MOST", 2)
    said = page(visit, rhea)
    assert "Kenya: 1 member" in said
    assert "?country=KEN#members" in said


def test_a_network_of_which_nothing_is_known_teaches(db, visit, otto):
    actor("new", "New Network", "network", nature="membership")
    said = page(visit, otto, "/networks/new/")
    assert "No membership is documented" in said
    assert "?network=new" in said


def test_before_its_founding_a_network_has_no_reported_members_either(world, visit, otto):
    source = Source.objects.create(title="A list without a date", handling="public")
    young = actor("young", "Young Network", "network", nature="membership", since="2021")
    Attestation.objects.create(record=young, field="members", value="36", source=source, handling="public")
    assert "none</strong> documented here" in visit(otto).get("/networks/young/").content.decode()
    before = visit(otto).get("/networks/young/?as_of=2010").content.decode()
    assert "Not founded yet on 31 December 2010." in before
    assert "documented here" not in before


def test_the_page_asks_no_more_often_for_more_members(
    world, visit, rhea, django_assert_num_queries, django_assert_max_num_queries
):
    page(visit, rhea)
    with django_assert_max_num_queries(60) as first:
        page(visit, rhea)
    once = len(first)
    for number in range(30):
        join(actor(f"c{number}", f"City {number}", country="PER"), world.league, f"20{number % 20:02}")
    page(visit, rhea)
    with django_assert_num_queries(once):
        page(visit, rhea)


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_can_be_read_in_every_look(world, see, otto, look):
    found = see("/networks/league/", otto, look, name="network")
    expect(found.locator("figure.drawn svg:visible")).to_have_count(1)
    expect(found.locator("figure.map svg")).to_have_count(1)


def test_regions_are_counted_in_areas_of_m49_not_in_countries(world, visit, otto):
    said = visit(otto).get("/networks/league/").content.decode()
    assert "Areas of M49</th>" in said


def test_of_many_that_left_the_latest_are_named_and_all_can_be_read(world, visit, rhea):
    for number in range(70):
        join(actor(f"left-{number}", f"Left {number:02}"), world.league, "1990", f"{1991 + number % 30}-03-01")
    said = page(visit, rhea)
    assert "Left, or ended otherwise: 70" in said
    assert 'href="/networks/league/?ended=1#listed"' in said
    assert (said.count('"/cities/left-29/"'), said.count('"/cities/left-0/"')) == (1, 0)
    pages = [page(visit, rhea, f"/networks/league/?ended=1&page={number}") for number in (1, 2)]
    assert "71 ended" in pages[0]
    listed = "".join(each[each.index('id="listed"') : each.index("By country")] for each in pages)
    assert all(f"/cities/left-{number}/" in listed for number in range(70))
    assert "/cities/osk/" in listed  # the expelled one ended, too


def test_a_grade_or_country_that_no_member_has_is_told(world, visit, rhea):
    page = visit(rhea).get("/networks/league/?grade=captain").content.decode()
    assert "There is no grade “captain” here; there are" in page
    assert "Founder" in page
    assert (
        "There is no country “FRA” here; there are" in visit(rhea).get("/networks/league/?country=FRA").content.decode()
    )


def test_two_records_of_one_member_are_one_line_with_the_sources_of_both_and_count_once(visit, rhea, otto):
    league = actor("league", "League of Ports", "network", nature="membership")
    vell, port = actor("vell", "Port Vell", country="ESP"), actor("port", "Port Vell City", country="ESP")
    founder = join(vell, league, "1999", grade="founder")
    member = join(port, league)
    join(actor("osk", "Osk", country="FIN"), league)
    for title, tie in (("Charter", founder), ("List of members", member)):
        make(Attestation, record=tie, source=make(Source, title=title))
    merge(port, vell, user=otto)
    assert Membership.objects.standing().filter(actor=vell).count() == 2
    client = visit(rhea)
    found = client.get("/networks/league/")
    assert [(each.actor.name, len(each.also)) for each in found.context["page"]] == [("Osk", 0), ("Port Vell", 1)]
    members = found.context["members"]
    assert (members.count.dated, members.count.undated) == (1, 1)
    assert members.by_country == {"ESP": 1, "FIN": 1}
    page = found.content.decode()
    assert page.count("1 source<") == 2
    assert "also member, " in page
    grade = client.get("/networks/league/?grade=member").context["page"]
    assert [each.actor.name for each in grade] == ["Osk", "Port Vell"]
    city = client.get("/cities/vell/")
    assert (city.context["portfolio"].count.total, city.content.decode().count("also member, ")) == (1, 1)
    assert "2 members" in dict(client.get("/networks/").context["lines"])[league]
