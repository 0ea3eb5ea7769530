"""How is a record added, corrected, removed, brought back and restored, and what does its history say?"""

from __future__ import annotations

import pytest

from hanse.errors import RefusedChange
from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Claim,
    Instrument,
    Membership,
    Participation,
    Reprisal,
    Source,
)
from hanse.workspace.registry.restoring import restore

pytestmark = pytest.mark.django_db


def actor(name: str, kind: str = "city", **said: object) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})


def filled(page: object) -> dict[str, object]:
    """What the form of a page would send as it stands."""
    form = page.context["form"]
    return {each.html_name: value for each in form if (value := each.value()) not in (None, False)}


def test_a_city_is_added_with_a_reason_and_its_history_says_so(visit, otto):
    client = visit(otto)
    said = {"name": "Port Vell", "country": "Spain", "since": "1985~", "handling": "public", "why": "Asked by mail."}
    made = client.post("/registry/cities/add/", said)
    city = Actor.objects.get()
    assert made.url == city.get_absolute_url()
    assert (city.kind, city.country, city.first.year) == ("city", "ESP", 1985)
    page = client.get(f"/cities/{city.pk}/history/").content.decode()
    assert "Asked by mail." in page
    assert "Otto" in page


def test_a_tie_is_added_by_typing_names(visit, otto):
    city, league = actor("Port Vell"), actor("League", "network", acronym="LGE")
    client = visit(otto)
    said = {"actor": "port vell", "network": "lge", "grade": "member", "since": "2010", "handling": "internal"}
    client.post("/registry/memberships/add/", said)
    tie = Membership.objects.get()
    assert (tie.actor, tie.network) == (city, league)
    page = client.get(f"/memberships/{tie.pk}/edit/").content.decode()
    assert f"Port Vell [{city.pk}]" in page


def test_what_is_wrong_is_said_in_its_place(visit, otto):
    actor("Port Vell")
    actor("Port Vell", country="PRT")
    client = visit(otto)
    said = {"actor": "Port Vell", "network": "Nowhere", "grade": "member", "since": "10/2010", "handling": "internal"}
    page = client.post("/registry/memberships/add/", said).content.decode()
    assert "Several are called so: Port Vell [" in page
    assert "Nothing here is called “Nowhere”." in page
    assert "Write a date as 2018-07-11" in page
    assert not Membership.objects.exists()
    said = {"actor": "Port Vel", "network": "x", "grade": "member", "handling": "internal"}
    assert "Did you mean Port Vell [" in client.post("/registry/memberships/add/", said).content.decode()


def test_a_country_is_a_country(visit, otto):
    said = {"name": "Port Vell", "country": "Atlantis", "handling": "public"}
    assert "No country is called “Atlantis”" in visit(otto).post("/registry/cities/add/", said).content.decode()
    said["country"] = "Korea"
    assert "write the code" in visit(otto).post("/registry/cities/add/", said).content.decode()


def test_a_network_is_no_city_in_a_membership(visit, otto):
    actor("Port Vell")
    actor("Inland")
    said = {"actor": "Port Vell", "network": "Inland", "grade": "member", "handling": "internal"}
    page = visit(otto).post("/registry/memberships/add/", said).content.decode()
    assert "Nothing here is called “Inland”." in page


def test_a_reprisal_is_restricted_unless_somebody_opens_it(visit, otto):
    actor("Port Vell")
    client = visit(otto)
    assert 'value="restricted" selected' in client.get("/registry/reprisals/add/").content.decode()
    client.post("/registry/reprisals/add/", {"against": "Port Vell", "act": "funding cut", "handling": "restricted"})
    assert Reprisal.objects.get().handling == "restricted"


def test_a_form_that_changes_nothing_writes_no_history(visit, otto):
    tie = Membership.objects.create(actor=actor("A"), network=actor("B", "network"), since="2010")
    client = visit(otto)
    address = f"/memberships/{tie.pk}/edit/"
    client.post(address, filled(client.get(address)))
    assert tie.history.count() == 1
    client.post(address, {**filled(client.get(address)), "since": "2011", "why": "A slip."})
    assert [each.history_change_reason for each in tie.history.all()] == ["A slip.", None]


def test_removal_is_undone_at_once_or_later(visit, otto):
    city = actor("Port Vell")
    client = visit(otto)
    gone = client.post(f"/cities/{city.pk}/remove/", follow=True)
    page = gone.content.decode()
    assert "was removed" in page
    assert "1 removed" in page
    assert client.get(city.get_absolute_url()).status_code == 404
    assert "Port Vell" in client.get("/registry/cities/removed/").content.decode()
    client.post(f"/cities/{city.pk}/bring-back/")
    assert client.get(city.get_absolute_url()).status_code == 200
    history = client.get(f"/cities/{city.pk}/history/").content.decode()
    assert history.index("brought back") < history.index("removed") < history.index("added")


def test_a_past_state_is_restored_and_that_too_is_history(visit, otto):
    city = actor("Port Vell", note="First.")
    city.name = "Puerto Vell"
    city.save()
    client = visit(otto)
    first = city.history.last()
    client.post(f"/cities/{city.pk}/history/{first.history_id}/restore/")
    city.refresh_from_db()
    assert city.name == "Port Vell"
    assert city.folded == "port vell"
    assert city.history.count() == 3
    assert "Restored the state of" in client.get(f"/cities/{city.pk}/history/").content.decode()
    other = actor("Elsewhere")
    wrong = f"/cities/{city.pk}/history/{other.history.last().history_id}/restore/"
    assert client.post(wrong).status_code == 404


