"""A small registry for the API's tests: two networks, one of them hidden, and who is in them since when."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.models import Actor, Attestation, Instrument, Membership, Participation, Source


@pytest.fixture
def table(db):
    """Who is at the table."""

    def actor(name, kind, **said):
        return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})

    league = actor("League of Ports", "network", id="league", nature="membership", since="2009")
    quiet = actor("Quiet League", "network", id="quiet", handling=Handling.RESTRICTED)
    vell = actor("Port Vell", "city", id="vell", country="ESP", latitude=41.37, longitude=2.18, geonames_id=3128760)
    suburb = actor(
        "Vell Nou", "city", id="vell-nou", country="ESP", parent=actor("Vell County", "city", handling="restricted")
    )
    old = Membership.objects.create(id="m1", actor=vell, network=league, since="2010", until="2014", handling="public")
    Membership.objects.create(id="m2", actor=suburb, network=league, handling="public")
    Membership.objects.create(id="m3", actor=vell, network=quiet, since="2010", handling="public")
    source = Source.objects.create(id="s1", title="Annals", url="https://example.org/annals", handling="public")
    for value in ("1984", "1985"):
        Attestation.objects.create(record=league, field="since", value=value, source=source, handling="public")
    compact = Instrument.objects.create(id="compact", title="Compact of the Bay", kind="compact", handling="public")
    Participation.objects.create(actor=vell, instrument=compact, act="endorsed", date="2018", handling="public")
    return SimpleNamespace(league=league, quiet=quiet, vell=vell, suburb=suburb, old=old)
