"""Is a count that is kept ever stale? It is counted anew after whatever could change it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hanse.workspace.registry import tally as counts
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Attestation, Claim, Membership, Source
from hanse.workspace.registry.tally import decisive, tally

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = timezone.localdate()


@pytest.fixture
def member():
    quil = Actor.objects.create(kind="city", name="Quil", country="DEU", handling="public")
    league = Actor.objects.create(kind="network", name="The League", nature="membership", handling="public")
    return Membership.objects.create(actor=quil, network=league, since="2001", handling="public")


def memberships(user, day=TODAY) -> int:
    return tally(KINDS["memberships"], user, day).total


def test_a_second_count_reads_stamps_only(member, rhea):
    assert memberships(rhea) == 1
    with CaptureQueriesContext(connection) as asked:
        assert memberships(rhea) == 1
    assert not [each for each in asked.captured_queries if "FILTER" in each["sql"]]


def test_what_is_hidden_of_a_record_or_of_what_it_ties_is_counted_no_more(member, rhea, otto):
    assert (memberships(rhea), memberships(otto)) == (1, 1)
    member.network.handling = "restricted"
    member.network.save()
    assert (memberships(rhea), memberships(otto)) == (0, 1)
    member.network.handling = "public"
    member.network.save()
    assert memberships(rhea) == 1
    member.actor.remove()
    assert (memberships(rhea), memberships(otto)) == (0, 0)
    member.actor.restore()
    assert memberships(otto) == 1


def test_each_day_and_each_level_has_its_own_count(member, rhea, otto):
    member.handling = "restricted"
    member.save()
    assert (memberships(rhea), memberships(otto)) == (0, 1)
    assert memberships(otto, TODAY.replace(year=2000)) == 0


def test_what_is_taken_in_at_one_stroke_is_counted(member, otto):
    assert tally(KINDS["cities"], otto, TODAY).total == 1
    take_in(KINDS["cities"], [{"name": "Vel", "country": "KEN"}, {"name": "Osk", "country": "PER"}], user=otto)
    assert tally(KINDS["cities"], otto, TODAY).total == 3


def test_what_is_said_of_a_record_is_counted_with_it(member, rhea):
    source = Source.objects.create(title="Yearbook", handling="public")
    Attestation.objects.create(record=member, field="since", value="2001", source=source, handling="public")
    assert tally(KINDS["attestations"], rhea, TODAY).total == 1
    member.actor.remove()
    assert tally(KINDS["attestations"], rhea, TODAY).total == 0


def test_what_was_deleted_is_counted_no_more(member, rhea):
    assert memberships(rhea) == 1
    member.delete()
    assert memberships(rhea) == 0


def test_whatever_a_record_names_can_decide_whether_it_is_counted():
    access = {each.__name__ for each in decisive(KINDS["access"].model)}
    assert {"Access", "Session", "Process", "Item", "Actor"} <= access
    for kind in KINDS.values():
        for tie in kind.model.ties:
            step = kind.model
            for name in tie.split("__"):
                step = step._meta.get_field(name).related_model
            assert step in decisive(kind.model), (kind.plural, tie)


def test_what_is_said_is_counted_for_each_model_as_it_is_listed(member, otto, rhea):
    source = Source.objects.create(title="Yearbook", handling="public")
    hidden = Actor.objects.create(kind="city", name="Hidden", handling="restricted")
    for record in (member, member.actor, member.network, hidden):
        Attestation.objects.create(record=record, field="since", source=source, handling="public")
        Claim.objects.create(subject=record, wording="It is so.", source=source, handling="public")
    Claim.objects.create(wording="Cities matter.", source=source, handling="public")
    for model in (Attestation, Claim):
        for user in (otto, rhea):
            assert model.objects.all().number(user) == model.objects.visible_to(user).count()
    assert (Attestation.objects.all().number(rhea), Claim.objects.all().number(rhea)) == (3, 4)


def test_the_stamps_of_all_models_are_asked_for_at_once(member, rhea, django_assert_max_num_queries):
    memberships(rhea)
    with django_assert_max_num_queries(3):
        memberships(rhea)


def test_the_page_of_the_registry_waits_for_no_long_count_and_asks_for_it(member, visit, rhea, monkeypatch):
    monkeypatch.setattr(counts, "LARGE", 0)
    asks = 'hx-get="/registry/memberships/count/?as_of=2010"'
    page = visit(rhea).get("/registry/?as_of=2010").content.decode()
    assert asks in page
    line = visit(rhea).get("/registry/memberships/count/?as_of=2010").content.decode()
    assert '<span class="number">1</span>' in line
    assert "hx-get" not in line
    assert asks not in visit(rhea).get("/registry/?as_of=2010").content.decode()
    member.actor.remove()
    assert asks in visit(rhea).get("/registry/?as_of=2010").content.decode()
    monkeypatch.setattr(counts, "LARGE", 10)
    assert "hx-get" not in visit(rhea).get("/registry/?as_of=2009").content.decode().split('class="contents"')[1]
