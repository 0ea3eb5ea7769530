"""Every section of the page of an actor, an instrument and a process shows what was by its day, nothing later."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hanse.workspace.engagements.models import Engagement, EngagementParticipant
from hanse.workspace.pledges.models import Pledge
from hanse.workspace.processes.models import Access, Deadline, Item, Process, Session
from hanse.workspace.registry.models import (
    Attestation,
    Clearance,
    Episode,
    Funding,
    Instrument,
    Membership,
    Office,
    Participation,
    Project,
    Source,
    Standing,
    Term,
)
from hanse.workspace.statements.models import Signature, Statement, Version

from .conftest import actor, make

pytestmark = pytest.mark.django_db
LATER = "2018-05-06"
NOON = datetime(2018, 5, 6, 12, tzinfo=UTC)


@pytest.fixture
def then(db):
    """A city, a network, a state, an instrument and a process that are old, and to which all was tied in 2018."""
    city = actor("tarn", "Tarn", country="KEN")
    network = actor("ring", "Ring of Towns", "network", nature="membership", since="2001")
    state = actor("kenya", "Kenya", "state", country="KEN")
    fund = actor("fund", "Later Fund", "foundation")
    mayor = actor("mayor", "Later Mayor", "person")
    treaty = make(Instrument, pk="treaty", title="Old Treaty", kind="convention", force="binding", adopted="1990")
    process = make(Process, pk="talks", title="Old Talks", convenor=network)
    new = make(Process, pk="new-talks", title="Later Talks", convenor=network)
    session = make(Session, pk="s", process=process, title="Later Session", since=LATER, country="KEN", host=state)
    make(Session, process=new, title="First of the later talks", since=LATER)
    make(Session, process=process, title="Early Session", since="2005-02-03")
    make(Item, session=session, title="Later item")
    make(Deadline, process=process, what="Later inputs", when=NOON)
    for who in (city, network, state):
        make(Access, actor=who, session=session, route="own accreditation", function="speaker", decision="granted")
        make(Standing, actor=who, body=fund, status="later observer", since=LATER)
        make(Office, person=mayor, body=who, title="Later office", since=LATER)
        make(Participation, actor=who, instrument=treaty, act="signed", date=LATER)
        make(Funding, donor=fund, recipient=who, committed=77_123, currency="EUR", since=LATER)
        make(Project, title="Later project", lead=who, since=LATER)
    make(Access, actor=fund, session=session, delegation=state, function="speaker", decision="granted")
    held = make(Membership, actor=city, network=network, since="2002")
    late = actor("late", "Later Town", country="KEN", since=LATER)
    make(Membership, actor=late, network=network, since=LATER)
    make(Clearance, city=city, authority="Ministry", what="consent", status="granted", date=LATER)
    make(Term, instrument=treaty, giver=state, receiver=fund, gives="money", what="later boats", since=LATER)
    make(Episode, title="Later closing", by=state, against=fund, lever="cooperation", since=LATER)
    source = make(Source, pk="book", title="Book", url="https://example.org/b", date="2019-03-04")
    make(Attestation, record=held, field="", value="", source=source)
    make(Attestation, record=network, field="members", value="4711", unit="towns", on=LATER, source=source)
    said = {"state": "published", "status": "in progress", "published": NOON}
    make(Pledge, city=city, title="Later pledge", pledged=LATER, **said)
    statement = make(Statement, pk="call", title="Later call", frozen=NOON)
    statement.networks.add(network)
    version = Version.objects.create(statement=statement, number=1, frozen_at=NOON, languages="en", sha256="0" * 64)
    who = {"name": "Later Mayor", "office": "Mayor", "mandate": "council"}
    make(Signature, city=city, statement=statement, version=version, since=LATER, **who)
    met = make(Engagement, kind="visit", title="Later visit", since=LATER)
    for each in (city, network, state):
        make(EngagementParticipant, engagement=met, actor=each)
    actor("part", "Later part", "network", parent=network, since=LATER)
    return {"cities/tarn", "networks/ring", "states/kenya", "instruments/treaty", "processes/talks"}


@pytest.mark.parametrize(
    ("path", "some"),
    [
        (
            "cities/tarn",
            ("Later Session", "Later pledge", "Later call", "Later visit", "Later office", "last attested"),
        ),
        ("networks/ring", ("Later Session", "Later Talks", "Later call", "Later visit", "Later Town", "4711")),
        ("states/kenya", ("Later Session", "Later closing", "later boats", "Later visit")),
        ("instruments/treaty", ("Tarn", "later boats")),
        ("processes/talks", ("Later Session", "Later inputs")),
    ],
)
def test_no_section_of_a_page_of_2010_shows_what_came_later(then, visit, otto, path, some):
    assert path in then
    today = visit(otto).get(f"/{path}/").content.decode()
    for said in some:
        assert said in today
    past = visit(otto).get(f"/{path}/?as_of=2010").content.decode()
    for said in ("Later", "later", "2018", "2019", "77,123", "4711", "last attested", "clearance granted"):
        at = past.find(said)
        assert at < 0, past[max(0, at - 300) : at + 80]


def test_a_session_that_had_been_by_the_day_is_shown(then, visit, otto):
    assert "Early Session" in visit(otto).get("/processes/talks/?as_of=2010").content.decode()
