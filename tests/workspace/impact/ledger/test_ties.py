"""Who is outside the claimants is told to each reader from the ties that this reader may see."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from hanse.workspace.impact.ledger import influenced
from hanse.workspace.impact.models import Change, Claimed
from hanse.workspace.registry.models import Membership, Office

NOBODY = AnonymousUser()
DAY = date(2031, 12, 31)


def states(user, day=DAY):
    return {each.title: (each.state, each.reason) for each in influenced(user, day).positions}


@pytest.mark.parametrize("hidden", ["membership", "office", "parent", "claim", "another record"])
def test_a_restricted_tie_leaves_no_trace_in_what_others_count(hidden, change, actor, otto):
    league = actor("League of Harbours")
    witness = actor("Mayor Orla", "person") if hidden == "office" else actor("Reeve Institute", "university")
    made = change("A fund opened", claimed=[league], confirmed=[witness])
    positions = influenced(NOBODY, DAY)
    if hidden == "membership":
        Membership.objects.create(actor=witness, network=league, handling="restricted")
    elif hidden == "office":
        Office.objects.create(person=witness, body=league, title="Chair", handling="restricted")
    elif hidden == "parent":
        aside = actor("Secret House", "university", handling="restricted", parent=league)
        Membership.objects.create(actor=witness, network=aside, handling="public")
        Membership.objects.create(actor=witness, network=league, handling="internal")
    elif hidden == "claim":
        Claimed.objects.create(change=made, actor=witness, contribution="We too.", handling="internal")
    else:
        other = Change.objects.create(title="The same", same_as=made, date="2024-05", handling="internal")
        Claimed.objects.create(change=other, actor=witness, handling="public")
    assert states(otto)["A fund opened"] == ("claimed", "inside")
    assert states(NOBODY) == {"A fund opened": ("counted", "")}
    assert influenced(NOBODY, DAY) == positions


def test_who_holds_an_office_of_a_claimant_is_inside(change, actor):
    league, witness = actor("League of Harbours"), actor("Orla", "person")
    change("A fund opened", claimed=[league], confirmed=[witness])
    Office.objects.create(person=witness, body=league, title="Chair", handling="public")
    assert states(NOBODY) == {"A fund opened": ("claimed", "inside")}


def test_a_denial_is_heard_from_wherever_it_comes(change, actor):
    league, witness, other = actor("League of Harbours"), actor("Reeve Institute", "university"), actor("Third")
    change("A fund opened", claimed=[league], confirmed=[other], denied=[witness])
    Membership.objects.create(actor=witness, network=league, handling="restricted")
    assert states(NOBODY) == {"A fund opened": ("disputed", "denied")}
