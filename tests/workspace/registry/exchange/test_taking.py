"""How do rows become records, and what is refused?"""

from __future__ import annotations

import pytest

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.exchange.columns import EVERYTHING, header, row_of, rows_from
from hanse.workspace.registry.exchange.rows import Sheet
from hanse.workspace.registry.exchange.taking import take_in, take_in_all
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Attestation, Membership, Name, Project, Reprisal

pytestmark = pytest.mark.django_db
CITIES, NETWORKS, MEMBERSHIPS = KINDS["cities"], KINDS["networks"], KINDS["memberships"]


def rows(kind):
    return [row_of(kind, each, EVERYTHING) for each in rows_from(kind.records(), kind)]


@pytest.fixture
def league():
    return Actor.objects.create(id="league", name="League of Ports", kind="network", acronym="LP", handling="public")


@pytest.fixture
def vell():
    return Actor.objects.create(id="vell", name="Port Vell", kind="city", country="ESP", handling="public")


def test_rows_become_records_with_their_history(otto, league):
    sheet = [
        {"id": "dhaka", "name": "Dhaka", "country": "BGD", "handling": "public", "latitude": "23.7"},
        {"id": "", "name": "Riace", "country": "ITA", "since": "2010-05"},
    ]
    taken = take_in(CITIES, sheet, user=otto, why="list of members")
    assert [(each.row, each.label) for each in taken.added] == [(2, "Dhaka"), (3, "Riace")]
    riace = Actor.objects.get(name="Riace")
    assert (riace.kind, riace.handling, riace.since, riace.first.isoformat()) == (
        "city",
        "internal",
        "2010-05",
        "2010-05-01",
    )
    assert Actor.objects.get(pk="dhaka").latitude == 23.7
    entry = riace.history.get()
    assert (entry.history_type, entry.history_user, entry.history_change_reason) == ("+", otto, "list of members")


def test_taking_in_the_same_rows_again_changes_nothing(league):
    cities = [{"name": "Dhaka", "country": "BGD"}, {"name": "Lagos", "country": "NGA", "geonames_id": "2332459"}]
    members = [{"actor": "dhaka", "network": "LP", "since": "2010"}, {"actor": "LAGOS", "network": "League of ports"}]
    for kind, sheet in ((CITIES, cities), (MEMBERSHIPS, members)):
        assert len(take_in(kind, sheet).added) == 2
        again = take_in(kind, sheet)
        assert (len(again.added), len(again.changed), len(again.unchanged), again.refused) == (0, 0, 2, ())
    assert Membership.history.count() == 2


def test_a_dry_run_tells_what_would_change_and_writes_nothing(vell):
    taken = take_in(CITIES, [{"id": "vell", "name": "Port Vell", "since": "1850"}, {"name": "New Port"}], dry=True)
    assert taken.changed[0][:3] == (2, "vell", "Port Vell")
    assert taken.changed[0].fields == (("since", "", "1850"),)
    assert len(taken.added) == 1
    assert Actor.objects.get().since == ""


def test_an_empty_cell_empties_a_field_only_in_a_row_with_the_id(vell):
    assert take_in(CITIES, [{"name": "Port Vell", "country": ""}]).unchanged
    assert take_in(CITIES, [{"id": "vell", "name": "Port Vell", "country": ""}]).changed
    assert Actor.objects.get().country == ""


def test_a_column_that_is_not_there_is_not_touched(vell):
    take_in(CITIES, [{"id": "vell", "name": "Port of Vell"}])
    assert Actor.objects.get().country == "ESP"


def test_a_name_that_several_have_is_refused_with_the_candidates(league):
    for pk, kind in (("lux", "state"), ("lux-city", "city")):
        Actor.objects.create(id=pk, name="Luxembourg", kind=kind)
    refused = take_in(MEMBERSHIPS, [{"actor": "Luxembourg", "network": "league"}]).refused
    assert refused[0][:2] == (2, "actor")
    assert "Luxembourg, state, [lux] or Luxembourg, city, [lux-city]" in refused[0].sentence
    assert len(take_in(MEMBERSHIPS, [{"actor": "Luxembourg [lux-city]", "network": "league"}]).added) == 1


