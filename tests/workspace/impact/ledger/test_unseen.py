"""Whether somebody is outside is told from all ties; who may not see one learns nothing of it, and counts no more."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Role
from hanse.workspace.impact.ledger import influenced
from hanse.workspace.impact.ledger.unseen import kept_back
from hanse.workspace.impact.models import Change, Claimed, Confirmation
from hanse.workspace.registry.models import Actor, Membership, Office

NOBODY = AnonymousUser()
DAY = date(2031, 12, 31)


def states(user, day=DAY):
    return {each.title: (each.state, each.reason) for each in influenced(user, day).positions}


@pytest.mark.parametrize("hidden", ["membership", "former membership", "office", "parent", "claim", "another record"])
def test_what_a_reader_may_not_see_makes_nobody_outside_for_them(hidden, change, actor, otto):
    league, town = actor("League of Harbours"), actor("Highmere", "city")
    witness = actor("Mayor Orla", "person") if hidden == "office" else actor("Reeve Institute", "university")
    made = change("A fund opened", claimed=[league], confirmed=[witness])
    assert states(NOBODY) == states(otto) == {"A fund opened": ("counted", "")}
    if hidden == "membership":
        Membership.objects.create(actor=witness, network=league, handling="restricted")
    elif hidden == "former membership":
        Membership.objects.create(actor=witness, network=league, until="2010", handling="public")
        Membership.objects.create(actor=witness, network=league, since="2020", handling="internal")
    elif hidden == "office":
        Office.objects.create(person=witness, body=league, title="Chair", handling="restricted")
    elif hidden == "parent":
        witness.parent = actor("Secret House", "university", handling="restricted", parent=league)
        witness.save()
    elif hidden == "claim":
        Claimed.objects.create(change=made, actor=witness, contribution="We too.", handling="internal")
    else:
        other = Change.objects.create(title="The same", same_as=made, date="2024-05", handling="internal")
        Claimed.objects.create(change=other, actor=witness, handling="public")
        Membership.objects.create(actor=town, network=league, handling="restricted")
    assert states(otto)["A fund opened"] == ("claimed", "inside")
    assert states(NOBODY) == {"A fund opened": ("claimed", "unconfirmed")}


def test_their_word_leaves_no_trace_on_the_pages_of_who_may_not_see_the_tie(change, actor, visit, otto):
    league, witness = actor("League of Harbours"), actor("Reeve Institute", "university")
    made = change("A fund opened", claimed=[league], confirmed=[witness])
    said = made.confirmations.get()
    for address in ("/confirmations/", made.get_absolute_url(), said.get_absolute_url(), "/api/v1/confirmations"):
        assert "Reeve Institute" in visit(None).get(address).content.decode()
    Membership.objects.create(actor=witness, network=league, handling="restricted")
    for address in ("/confirmations/", made.get_absolute_url(), "/impact/ledger/", "/api/v1/confirmations"):
        assert "Reeve Institute" not in visit(None).get(address).content.decode()
    assert visit(None).get(said.get_absolute_url()).status_code == 404
    assert "Reeve Institute" in visit(otto).get(made.get_absolute_url()).content.decode()


def test_a_denial_is_heard_from_wherever_it_comes(change, actor):
    league, witness, other = actor("League of Harbours"), actor("Reeve Institute", "university"), actor("Third")
    change("A fund opened", claimed=[league], confirmed=[other], denied=[witness])
    Membership.objects.create(actor=witness, network=league, handling="restricted")
    assert states(NOBODY) == {"A fund opened": ("disputed", "denied")}


def test_a_tie_that_everybody_sees_is_told_as_what_it_is(change, actor):
    league, witness = actor("League of Harbours"), actor("Orla", "person")
    change("A fund opened", claimed=[league], confirmed=[witness])
    Office.objects.create(person=witness, body=league, title="Chair", handling="public")
    assert states(NOBODY) == {"A fund opened": ("claimed", "inside")}


def test_a_reviewers_organisation_that_is_tied_out_of_sight_is_as_if_nothing_were_stated(
    campaign, judged, outside, actor, rosa, otto
):
    port, institute = actor("City of Port Velane", "city"), actor("Institute of Harbours", "network")
    outside(judged(campaign(), "a1", rosa), organisation=institute)
    before = [each for each in influenced(NOBODY, DAY).counted if each.claimants[0].actor == port.pk]
    assert before
    tie = Membership.objects.create(actor=port, network=institute, handling="restricted")
    found = [each for each in influenced(NOBODY, DAY).positions if each.claimants[0].actor == port.pk]
    assert {(each.state, each.reason) for each in found if each.confirmed} == {("claimed", "unknown")}
    assert {(said.why, said.who) for each in found for said in each.confirmed} == {("silent", "")}
    for each in influenced(otto, DAY).positions:
        assert {said.why for said in each.confirmed} <= {"tied"}
    tie.handling = "public"
    tie.save()
    assert {said.why for each in influenced(NOBODY, DAY).positions for said in each.confirmed} == {"tied"}


LEVEL = st.sampled_from(["public", "internal", "restricted"])
ONE = st.integers(0, 4)
PAIRS = st.lists(st.tuples(ONE, ONE, LEVEL, st.sampled_from(["", "2010"])), max_size=4)


class Worlds(TestCase):
    """Of any registry, claims and words."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(PAIRS, st.lists(st.tuples(ONE, LEVEL), max_size=3), st.lists(st.tuples(ONE, LEVEL), max_size=3), PAIRS)
    def test_who_sees_less_counts_no_more_and_sees_what_a_world_without_those_ties_would_show(
        self, members, claims, words, parts
    ):
        office = User.objects.create_user("o@example.org", "correct horse", name="O", role=Role.OFFICER)
        actors = [Actor.objects.create(name=f"Body {n}", kind="network", handling="public") for n in range(5)]
        for one, other, level, _ in parts:
            if other > one:
                between = Actor.objects.create(name="Part", kind="network", handling=level, parent=actors[other])
                Actor.objects.filter(pk=actors[one].pk).update(parent=between)
        for one, other, level, until in members:
            if one != other:
                Membership.objects.create(actor=actors[one], network=actors[other], handling=level, until=until)
        change = Change.objects.create(title="A fund opened", date="2024", handling="public")
        for n, level in claims:
            Claimed.objects.create(change=change, actor=actors[n], handling=level)
        for n, level in words:
            Confirmation.objects.create(change=change, by=actors[n], words="So.", handling=level)
        researcher = User.objects.create_user("r@example.org", "correct horse", name="R", role=Role.RESEARCHER)
        for reader in (NOBODY, researcher):
            (seen,) = influenced(reader, DAY).positions
            (whole,) = influenced(office, DAY).positions
            assert {each.key for each in seen.outside} <= {each.key for each in whole.outside}
            assert whole.counted or not seen.counted
        shown = influenced(NOBODY, DAY)
        for key in kept_back(NOBODY):
            Confirmation.objects.filter(pk=key).delete()
        Claimed.objects.exclude(handling="public").delete()
        Membership.objects.exclude(handling="public").delete()
        Actor.objects.filter(parent__in=Actor.objects.exclude(handling="public")).update(parent=None)
        assert influenced(NOBODY, DAY).positions == shown.positions
        assert not kept_back(NOBODY)
