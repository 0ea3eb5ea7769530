"""Do two actors become one without loss, and two again as they were?"""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hanse.errors import RefusedChange
from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Claim,
    Clearance,
    Funding,
    Membership,
    Merge,
    Name,
    Record,
    Source,
)
from hanse.workspace.registry.parting import unmerge
from hanse.workspace.registry.restoring import restore

pytestmark = pytest.mark.django_db


def actor(name: str, kind: str = "city", **said: object) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})


def everything() -> dict[str, list[dict[str, object]]]:
    """All rows of all records; not the log of who did what."""
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def fresh(record: Actor) -> Actor:
    return Actor.objects.get(pk=record.pk)


def test_all_that_refers_to_the_one_refers_to_the_other(otto):
    dhaka, dacca, league = actor("Dhaka"), actor("Dacca", acronym="DCC", country="BGD"), actor("League", "network")
    source = Source.objects.create(title="Atlas")
    tie = Membership.objects.create(actor=dacca, network=league, since="2001")
    said = Attestation.objects.create(record=dacca, source=source, field="name", value="Dacca")
    claimed = Claim.objects.create(subject=dacca, source=source, wording="It is large.", quote="large")
    part = actor("Old Dhaka", parent=dacca)
    done = merge(dacca, dhaka, user=otto, why="One city, two spellings.")
    for record in (tie, said, claimed, part):
        record.refresh_from_db()
    assert tie.actor == said.record == claimed.subject == part.parent == dhaka
    dhaka, dacca = fresh(dhaka), fresh(dacca)
    assert (dhaka.country, dhaka.acronym) == ("BGD", "DCC")
    assert [each.name for each in dhaka.names.all()] == ["Dacca"]
    assert dacca.removed
    assert dacca.merged_into == dhaka
    assert done.by == otto
    assert "One city, two spellings." in tie.history.first().history_change_reason


def test_a_tie_that_both_had_stands_once_with_the_sources_of_both():
    dhaka, dacca, league = actor("Dhaka"), actor("Dacca"), actor("League", "network")
    source, other = Source.objects.create(title="Atlas"), Source.objects.create(title="Book")
    ties = [Membership.objects.create(actor=each, network=league, since="2001") for each in (dhaka, dacca)]
    for tie, by in zip(ties, (source, other), strict=True):
        Attestation.objects.create(record=tie, source=by)
    wait = Clearance.objects.create(city=dacca, membership=ties[1], authority="Council", what="decision")
    before = everything()
    done = merge(dacca, dhaka)
    assert [each.pk for each in Membership.objects.filter(removed=None)] == [ties[0].pk]
    assert {each.source for each in ties[0].attestations.all()} == {source, other}
    wait.refresh_from_db()
    assert (wait.city, wait.membership) == (dhaka, ties[0])
    unmerge(done)
    assert everything() == before


def test_ties_that_say_different_things_stand_side_by_side():
    dhaka, dacca, league = actor("Dhaka"), actor("Dacca"), actor("League", "network")
    Membership.objects.create(actor=dhaka, network=league, since="2001", note="as host city")
    Membership.objects.create(actor=dacca, network=league, since="1999")
    merge(dacca, dhaka)
    assert Membership.objects.filter(removed=None, actor=dhaka).count() == 2


def test_of_two_ties_the_one_that_says_less_gives_way():
    dhaka, dacca, league = actor("Dhaka"), actor("Dacca"), actor("League", "network")
    Membership.objects.create(actor=dhaka, network=league)
    fuller = Membership.objects.create(actor=dacca, network=league, since="1999")
    merge(dacca, dhaka)
    assert Membership.objects.get(removed=None) == fuller


def test_a_network_does_not_become_its_own_member():
    old, new = actor("Old League", "network"), actor("League", "network")
    Membership.objects.create(actor=old, network=new)
    before = everything()
    done = merge(old, new)
    assert not Membership.objects.filter(removed=None).exists()
    unmerge(done)
    assert everything() == before


def test_a_part_that_takes_in_its_whole_is_not_its_own_part():
    county = actor("County")
    city, land = actor("City", parent=actor("Shire", parent=county)), county
    before = everything()
    done = merge(fresh(city.parent), fresh(city))
    assert fresh(city).parent == land
    unmerge(done)
    assert everything() == before


def test_what_must_not_be_merged_is_refused():
    city, league, hidden = actor("City"), actor("League", "network"), actor("Hidden", handling="restricted")
    with pytest.raises(RefusedChange, match="a network is no city"):
        merge(league, city)
    with pytest.raises(RefusedChange, match="“Hidden” is restricted, and “City” is public: more people would see"):
        merge(hidden, city)
    with pytest.raises(RefusedChange, match="one actor already"):
        merge(city, city)
    done = merge(actor("Citty"), city)
    with pytest.raises(RefusedChange, match="removed or merged"):
        merge(done.gone, city)
    with pytest.raises(RefusedChange, match="take the merge back first"):
        restore(done.gone, done.gone.history.last())