def test_other_names_and_acronyms_are_known(league, vell):
    Name.objects.create(actor=vell, name="Puerto Viejo")
    assert take_in(MEMBERSHIPS, [{"actor": "puerto  viejo", "network": "lp"}]).added
    assert Membership.objects.get().actor == vell


def test_only_a_network_is_meant_where_a_network_must_stand(league, vell):
    Actor.objects.create(name="League of Ports", kind="civil society")
    assert take_in(MEMBERSHIPS, [{"actor": "vell", "network": "League of Ports"}]).added
    refused = take_in(MEMBERSHIPS, [{"actor": "league", "network": "vell"}]).refused
    assert refused[0][1:] == ("network", "Port Vell is no city network.")


def test_refused_rows_say_row_column_and_what_to_do_and_the_others_go_in(league, vell):
    sheet = [
        {"actor": "vell", "network": "league", "since": "soon"},
        {"actor": "Atlantis", "network": "league"},
        {"actor": "vell", "network": "league", "grade": "emperor"},
        {"actor": "", "network": "league"},
        {"actor": "vell", "network": "league", "since": "2010", "until": "2009"},
        {"actor": "vell", "network": "league", "since": "2011"},
    ]
    taken = take_in(MEMBERSHIPS, sheet)
    assert [(each.row, each.column) for each in taken.refused] == [
        (2, "since"),
        (3, "actor"),
        (4, "grade"),
        (5, "actor"),
        (6, "until"),
    ]
    assert "no date that can be read" in taken.refused[0].sentence
    assert "member, founder, leader, observer, host" in taken.refused[2].sentence
    assert [each.row for each in taken.added] == [7]


def test_a_row_that_leaves_the_beginning_open_means_the_one_membership_there_is(league, vell):
    take_in(MEMBERSHIPS, [{"actor": "vell", "network": "league"}])
    told = take_in(MEMBERSHIPS, [{"actor": "vell", "network": "league", "since": "2010"}])
    assert told.changed[0].fields == (("since", "", "2010"),)
    assert take_in(MEMBERSHIPS, [{"actor": "vell", "network": "league"}]).unchanged
    two = [{"actor": "vell", "network": "league", "since": year} for year in ("2010", "2015")]
    assert len(take_in(MEMBERSHIPS, two).added) == 1
    assert (
        "several memberships fit" in take_in(MEMBERSHIPS, [{"actor": "vell", "network": "league"}]).refused[0].sentence
    )


def test_a_second_row_of_one_record_may_only_say_the_same(league, vell):
    same = {"actor": "vell", "network": "league", "since": "2010"}
    taken = take_in(MEMBERSHIPS, [same, same, {**same, "grade": "leader"}])
    assert (len(taken.added), len(taken.unchanged)) == (1, 1)
    assert taken.refused[0][:2] == (4, "grade")
    assert "row 2 has the same membership" in taken.refused[0].sentence


def test_two_rows_that_differ_only_in_what_they_name_are_not_one(league, vell):
    Project.objects.create(id="port", title="Port")
    Project.objects.create(id="quay", title="Quay")
    row = {"city": "vell", "authority": "Council", "what": "decision"}
    taken = take_in(KINDS["clearances"], [{**row, "project": each} for each in ("port", "quay", "Port", "port")])
    assert [each.row for each in taken.added] == [2]
    assert [(each.row, each.column) for each in taken.refused] == [(3, "project")]
    assert [each.row for each in taken.unchanged] == [4, 5]


def test_of_several_sheets_of_a_kind_a_row_that_is_in_one_before_may_only_say_the_same(vell):
    some = [{"id": "vell", "name": "Port Vell", "country": "ESP", "note": "A."}, {"name": "Dhaka", "country": "BGD"}]
    more = [
        {"id": "vell", "name": "Port Vell", "country": "ESP", "note": "B."},
        {"name": "Dhaka", "country": "BGD"},
        {"name": "Riace", "country": "ITA"},
    ]
    first, second = take_in_all([Sheet(CITIES, rows, range(2, len(rows) + 2)) for rows in (some, more)])
    assert (len(first.added), len(first.changed), first.refused) == (1, 1, ())
    assert [each.label for each in second.added] == ["Riace"]
    assert [each.row for each in second.unchanged] == [3]
    assert [(each.row, each.column) for each in second.refused] == [(2, "note")]
    assert "row 2 of another sheet has the same city with “A.” here" in second.refused[0].sentence
    assert vell.history.count() == 2


