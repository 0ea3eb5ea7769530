"""Does a restricted record show itself to the people it names, and to nobody else?"""

from __future__ import annotations

import pytest

from hanse.workspace.accounts.models import Named, User
from hanse.workspace.accounts.rights import Role, sight_key
from hanse.workspace.registry.models import Actor, Membership
from tests.workspace.looks import LOOKS
from tests.workspace.test_no_trace import _answer


def test_a_restricted_record_is_seen_by_the_office_and_by_the_people_named(rhea, cem, otto):
    city = Actor.objects.create(name="Tunis", kind="city", handling="restricted")
    league = Actor.objects.create(name="League", kind="network", handling="public")
    tie = Membership.objects.create(actor=city, network=league, handling="public")
    assert not Membership.objects.visible_to(rhea).exists()
    Named.objects.create(person=rhea, model="registry.actor", record=city.pk)
    rhea = User.objects.get(pk=rhea.pk)
    assert list(Membership.objects.visible_to(rhea)) == [tie]
    assert Actor.objects.visible_to(rhea).filter(pk=city.pk).exists()
    assert not Actor.objects.visible_to(cem).filter(pk=city.pk).exists()
    assert not Actor.objects.visible_to(_nobody()).filter(pk=city.pk).exists()
    assert Actor.objects.visible_to(otto).filter(pk=city.pk).exists()


def test_a_document_too_may_name_people(rhea, cem, written):
    from hanse.workspace.documents.models import Document

    document = written("Note", "One.", handling="restricted")
    Named.objects.create(person=rhea, model="documents.document", record=str(document.pk))
    assert Document.objects.visible_to(rhea).filter(pk=document.pk).exists()
    assert not Document.objects.visible_to(cem).exists()


def _nobody():
    from django.contrib.auth.models import AnonymousUser

    return AnonymousUser()


def fresh(user):
    """As another request knows a person."""
    return User.objects.get(pk=user.pk)


READ = (
    "/cities/",
    "/cities/?q=quietwater",
    "/cities/export.csv",
    "/memberships/",
    "/memberships/export.csv",
    "/networks/league/",
    "/registry/",
    "/registry/export.zip",
    "/registry/suggest/cities/?q=quiet",
    "/documents/",
    "/documents/search/?q=quietwater",
    "/api/v1/cities",
    "/api/v1/memberships",
    "/api/v1/downloads/cities.json",
)


@pytest.fixture
def quiet(transactional_db, written):
    """A league of two cities, one of them restricted, with a note about it; nothing of it is for everybody."""

    def make():
        city = Actor.objects.create(id="quiet", name="Quietwater", kind="city", country="DNK", handling="restricted")
        Membership.objects.create(id="quiet-m", actor=city, network_id="league", handling="public", since="2015")
        note = written("Quietwater note", "1. Quietwater asks.", handling="restricted")
        return city, note

    league = Actor.objects.create(id="league", name="League", kind="network", nature="membership", handling="public")
    loud = Actor.objects.create(id="loud", name="Loudwater", kind="city", country="DNK", handling="public")
    Membership.objects.create(id="loud-m", actor=loud, network=league, handling="public", since="2014")
    return make


def walk(client):
    return {address: _answer(client.get(address)) for address in READ}


def test_a_person_named_sees_it_everywhere_and_nobody_else_anywhere(visit, rhea, cem, olga, quiet):
    named, other = visit(rhea), visit(cem)
    hers, before = walk(named), walk(other)
    city, note = quiet()
    assert walk(named) == hers, "not named yet"
    for record in (city, note):
        visit(olga).post(f"/people/named/{record._meta.label_lower}/{record.pk}/", {"person": rhea.pk})
    told = walk(named)
    assert [each for each in READ if "quietwater" not in told[each][1].casefold() and each != "/registry/"] == []
    assert told["/registry/"] != hers["/registry/"]
    assert named.get("/cities/quiet/").status_code == 200
    assert walk(other) == before, "the other, of the same role, sees what was kept for nobody else"
    assert other.get("/cities/quiet/").status_code == 404
    for held in Named.objects.all():
        visit(olga).post(f"/people/named/{held.pk}/end/")
    assert walk(named) == hers


def test_what_is_kept_between_requests_is_kept_for_those_who_see_the_same(db, rhea, cem, otto, tala, milo):
    assert sight_key(otto) == sight_key(fresh(otto)) != sight_key(rhea)
    other = User.objects.create_user("rita@example.org", role=Role.RESEARCHER)
    assert sight_key(rhea) == sight_key(other)
    Named.objects.create(person=rhea, model="registry.actor", record="x")
    assert sight_key(fresh(rhea)) != sight_key(other)
    Named.objects.create(person=other, model="registry.actor", record="x")
    assert sight_key(fresh(rhea)) == sight_key(fresh(other))
    assert len({sight_key(tala), sight_key(milo), sight_key(cem)}) == 3, "each speaks for another city, or for none"


def test_only_the_office_names_people_and_for_restricted_records_only(visit, ada, rosa, rhea, cem, olga):
    city = Actor.objects.create(name="Tunis", kind="city", handling="restricted")
    address = f"/people/named/registry.actor/{city.pk}/"
    for user in (rosa, rhea, cem):
        assert visit(user).post(address, {"person": cem.pk}).status_code == 404
    assert visit(olga).post(address, {"person": ada.pk}).status_code == 302
    assert not Named.objects.exists(), "the office sees it anyway"
    open_ = Actor.objects.create(name="Sfax", kind="city", handling="internal")
    visit(olga).post(f"/people/named/registry.actor/{open_.pk}/", {"person": cem.pk})
    assert not Named.objects.exists()
    for strange in ("accounts.user/1", "registry.actor/none", "nothing/1", "audit.entry/1", "registry.x/1"):
        assert visit(olga).post(f"/people/named/{strange}/", {"person": cem.pk}).status_code == 404
    visit(olga).post(address, {"person": cem.pk})
    page = visit(olga).get(f"/cities/{city.pk}/edit/").content.decode()
    assert "Cem" in page
    assert "named by Olga" in page


def test_naming_is_in_the_log(visit, olga, rhea):
    from hanse.workspace.audit.models import Entry
    from hanse.workspace.audit.pending import settle

    city = Actor.objects.create(name="Tunis", kind="city", handling="restricted")
    visit(olga).post(f"/people/named/registry.actor/{city.pk}/", {"person": rhea.pk})
    settle()
    assert Entry.objects.filter(model="accounts.named", email=olga.email, verb="added").count() == 1


def test_a_document_names_people_where_its_details_are_corrected(visit, olga, rhea, written):
    document = written("Note", "One.", handling="restricted")
    assert "Nobody is named yet" in visit(olga).get(f"/documents/{document.pk}/edit/").content.decode()
    visit(olga).post(f"/people/named/documents.document/{document.pk}/", {"person": rhea.pk})
    assert visit(rhea).get(f"/documents/{document.pk}/").status_code == 200
    assert "People named" not in visit(olga).get(f"/documents/{written('Open', 'One.').pk}/edit/").content.decode()


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_where_people_are_named_is_fit_to_be_seen(see, transactional_db, olga, rhea, cem, look):
    city = Actor.objects.create(name="Tunis", kind="city", handling="restricted")
    Named.objects.create(person=rhea, model="registry.actor", record=city.pk, by=olga)
    see(f"/cities/{city.pk}/edit/", olga, look, name="named")