def test_a_state_that_names_a_merged_actor_is_restored_to_where_that_stands(visit, otto):
    dacca, dhaka, league = actor("Dacca"), actor("Dhaka"), actor("League", "network")
    tie = Membership.objects.create(actor=dacca, network=league, note="First.", handling="public")
    said = Attestation.objects.create(record=dacca, source=Source.objects.create(title="Atlas"), value="First.")
    part = actor("Old Dhaka", parent=dacca)
    merge(dacca, dhaka)
    for record in (tie, said, part):
        record.refresh_from_db()
        restore(record, record.history.last())
        record.refresh_from_db()
    assert tie.actor == said.record == part.parent == dhaka
    merge(dhaka, part)
    part.refresh_from_db()
    restore(part, part.history.last())
    assert part.parent is None


def test_a_state_whose_tie_was_removed_is_restored_with_a_word_that_it_is_not_seen(visit, otto):
    tie = Membership.objects.create(actor=actor("Port Vell"), network=actor("League", "network"))
    tie.network.remove()
    tie.remove()
    page = visit(otto).post(f"/memberships/{tie.pk}/history/{tie.history.last().history_id}/restore/", follow=True)
    assert "It is not seen yet" in "".join(str(each) for each in page.context["messages"])


def test_nothing_comes_back_that_contradicts_what_stands(visit, otto):
    text, state = Instrument.objects.create(title="Compact", kind="compact"), actor("Utopia", "state")
    first = Participation.objects.create(actor=state, instrument=text, act="voted for")
    first.remove()
    Participation.objects.create(actor=state, instrument=text, act="abstained")
    page = visit(otto).post(f"/participations/{first.pk}/bring-back/", follow=True)
    assert "Utopia abstained Compact already, and has one vote" in str(*page.context["messages"])
    first.refresh_from_db()
    with pytest.raises(RefusedChange, match="has one vote"):
        restore(first, first.history.last())
    assert Participation.objects.get(removed=None).act == "abstained"


def test_the_history_names_records_and_choices_as_people_do(visit, otto):
    tie = Membership.objects.create(actor=actor("Port Vell"), network=actor("League", "network"))
    tie.network, tie.grade = actor("Bund", "network"), "observer"
    tie.save()
    page = visit(otto).get(f"/memberships/{tie.pk}/history/").content.decode()
    assert "<del>League</del> <ins>Bund</ins>" in page
    assert "<del>Member</del> <ins>Observer</ins>" in page


def test_a_source_is_added_to_a_field_or_to_a_measure(visit, otto):
    league = actor("League", "network", since="1985")
    known = Source.objects.create(title="The book")
    client = visit(otto)
    address = f"/networks/{league.pk}/sources/add/"
    said = {"confidence": "medium", "handling": "public"}
    client.post(address, {**said, "field": "since", "value": "1984", "source": "The book", "quote": "Since 1984."})
    client.post(
        address,
        {**said, "field": "measure", "measure": "members", "value": "97", "on": "2025", "new_title": "A page",
         "new_url": "https://example.org/members"},
    )  # fmt: skip
    first, second = Attestation.objects.order_by("value")
    assert (first.record, first.field, first.source) == (league, "since", known)
    assert (second.field, second.source.url) == ("members", "https://example.org/members")
    page = client.get(league.get_absolute_url() + "?plain=1").content.decode()
    assert "97" in page
    wrong = client.post(address, {**said, "field": "since"}).content.decode()
    assert "Name a source that is here" in wrong
    assert "Say which value this source gives." in wrong


def test_a_claim_is_added_as_a_claim(visit, otto):
    league = actor("League", "network")
    said = {"wording": "It is the oldest.", "quote": "the oldest", "new_title": "A leaflet", "handling": "internal"}
    visit(otto).post(f"/networks/{league.pk}/claims/add/", said)
    claim = Claim.objects.get()
    assert claim.subject == league
    assert claim.source.title == "A leaflet"


def test_the_front_page_tells_what_people_added(visit, rhea, otto):
    for name, handling in (("Port Vell", "public"), ("Quiet City", "restricted")):
        visit(otto).post("/registry/cities/add/", {"name": name, "handling": handling})
    actor("Seedling")
    assert "Seedling" not in visit(otto).get("/").content.decode()
    assert "Port Vell" in visit(rhea).get("/").content.decode()
    assert "Quiet" not in visit(rhea).get("/").content.decode()
    assert "Quiet City" in visit(otto).get("/").content.decode()


def test_nobody_overwrites_unknowingly_what_another_changed(visit, otto, ada):
    city = actor("Port Vell")
    client, address = visit(otto), f"/cities/{city.pk}/edit/"
    opened = filled(client.get(address))
    visit(ada).post(address, {**opened, "note": "Hers."})
    again = client.post(address, {**opened, "note": "His."})
    assert "Somebody changed this record since" in again.content.decode()
    city.refresh_from_db()
    assert city.note == "Hers."
    client.post(address, {**filled(again), "note": "His."})
    city.refresh_from_db()
    assert city.note == "His."


def test_a_page_offers_what_can_be_added_to_it_with_the_record_filled_in(visit, otto):
    league = actor("League", "network")
    client = visit(otto)
    page = client.get(league.get_absolute_url()).content.decode()
    assert f"/registry/names/add/?actor={league.pk}" in page
    assert f"/registry/memberships/add/?network={league.pk}" in page
    form = client.get(f"/registry/memberships/add/?network={league.pk}").content.decode()
    assert f"League [{league.pk}]" in form