def test_a_chain_of_merges_is_taken_back_from_its_end():
    one, two, three = actor("One"), actor("Two"), actor("Three")
    league = actor("League", "network")
    Membership.objects.create(actor=one, network=league)
    start = everything()
    first = merge(fresh(one), fresh(two))
    middle = everything()
    second = merge(fresh(two), fresh(three))
    assert Membership.objects.get(removed=None).actor == three
    with pytest.raises(RefusedChange, match="Two was merged into Three since"):
        unmerge(first)
    unmerge(second)
    assert everything() == middle
    unmerge(Merge.objects.get(pk=first.pk))
    assert everything() == start
    with pytest.raises(RefusedChange, match="already"):
        unmerge(Merge.objects.get(pk=first.pk))


def test_what_people_changed_since_is_left_to_them():
    dhaka, dacca, third = actor("Dhaka"), actor("Dacca"), actor("Third")
    tie = Membership.objects.create(actor=dacca, network=actor("League", "network"))
    done = merge(dacca, dhaka)
    tie.refresh_from_db()
    tie.actor = third
    tie.save()
    assert unmerge(done) == 1
    tie.refresh_from_db()
    assert tie.actor == third


def test_what_was_said_since_of_the_other_name_is_not_lost():
    dhaka, dacca = actor("Dhaka"), actor("Dacca")
    done = merge(dacca, dhaka)
    name = Name.objects.get()
    said = Attestation.objects.create(record=name, source=Source.objects.create(title="Atlas"))
    unmerge(done)
    name.refresh_from_db()
    assert name.removed
    assert Attestation.objects.filter(pk=said.pk).exists()


DATES = st.sampled_from(["", "1999", "2001-05", "2010-05-31"])
TIES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), DATES, st.sampled_from(["", "a note"])), max_size=8)
PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=5)


def built(ties: list[tuple[int, int, str, str]]) -> list[Actor]:
    """Five cities, three networks, ties of several kinds between them, each with sources."""
    cities = [actor(f"City {n % 3}", acronym="C" * n, country="BGD" if n % 2 else "") for n in range(5)]
    networks = [actor(f"League {n}", "network") for n in range(3)]
    sources = [Source.objects.create(title=f"Source {n}") for n in range(2)]
    for city, network, since, note in ties:
        tie = Membership.objects.create(actor=cities[city], network=networks[network], since=since, note=note)
        Attestation.objects.create(record=tie, source=sources[network % 2], field="since", value=since)
        Funding.objects.create(donor=cities[city], recipient=cities[(city + network) % 5], since=since)
        Name.objects.create(actor=cities[city], name=f"Name {network}")
        Attestation.objects.create(record=cities[city], source=sources[0], field="since", value=since)
        Clearance.objects.create(city=cities[city], membership=tie, authority="Council", what="decision")
        if city != network:
            Actor.objects.filter(pk=cities[city].pk).update(parent=cities[network])
    return cities


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ties=TIES, pairs=PAIRS)
def test_merges_taken_back_one_by_one_give_the_same_database(ties, pairs):
    with transaction.atomic():
        cities = built(ties)
        states, done = [everything()], []
        for gone, kept in pairs:
            try:
                done.append(merge(fresh(cities[gone]), fresh(cities[kept])))
            except RefusedChange:
                continue
            states.append(everything())
            assert not Membership.objects.filter(actor__removed__isnull=False).exists()
        while done:
            assert everything() == states.pop()
            assert unmerge(done.pop()) == 0
        assert everything() == states.pop()
        transaction.set_rollback(True)


EDITS = st.lists(
    st.tuples(st.sampled_from(["name", "note", "since", "country", "removed", "handling"]), DATES), max_size=6
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, place=st.integers(0, 6))
def test_any_state_restored_and_then_the_last_gives_the_same(edits, place):
    with transaction.atomic():
        city = actor("City")
        for name, value in edits:
            if name == "removed":
                city.restore() if city.removed else city.remove()
            else:
                values = {"name": f"City {value}", "country": value[:3], "handling": "internal"}
                setattr(city, name, values.get(name, value))
                city.save()
        last, before = city.history.first(), everything()
        states = list(city.history.all())
        restore(fresh(city), states[place % len(states)])
        restore(fresh(city), last)
        assert everything() == before
        assert city.history.count() == len(states) + 2
        transaction.set_rollback(True)


def test_an_internal_actor_goes_into_a_public_one_and_shows_no_more_than_before(otto):
    dhaka, league, source = actor("Dhaka"), actor("League", "network"), Source.objects.create(title="S")
    inner = actor("Dacca", handling="internal", website="https://inner.example", country="BGD")
    tie = Membership.objects.create(actor=inner, network=league, handling="public")
    said = Attestation.objects.create(record=inner, source=source, field="name", value="Dacca", handling="public")
    before = everything()
    done = merge(inner, dhaka, user=otto)
    for each in (tie, said, fresh(dhaka)):
        each.refresh_from_db()
    assert (tie.actor, tie.handling, said.handling) == (dhaka, "internal", "internal")
    assert (fresh(dhaka).website, fresh(dhaka).country) == ("", "")
    assert not Membership.objects.visible_to(AnonymousUser()).exists()
    assert Name.objects.get(removed=None).handling == "internal"
    unmerge(done, user=otto)
    assert everything() == before
