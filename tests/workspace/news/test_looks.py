"""The front page is accessible, light and dark, on a phone and on a desk, for the public and for the office."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.models import Deadline as CampaignDeadline
from hanse.workspace.pledges.models import Call, Pledge
from hanse.workspace.processes.models import Deadline, Process, Session
from hanse.workspace.registry.models import Actor
from tests.workspace.looks import LOOKS


@pytest.fixture
def busy(db, written):
    """A workspace with something in every part of its front page."""
    now = timezone.now()
    process = Process.objects.create(title="Forum of the Bay", acronym="FOB", handling="public")
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    Session.objects.create(process=process, title="Ninth meeting of the Forum", since=day, until=day, handling="public")
    when = now + timedelta(days=12)
    Deadline.objects.create(process=process, what="Inputs of cities and networks", when=when, handling="public")
    call = {"handling": "public", "opened": now - timedelta(days=2), "deadline": now + timedelta(days=40)}
    Call.objects.create(title="Call for pledges on housing and schooling of newcomers", cycle="2030", **call)
    for number, name in enumerate(("Sandport", "Quayside", "تونس")):
        city = Actor.objects.create(name=name, kind="city", country="MAR", handling="public")
        said = {"state": "published", "published": now - timedelta(days=number), "handling": "public"}
        Pledge.objects.create(title=f"A welcome office in {name}", city=city, pledged="2020", **said)
    campaign = Campaign.objects.create(title="Declaration of the Bay", forum="Forum of the Bay", handling="public")
    CampaignDeadline.objects.create(campaign=campaign, what="Table the language sheet", when=now)
    written("Communiqué of mayors on the way to the Forum", "1. We ask.", handling="public", actor="Mayors of the Bay")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_front_page_is_accessible_in_every_look(see, busy, otto, rhea, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    for look in LOOKS:
        see("/", None, look, "front-public")
        see("/", otto, look, "front-office")
    see("/", rhea, LOOKS[0], "front-researcher")
