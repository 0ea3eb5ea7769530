"""Does every kind have a list, a form and a page, and who gets in?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Attestation, Claim, Membership, Name, Reprisal, Source

pytestmark = pytest.mark.django_db


def actor(name: str, kind: str = "city", **said: object) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})


FORMS_ELSEWHERE = {"attestations": 404, "claims": 404, "translations": 404, "evidence": 302}
"""Kinds that are added on the page of what they belong to, and what is answered without it."""


@pytest.mark.parametrize("plural", list(KINDS))
def test_every_kind_has_a_list_and_a_form(plural, visit, otto):
    assert visit(otto).get(f"/{plural}/").status_code == 200
    form = visit(otto).get(f"/registry/{plural}/add/")
    assert form.status_code == FORMS_ELSEWHERE.get(plural, 200)


def test_the_page_of_a_record_says_who_says_so(visit, rhea):
    city = actor("Port Vell", since="1985")
    for year, title in (("1984", "The old book"), ("1985", "The new book")):
        source = Source.objects.create(title=title, url="https://example.org/", handling="public")
        said = {"field": "since", "value": year, "source": source, "quote": f"Founded in {year}."}
        Attestation.objects.create(record=city, handling="public", **said)
    page = visit(rhea).get(city.get_absolute_url()).content.decode()
    assert "sources differ: 1985, 1984" in page
    assert "Founded in 1984." in page
    assert 'href="https://example.org/"' in page
    told = visit(rhea).get(Source.objects.get(title="The old book").get_absolute_url()).content.decode()
    assert "of Port Vell" in told
    assert "of Port Vell" in visit(rhea).get("/attestations/").content.decode()


def test_a_beginning_that_nobody_documented_is_said_to_be_so(visit, rhea):
    tie = Membership.objects.create(actor=actor("A"), network=actor("B", "network"), handling="public")
    assert "not documented" in visit(rhea).get(tie.get_absolute_url()).content.decode()


def test_what_is_only_reported_and_what_is_claimed_stands_below(visit, rhea):
    city = actor("League", "network")
    source = Source.objects.create(title="Report", handling="public")
    for year, members in (("2015", "70"), ("2025", "97")):
        said = {"field": "members", "value": members, "on": year, "source": source}
        Attestation.objects.create(record=city, handling="public", **said)
    Claim.objects.create(
        subject=city, wording="It is the largest.", quote="the largest", doubt="Two are larger.", source=source,
        handling="public",
    )  # fmt: skip
    now = visit(rhea).get(city.get_absolute_url()).content.decode()
    assert now.index(">97") < now.index(">70")
    assert now.index("<blockquote") < now.index("It is the largest.") < now.index("Two are larger.")
    then = visit(rhea).get(city.get_absolute_url() + "?as_of=2016").content.decode()
    assert ">97" not in then
    assert "70" in then
    assert "As of 31 December 2016" in then


def test_reported_numbers_and_dates_are_written_as_people_read_them(visit, rhea):
    league = actor("League", "network", since="1984")
    source = Source.objects.create(title="Report", handling="public")
    for field, value, unit in (
        ("people", "3411408", "people"),
        ("members", "4200", "cities"),
        ("first book", "1984", ""),
        ("since", "1985-04-12", ""),
    ):
        said = {"field": field, "value": value, "unit": unit, "source": source}
        Attestation.objects.create(record=league, handling="public", **said)
    page = visit(rhea).get(league.get_absolute_url()).content.decode()
    for each in (">3,411,408 ", ">4,200 ", ">1984<", "sources differ: 1984, 12 April 1985"):
        assert each in page
    assert "of League · since: 12 April 1985" in visit(rhea).get("/attestations/").content.decode()


def test_what_is_restricted_leaves_no_trace(visit, rhea, cem, otto):
    city = actor("Port Vell")
    reprisal = Reprisal.objects.create(against=city, act="Quiet prosecution")
    hidden = actor("Quiet League", "network", handling=Handling.RESTRICTED)
    tie = Membership.objects.create(actor=city, network=hidden, handling="public")
    Name.objects.create(actor=city, name="Quietname", handling=Handling.RESTRICTED)
    source = Source.objects.create(title="A source", handling="public")
    told = Attestation.objects.create(record=hidden, source=source, value="x", handling="public")
    pages = ("/", "/registry/", city.get_absolute_url(), "/networks/", "/memberships/", "/reprisals/", "/names/")
    for person in (rhea, cem):
        client = visit(person)
        for path in (*pages, "/attestations/", source.get_absolute_url()):
            page = client.get(path).content.decode()
            assert "Quiet" not in page, path
        assert "Port Vell" not in client.get("/cities/?q=quietname").content.decode()
        for record in (reprisal, hidden, tie, told):
            assert client.get(record.get_absolute_url()).status_code == 404
        for what in ("networks", "actor", "reprisals"):
            assert "Quiet" not in client.get(f"/registry/suggest/{what}/?q=quiet").content.decode()
    assert "Quiet" in visit(otto).get(city.get_absolute_url()).content.decode()
    assert "Quiet League" in visit(otto).get("/registry/suggest/networks/?q=quiet").content.decode()


def test_the_parent_of_an_actor_is_named_to_those_who_may_see_it(visit, rhea, otto):
    city = actor("Port Vell", parent=actor("Quiet County", handling=Handling.RESTRICTED))
    assert "Quiet County" in visit(otto).get(city.get_absolute_url()).content.decode()
    assert "Quiet County" not in visit(rhea).get(city.get_absolute_url()).content.decode()


def test_the_public_sees_what_is_public_where_the_workspace_is_open(visit, settings):
    city, inner = actor("Port Vell"), actor("Innerburg", handling="internal")
    assert visit(None).get("/cities/").status_code == 302
    settings.HANSE_OPEN_TO_PUBLIC = True
    page = visit(None).get("/cities/").content.decode()
    assert "Port Vell" in page
    assert "Innerburg" not in page
    assert visit(None).get(city.get_absolute_url()).status_code == 200
    assert visit(None).get(inner.get_absolute_url()).status_code == 404
    assert visit(None).get(f"/cities/{city.pk}/edit/").status_code in {302, 404}


def test_those_who_do_not_keep_the_registry_find_no_door_to_it(visit, rosa, cem, rhea):
    city = actor("Port Vell")
    doors = ("edit/", "history/", "sources/add/", "claims/add/")
    for person in (rosa, cem, rhea):
        client = visit(person)
        for door in doors:
            assert client.get(f"/cities/{city.pk}/{door}").status_code == 404
        for door in ("remove/", "bring-back/"):
            assert client.post(f"/cities/{city.pk}/{door}").status_code == 404
        for door in ("/registry/cities/add/", "/registry/duplicates/", f"/registry/merge/{city.pk}/"):
            assert client.get(door).status_code == 404
        assert client.get("/registry/cities/removed/").status_code == 404
        assert "Edit" not in client.get(city.get_absolute_url()).content.decode()
    assert not Actor.objects.exclude(removed=None).exists()


def test_the_address_of_a_merged_actor_leads_on_only_for_those_who_might_see_it(visit, rhea, otto):
    kept = actor("Port Vell")
    hidden = actor("Quiet", handling=Handling.RESTRICTED, merged_into=kept, removed=timezone.now())
    assert visit(otto).get(hidden.get_absolute_url()).url == kept.get_absolute_url()
    assert visit(rhea).get(hidden.get_absolute_url()).status_code == 404
