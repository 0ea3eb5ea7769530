"""Who sees a record, and on which day does it hold?"""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.as_of import counted
from hanse.workspace.registry.kinds import KINDS, kind_of
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Claim,
    Instrument,
    Membership,
    Participation,
    Source,
)

pytestmark = pytest.mark.django_db


def actor(name: str, kind: str = "city", **said: object) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})


def test_a_tie_to_what_somebody_may_not_see_is_not_seen(rhea, otto):
    hidden = actor("Quiet League", "network", handling=Handling.RESTRICTED)
    tie = Membership.objects.create(actor=actor("Port Vell"), network=hidden, handling="public")
    assert not Membership.objects.visible_to(rhea).exists()
    assert Membership.objects.visible_to(otto).get() == tie


def test_a_tie_to_what_was_removed_is_gone_until_that_comes_back(otto):
    league = actor("Old League", "network")
    Membership.objects.create(actor=actor("Port Vell"), network=league)
    league.remove()
    assert not Membership.objects.visible_to(otto).exists()
    league.restore()
    assert Membership.objects.visible_to(otto).count() == 1


def test_a_membership_holds_from_the_first_day_of_its_beginning_to_the_last_of_its_end(otto):
    league = actor("League", "network")
    for since, until in (("2010", "2019"), ("2010-06", ""), ("", ""), ("", "2009")):
        Membership.objects.create(actor=actor(f"C{since}{until}"), network=league, since=since, until=until)
    members = Membership.objects.visible_to(otto)
    assert counted(members, date(2010, 1, 1)).dated == 1
    assert counted(members, date(2010, 7, 1)).dated == 2
    assert counted(members, date(2010, 7, 1)).undated == 1
    assert counted(members, date(2019, 12, 31)).dated == 2
    assert counted(members, date(2020, 1, 1)).dated == 1
    assert counted(members, date(2009, 12, 31)).undated == 2


def test_nobody_signs_a_compact():
    compact = Instrument.objects.create(title="Compact of the Bay", kind="compact")
    with pytest.raises(ValidationError, match="Nobody signed Compact of the Bay"):
        Participation(actor=actor("Utopia", "state"), instrument=compact, act="signed").full_clean()


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(ValidationError, match="before the beginning"):
        Membership(actor=actor("A"), network=actor("B", "network"), since="2010", until="2009").full_clean()


def test_every_kind_names_fields_that_exist():
    for kind in KINDS.values():
        assert kind.fields()
        assert set(kind.identity) <= set(kind.columns)


def test_every_actor_is_of_one_kind():
    for each in Actor._meta.get_field("kind").choices:
        assert kind_of(Actor(kind=each[0])).records().model is Actor


def test_what_is_said_of_a_hidden_record_is_hidden(rhea, otto):
    source = Source.objects.create(title="A letter", handling="public")
    shown, hidden = actor("Port Vell"), actor("Quiet Port", handling=Handling.RESTRICTED)
    for each in (shown, hidden):
        Attestation.objects.create(record=each, field="members", value="7", source=source, handling="public")
        Claim.objects.create(subject=each, wording="It is so.", quote="so", source=source, handling="public")
    Claim.objects.create(wording="Of nobody.", quote="so", source=source, handling="public")
    assert [each.record for each in Attestation.objects.visible_to(rhea)] == [shown]
    assert {each.subject for each in Claim.objects.visible_to(rhea)} == {shown, None}
    assert Attestation.objects.visible_to(otto).count() == 2
    hidden.handling = "public"
    hidden.remove()
    assert Attestation.objects.visible_to(otto).count() == 1
