"""Every page of engagements is looked at, on a desk and on a phone, light and dark."""

from __future__ import annotations

import pytest

from hanse.workspace.engagements.calendar_in import read
from hanse.workspace.engagements.calendar_taken import weighed
from hanse.workspace.engagements.models import (
    Application,
    CalendarDraft,
    FollowUp,
    FundingCall,
    Instalment,
    ReportDue,
    Submission,
)
from hanse.workspace.registry.models import Funding, Project
from tests.workspace.engagements.test_calendars import MEETING, calendar, event
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_pages_of_engagements_are_well_made(look, see, otto, actors, session, engaged):
    made = engaged(
        "Talks on the draft",
        actors["guayaquil"],
        actors["uclg"],
        session=session,
        place="Quito",
        agreed="They table our paragraph 12.\nWe send figures.",
    )
    engaged("Visit to come", actors["ecuador"], since="2999-05", kind="visit")
    FollowUp.objects.create(engagement=made, what="Send the figures", owner=otto, due="2026-06-01")
    FollowUp.objects.create(engagement=made, what="Thank them", owner=otto, done="2026-06-02", outcome="By letter.")
    page = see("/engagements/new/", otto, look, "new")
    page.fill("[name=who-0]", "Guaya")
    page.wait_for_selector("datalist option", state="attached")
    see(f"/engagements/{made.pk}/", otto, look, "engagement")
    see(f"/engagements/{made.pk}/write/", otto, look, "write")
    see("/engagements/", otto, look, "list")
    see("/follow-ups/mine/", otto, look, "mine")
    see("/engagements/from-calendar/", otto, look, "calendar")
    made = CalendarDraft.objects.create(owner=otto, name="work.ics", kind="visit", handling="internal")
    made.rows = weighed(read(calendar(MEETING, event("DTSTART:x", uid="two"))), otto)
    made.save()
    see(f"/engagements/from-calendar/{made.pk}/", otto, look, "calendar-draft")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_pages_of_money_and_submissions_are_well_made(look, see, otto, actors, session):
    project = Project.objects.create(title="Keys", lead=actors["guayaquil"])
    money = {"donor": actors["ecuador"], "recipient": actors["guayaquil"], "project": project}
    held = Funding.objects.create(**money, committed=1_200_000, received=400_000, currency="EUR", since="2025")
    Funding.objects.create(**money, committed=80_000, currency="CHF")
    Funding.objects.create(**money)
    call = FundingCall.objects.create(donor=actors["ecuador"], title="Call for shelters", since="2025", until="2099")
    asked = Application.objects.create(project=project, call=call, amount=50_000, currency="EUR", status="submitted")
    Instalment.objects.create(funding=held, what="First instalment", amount=300_000, received="2026-01")
    ReportDue.objects.create(funding=held, what="Interim report", due="2026-01-31")
    sent = {"process": session.process, "session": session, "channel": "portal", "date": "2026-05"}
    given = Submission.objects.create(title="Our input", by=actors["uclg"], **sent)
    for name, address in {
        "funding": "/funding/",
        "project": project.get_absolute_url(),
        "one-funding": held.get_absolute_url(),
        "call": call.get_absolute_url(),
        "granted": f"/applications/{asked.pk}/granted/",
        "session": session.get_absolute_url(),
        "submission": given.get_absolute_url(),
    }.items():
        see(address, otto, look, name)
