"""Every page of engagements is looked at, on a desk and on a phone, light and dark."""

from __future__ import annotations

import pytest

from hanse.workspace.engagements.calendar_in import read
from hanse.workspace.engagements.calendar_taken import weighed
from hanse.workspace.engagements.models import CalendarDraft, FollowUp
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
