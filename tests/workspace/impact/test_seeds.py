"""The counters of the seeds come out on a set of records that was made to have them, each by its own rule."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from hanse.workspace.impact import ready, snapshots
from hanse.workspace.impact.counting import value
from hanse.workspace.impact.models import Change, Claimed, Confirmation, Indicator
from hanse.workspace.processes.models import Access, Process, Session
from hanse.workspace.registry.models import Actor
from hanse.workspace.registry.seeding import FACTS
from hanse.workspace.surveys.models import Invitation, Question, Survey, Tally
from tests.workspace.impact.conftest import DAY, PUBLIC

pytestmark = pytest.mark.django_db


def test_seventy_pledges_dialogues_contributions_and_eight_processes(mmc_like, counted):
    assert counted("pledges").number == 70
    assert counted("dialogues").number == 176
    assert counted("contributions").number == 48
    assert counted("processes").number == 8


def test_who_was_refused_or_has_no_function_accessed_no_process(mmc_like, city, counted):
    process = Process.objects.create(title="Ninth", since="2018", **PUBLIC)
    session = Session.objects.create(process=process, title="Meeting", since="2022", **PUBLIC)
    for said in ({"decision": "refused", "function": "speaker"}, {"decision": "asked"}, {"function": "none"}, {}):
        Access.objects.create(actor=city, session=session, **PUBLIC, **said)
    assert counted("processes").number == 8
    Access.objects.create(actor=city, session=session, function="moderator", **PUBLIC)
    assert counted("processes").number == 9


def test_more_than_sixty_positions_each_once_however_many_networks_claim_it(city, counted):
    networks = [Actor.objects.create(kind="network", name=f"Network {n}", **PUBLIC) for n in range(2)]
    state = Actor.objects.create(kind="state", name="Atlantis", **PUBLIC)
    for number in range(64):
        change = Change.objects.create(title=f"Position {number}", actor=state, date="2022", **PUBLIC)
        for network in networks:
            Claimed.objects.create(change=change, actor=network, **PUBLIC)
        if number < 63:
            Confirmation.objects.create(change=change, by=state, words="So it is.", date="2022-06", **PUBLIC)
    found = counted("positions")
    assert found.number == 63
    assert [each.count for each in found.apart] == [1]
    assert len(list(found.members.keys())) == 63


def test_a_position_of_a_partial_date_counts_in_one_of_two_halves_of_the_year(city, counted):
    state = Actor.objects.create(kind="state", name="Atlantis", **PUBLIC)
    change = Change.objects.create(title="Position", actor=state, date="2022", **PUBLIC)
    Claimed.objects.create(change=change, actor=city, **PUBLIC)
    Confirmation.objects.create(change=change, by=state, words="So it is.", date="2022-06", **PUBLIC)
    halves = ((date(2022, 1, 1), date(2022, 6, 30)), (date(2022, 7, 1), date(2022, 12, 31)))
    assert [counted("positions", until, since).number for since, until in halves] == [1, 0]


def test_a_frozen_position_that_is_denied_since_is_still_shown_to_who_may_see_it(city, counted, otto, public):
    state = Actor.objects.create(kind="state", name="Atlantis", **PUBLIC)
    change = Change.objects.create(title="Position", actor=state, date="2022", **PUBLIC)
    Claimed.objects.create(change=change, actor=city, **PUBLIC)
    Confirmation.objects.create(change=change, by=state, words="So it is.", date="2022-06", **PUBLIC)
    held = snapshots.freeze(ready.found("positions", otto), DAY, otto)
    members = list(held.members.all())
    assert [each.state for each in snapshots.members(members, public)] == ["seen"]
    Confirmation.objects.create(change=change, by=state, says="denies", words="No.", **PUBLIC)
    assert counted("positions").number == 0
    assert [each.state for each in snapshots.members(members, public)] == ["seen"]
    Change.objects.filter(pk=change.pk).update(handling="restricted")
    assert [each.state for each in snapshots.members(members, public)] == ["withheld"]


def test_ninety_six_per_cent_of_partners_with_n_response_rate_and_date(public, counted):
    ended = timezone.now() - timedelta(days=1)
    said = {"opened": ended - timedelta(days=9), "closed": ended, "published": ended}
    survey = Survey.objects.create(title="Partners", **PUBLIC, **said)
    asked = Question.objects.create(survey=survey, kind="scale", text="Our ability increased.", share="4 5")
    Invitation.objects.bulk_create(
        Invitation(survey=survey, email=f"{n}@example.org", answered=n < 50) for n in range(80)
    )
    for option, count in ((Tally.ALL, 50), (Tally.SHARE, 48), (4, 20), (5, 28), (3, 2)):
        Tally.objects.create(question=asked, option=option, count=count)
    assert "has not been chosen" in counted("partners").beside
    held = ready.kept(ready.ready("partners"))
    held.rule = json.dumps({"source": "survey", "question": asked.key})
    held.full_clean()
    held.save()
    found = value(Indicator.objects.get(), public, timezone.localdate())
    assert (found.figure, found.number, found.of) == ("96%", 48, 50)
    assert "48 of 50." in found.beside
    assert "50 of 80 that were asked answered" in found.beside
    assert found.opens == f"/surveys/{survey.pk}/"
    assert not value(Indicator.objects.get(), public, DAY - timedelta(days=900)).documented


def test_every_claimed_field_of_a_ready_indicator_is_one_under_which_the_starting_facts_have_a_claim():
    with (FACTS / "claims.csv").open(encoding="utf-8", newline="") as sheet:
        kept = {row["field"] for row in csv.DictReader(sheet)}
    assert {said["claimed"] for said in ready.READY.values() if "claimed" in said} <= kept
