"""A meeting of tomorrow: Tunis meets Quillon, an invented harbour, at a session; with something in every section."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, Position
from hanse.workspace.engagements.models import Engagement, EngagementParticipant, FollowUp, FundingCall
from hanse.workspace.pledges.models import Pledge
from hanse.workspace.processes.models import Access, Process, Session
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Clearance,
    Episode,
    Funding,
    Instrument,
    Membership,
    Office,
    Participation,
    Reprisal,
    Source,
)
from hanse.workspace.statements.models import Signature, Statement, Version


def make(model: Any, **said: Any) -> Any:
    return model.objects.create(**{"handling": "public", **said})


@pytest.fixture
def world(db: None, written) -> SimpleNamespace:
    """Tunis and its network; Quillon in Chile, its state, and what both did."""
    now, tomorrow = timezone.now(), timezone.localdate() + timedelta(days=1)
    tunis = make(Actor, pk="tunis", name="Tunis", kind="city", country="TUN")
    quillon = make(Actor, pk="quillon", name="Quillon", kind="city", country="CHL")
    chile = make(Actor, pk="chile", name="Chile", kind="state", country="CHL")
    league = make(Actor, pk="league", name="League of Harbours", kind="network", acronym="LH", nature="membership")
    mayor = make(Actor, pk="rosario", name="Rosario Peña", kind="person", country="CHL")
    theirs = make(Membership, actor=quillon, network=league, since="2010", grade="founder")
    make(Membership, actor=tunis, network=league, since="2014-05")
    book = make(Source, pk="book", title="Book of Harbours", publisher="The League", url="https://example.org/book")
    make(Attestation, record=theirs, source=book, locator="p. 12", quote="Quillon was among the founders.")
    office = make(Office, person=mayor, body=quillon, title="Mayor", since="2024-12")
    charter = make(Instrument, pk="charter", title="Charter of Harbours", kind="charter", level="cities")
    pact = make(Instrument, pk="pact", title="Pact of Ports", kind="charter", level="cities")
    for city, instrument in ((tunis, charter), (quillon, charter), (tunis, pact)):
        make(Participation, actor=city, instrument=instrument, act="signed", date="2019")
    pledge = make(
        Pledge,
        city=quillon,
        title="Schools for all",
        pledged="2022",
        state="published",
        status="in progress",
        published=now - timedelta(days=900),
    )
    statement = make(Statement, pk="call", title="Call of the Harbours", frozen=now)
    version = Version.objects.create(statement=statement, number=1, frozen_at=now, languages="en", sha256="0" * 64)
    for city in (tunis, quillon):
        make(
            Signature,
            city=city,
            statement=statement,
            version=version,
            name=f"Mayor of {city}",
            office="Mayor",
            mandate="council",
            since="2026-02-01",
        )
    process = make(Process, pk="tides", title="Conference of Tides")
    session = make(Session, pk="third", process=process, title="Third Conference of Tides", since=f"{tomorrow}")
    make(Access, actor=quillon, session=session, route="national delegation", delegation=chile, function="speaker")
    reprisal = Reprisal.objects.create(against=quillon, by=chile, act="funding cut", since="2023")
    make(Episode, title="The closing of the strait", by=chile, against=chile, lever="visas", since="2020")
    make(Funding, donor=quillon, recipient=tunis, committed=5000, received=2000, currency="EUR", since="2024")
    make(
        FundingCall,
        donor=quillon,
        title="Sister harbours",
        since="2026",
        until="2099-12-31",
        amount=90000,
        currency="EUR",
    )
    make(Clearance, city=tunis, authority="Port authority of Quillon", what="berth", status="asked", date="2025")
    visit = make(Engagement, kind="visit", title="Visit to the quay", since="2025-03-04", agreed="A joint school fund.")
    make(EngagementParticipant, engagement=visit, actor=quillon, person=mayor)
    make(EngagementParticipant, engagement=visit, actor=tunis)
    make(FollowUp, engagement=visit, what="Send the statutes of the fund", due="2025-06", handling="internal")
    text = written("Note of Quillon", "12. We could live with a seat for cities.", handling="restricted")
    campaign = make(Campaign, pk="camp", title="The Tides text", handling="internal")
    held = CampaignDocument.objects.create(
        campaign=campaign, document=text, role="record", path="record/note.txt", name="note"
    )
    ask = make(AskRecord, pk="seat", campaign=campaign, name="A1", text="Cities have a seat at the table.", actor="LH")
    Position.objects.create(
        campaign=campaign, delegation="Quillon", ask=ask, stance="open", source=held, paragraph="12"
    )
    return SimpleNamespace(**{name: each for name, each in locals().items() if name != "written"})
