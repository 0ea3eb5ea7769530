"""Who sees a record, and on which day does it hold?"""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from hanse.workspace.accounts.rights import Handling
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

    def counted(day):
        return KINDS["memberships"].counted(members, day)

    assert counted(date(2010, 1, 1)).dated == 1
    assert counted(date(2010, 7, 1)).dated == 2
    assert counted(date(2010, 7, 1)).undated == 1
    assert counted(date(2019, 12, 31)).dated == 2
    assert counted(date(2020, 1, 1)).dated == 1
    assert counted(date(2009, 12, 31)).undated == 2


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


@pytest.fixture
def late_league():
    league = actor("Late League", "network", since="2018-09")
    Membership.objects.create(actor=actor("Port Vell"), network=league, handling="public")
    return league


def test_a_tie_without_a_documented_beginning_holds_only_while_both_of_its_ends_do(otto, late_league):
    Membership.objects.create(actor=actor("Quillon", since="2021"), network=late_league)
    members = Membership.objects.visible_to(otto)
    for records in (members, KINDS["memberships"].known(members, date(2018, 8, 31))):
        assert records.undated(date(2018, 8, 31)).count() == 0
    assert KINDS["memberships"].counted(members, date(2018, 9, 1)).undated == 1
    assert KINDS["memberships"].counted(members, date(2021, 1, 1)).undated == 2
    late_league.until = "2023"
    late_league.save()
    assert KINDS["memberships"].counted(members, date(2023, 12, 31)).undated == 2
    assert KINDS["memberships"].counted(members, date(2024, 1, 1)).total == 0
    assert members.ended(date(2024, 1, 1)).count() == 2


def test_a_documented_beginning_without_an_end_ends_with_the_network(otto):
    league = actor("Old League", "network", since="1913", until="2004")
    tie = Membership.objects.create(actor=actor("Port Vell"), network=league, since="1950")
    members = Membership.objects.visible_to(otto)
    assert members.on(date(2004, 12, 31)).get() == tie
    assert not members.on(date(2005, 1, 1))
    assert members.ended(date(2005, 1, 1)).get() == tie


def test_what_bounds_a_record_is_tied_to_it_so_that_nothing_hidden_does():
    for kind in KINDS.values():
        assert set(kind.model.bounded_by) <= set(kind.model.ties)


def test_an_undated_act_is_not_counted_before_its_instrument_was_adopted(otto):
    compact = Instrument.objects.create(title="Compact of the Bay", kind="compact", adopted="201X")
    pact = Instrument.objects.create(title="Pact of the Bay", kind="compact", adopted="2018-12-10")
    for each in (compact, pact):
        Participation.objects.create(actor=actor("Utopia", "state"), instrument=each, act="endorsed")
    kind, acts = KINDS["participations"], Participation.objects.visible_to(otto)
    assert [kind.counted(acts, day).undated for day in (date(2009, 12, 31), date(2010, 1, 1), date(2018, 12, 10))] == [
        0,
        1,
        2,
    ]


def test_pages_say_that_their_record_did_not_exist_yet_and_show_no_ties_of_it(visit, rhea, late_league):
    compact = Instrument.objects.create(
        title="Compact of the Bay", kind="compact", adopted="2018-12-10", handling="public"
    )
    anybody = visit(rhea)
    page = anybody.get(f"{late_league.get_absolute_url()}?as_of=2010").content.decode()
    assert "Not founded yet on 31 December 2010." in page
    assert "Port Vell" not in page
    assert "Port Vell" in anybody.get(f"{late_league.get_absolute_url()}?as_of=2019").content.decode()
    page = anybody.get(f"{compact.get_absolute_url()}?as_of=2010").content.decode()
    assert "Not yet adopted on 31 December 2010." in page
    assert "Adopted on 10 December 2018" not in page
    tie = Membership.objects.get()
    assert "Late League began later" in anybody.get(f"{tie.get_absolute_url()}?as_of=2010").content.decode()
    city = anybody.get(f"{tie.actor.get_absolute_url()}?as_of=2010").content.decode()
    assert "Late League" not in city
    assert anybody.get("/memberships/?as_of=2010").context["list"].count.total == 0