def test_namesakes_of_different_places_are_different_cities():
    sheet = [{"name": "Springfield", "country": "USA", "geonames_id": pk} for pk in ("4250542", "4951788")]
    assert len(take_in(CITIES, sheet).added) == 2
    assert len(take_in(CITIES, sheet).unchanged) == 2


def test_what_was_removed_does_not_come_back_by_an_import(vell):
    vell.remove()
    assert "was removed here" in take_in(CITIES, [{"id": "vell", "name": "Port Vell"}]).refused[0].sentence


def test_an_actor_that_was_merged_is_meant_where_it_stands_now(league, vell):
    old = Actor.objects.create(id="old", name="Vell", kind="city", merged_into=vell)
    old.remove()
    take_in(MEMBERSHIPS, [{"actor": "old", "network": "league"}])
    assert Membership.objects.get().actor == vell


def test_rows_of_one_file_can_name_each_other_and_fall_together():
    sheet = [
        {"id": "", "name": "District", "parent": "Metropolis", "country": "FRA"},
        {"id": "", "name": "Metropolis", "country": "FRA"},
        {"id": "", "name": "Quarter", "parent": "Ghost town", "country": "FRA"},
        {"id": "", "name": "Ghost town", "country": "FRA", "geonames_id": "many"},
    ]
    taken = take_in(CITIES, sheet)
    assert [each.row for each in taken.added] == [2, 3]
    assert Actor.objects.get(name="District").parent.name == "Metropolis"
    assert {each.row for each in taken.refused} == {4, 5}


def test_an_id_of_another_kind_is_refused(league):
    assert "is a network, no city" in take_in(CITIES, [{"id": "league", "name": "League"}]).refused[0].sentence


def test_a_column_that_no_kind_has_is_refused_before_anything_is_read():
    with pytest.raises(HanseError, match="no column “population”"):
        take_in(CITIES, [{"name": "Dhaka", "population": "many"}])


def test_attestations_name_a_record_by_type_and_id(league):
    take_in(KINDS["sources"], [{"id": "page", "title": "Members", "url": "https://example.org/members"}])
    row = {"record_type": "actor", "record_id": "league", "field": "members", "value": "240", "source": "page"}
    assert take_in(KINDS["attestations"], [row, {**row, "value": "250"}]).added
    assert {each.record for each in Attestation.objects.all()} == {league}
    assert len(take_in(KINDS["attestations"], [row]).unchanged) == 1
    bad = take_in(KINDS["attestations"], [{**row, "record_id": "nobody"}, {**row, "record_type": "ship"}]).refused
    assert [each.column for each in bad] == ["record_id", "record_id"]


def test_what_is_restricted_by_nature_stays_so(vell):
    take_in(KINDS["reprisals"], [{"against": "vell", "act": "funding cut", "handling": ""}])
    assert Reprisal.objects.get().handling == Handling.RESTRICTED


def test_kept_records_are_only_added_to(vell):
    sheet = [{"id": "vell", "name": "Vell"}, {"id": "new", "name": "New"}]
    taken = take_in(CITIES, sheet, keep=True)
    assert (len(taken.added), len(taken.unchanged)) == (1, 1)
    assert Actor.objects.get(pk="vell").name == "Port Vell"


def test_a_row_names_what_the_reader_may_see_and_nothing_else(league, vell):
    vell.parent = Actor.objects.create(id="quiet", name="Quiet", kind="city", handling=Handling.RESTRICTED)
    assert row_of(CITIES, vell)["parent"] == ""
    assert row_of(CITIES, vell, EVERYTHING)["parent"] == "Quiet [quiet]"
    assert row_of(CITIES, vell, EVERYTHING, names=False)["parent"] == "quiet"
    assert tuple(row_of(CITIES, vell)) == header(CITIES)
