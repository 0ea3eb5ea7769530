"""A small world of invented cities and networks, with everything that a page of an actor can show."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from hanse.workspace.processes.models import Access, Deadline, Process, Session
from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Clearance,
    Episode,
    Funding,
    Instrument,
    Membership,
    Name,
    Office,
    Participation,
    Project,
    Reprisal,
    Source,
    Standing,
    Term,
)


def make(model: Any, **said: Any) -> Any:
    return model.objects.create(**{"handling": "public", **said})


def actor(pk: str, name: str, kind: str = "city", **said: Any) -> Actor:
    return make(Actor, pk=pk, name=name, kind=kind, **said)


def join(city: Actor, network: Actor, since: str = "", until: str = "", **said: Any) -> Membership:
    return make(Membership, actor=city, network=network, since=since, until=until, **said)


@pytest.fixture
def world(db: None) -> SimpleNamespace:
    """Port Vell in Morocco with peers, two networks, a session to come, money, clearances and an expulsion."""
    vell = actor(
        "port-vell", "Port Vell", country="MAR", latitude=34.02, longitude=-6.83, tier="municipality", place="Vell"
    )
    quillon = actor("quillon", "Quillon", country="CHL", latitude=-36.7, longitude=-72.5)
    velane = actor("velane", "Velane", country="KEN", latitude=-1.3, longitude=36.8)
    osk = actor("osk", "Osk", country="FIN")
    league = actor(
        "league",
        "League of Harbour Towns",
        "network",
        acronym="LHT",
        nature="membership",
        since="1984",
        scope="global",
        place="Osk",
    )
    circle = actor("circle", "Circle of Small Towns", "network", nature="membership")
    scheme = actor("scheme", "Open Doors Scheme", "network", nature="programme")
    morocco = actor("morocco", "Morocco", "state", country="MAR", latitude=32.0, longitude=-5.0)
    finland = actor("finland", "Finland", "state", country="FIN")
    fund = actor("fund", "Tide Fund", "foundation")
    mayor = actor("amina", "Amina Tazi", "person", country="MAR")
    hidden = actor("quiet", "Quiet Compact of Towns", "network", handling="restricted")
    join(vell, league, "2004-05", grade="founder")
    join(vell, circle)
    join(quillon, league, "2010")
    join(quillon, circle, "2011")
    join(velane, league, "2015-01-01")
    join(osk, league, "1990", "2012-03-01", ended="expelled")
    tie = join(vell, scheme, "2019", f"{timezone.localdate() + timedelta(days=40):%Y-%m-%d}")
    join(vell, hidden, "2001")
    join(osk, hidden, "2001")
    source = make(
        Source, pk="yearbook", title="Yearbook of Towns", publisher="Yearbook", url="https://example.org/yearbook"
    )
    other = make(Source, pk="leaflet", title="Leaflet", publisher="The League", url="https://example.org/leaflet")
    for value, by in (("1984", source), ("1985", other)):
        make(Attestation, record=league, field="since", value=value, source=by)
    for on, value in (("2005", "18"), ("2005", "20"), ("2020", "over 97")):
        make(Attestation, record=league, field="members", value=value, unit="towns", on=on, source=source)
    charter = make(
        Instrument, pk="charter", title="Charter of Harbours", kind="charter", level="cities", adopted="2009"
    )
    convention = make(
        Instrument, pk="convention", title="Convention on Tides", kind="convention", force="binding", adopted="1990"
    )
    for city in (vell, velane):
        make(Participation, actor=city, instrument=charter, act="signed", date="2009-06-01")
    make(Participation, actor=morocco, instrument=convention, act="signed", date="1991")
    make(Participation, actor=morocco, instrument=convention, act="ratified", date="1993-06-21")
    make(
        Term,
        instrument=convention,
        giver=finland,
        receiver=morocco,
        gives="money",
        what="six boats",
        kept="partly",
        amount=6_000_000,
        currency="EUR",
        since="2016",
    )
    make(
        Episode,
        title="The closing of the strait",
        by=morocco,
        against=finland,
        lever="cooperation",
        since="2021-05",
        demand="talks",
    )
    process = make(Process, pk="tides", title="Conference of Tides", convenor=fund)
    session = make(
        Session,
        process=process,
        title="Third Conference of Tides",
        since=f"{timezone.localdate() + timedelta(days=20)}",
        country="MAR",
        host=morocco,
    )
    make(
        Access,
        actor=vell,
        session=session,
        route="national delegation",
        delegation=morocco,
        function="speaker",
        decision="granted",
    )
    make(Deadline, process=process, session=session, what="Written inputs", when=timezone.now() + timedelta(days=9))
    project = make(Project, title="Tide schools", lead=vell, since="2020")
    make(
        Funding,
        donor=fund,
        recipient=vell,
        project=project,
        committed=250_000,
        currency="EUR",
        since="2020",
        conditions="a report each year",
    )
    make(
        Clearance,
        city=vell,
        authority="City council",
        what="council decision",
        status="asked",
        due=f"{timezone.localdate() + timedelta(days=5)}",
        membership=tie,
    )
    make(Clearance, city=vell, authority="Ministry", what="consent", status="granted", date="2018-02-01")
    make(Office, person=mayor, body=vell, title="Mayor", since="2011", until="2019-08-19", ended="removed")
    make(Name, actor=vell, name="Bell Harbour", former=True)
    make(Standing, actor=league, body=fund, status="observer", since="2001")
    Reprisal.objects.create(against=vell, by=morocco, act="removal of the mayor", since="2019-08-19")
    return SimpleNamespace(
        **{name: value for name, value in locals().items() if isinstance(value, Actor | Instrument | Membership)}
    )
