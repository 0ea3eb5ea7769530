"""Does a page say when a tie was last attested?"""

from __future__ import annotations

import pytest

from hanse.workspace.registry.models import Attestation, Office, Source
from hanse.workspace.registry.sourced import last_attested, newest
from tests.workspace.actors.conftest import actor, join, make

pytestmark = pytest.mark.django_db


def attest(record, on="", published=""):
    source = make(Source, title="Gazette", date=published)
    make(Attestation, record=record, source=source, on=on)


def test_the_newest_of_partial_dates_is_the_one_that_reaches_furthest():
    assert newest(["2016", "", "2016-05-01", "2011"]) == "2016"
    assert newest(["", "soon"]) == ""


def test_ties_without_a_documented_end_say_when_they_were_last_attested(visit, rhea, otto):
    city = actor("port-vell", "Port Vell")
    holders = [actor(name, name.title(), "person") for name in ("mara", "ines", "juno")]
    open_, over, silent = (
        make(Office, person=who, body=city, title="Mayor", until=until)
        for who, until in zip(holders, ("", "2018", ""), strict=True)
    )
    attest(open_, on="2014-03")
    attest(open_, published="2016")
    attest(over, on="2017")
    attest(silent)
    member = join(city, actor("league", "League", "network"), since="2010")
    attest(member, on="2019-06-30")
    assert last_attested([open_, over, silent], otto) == {open_.pk: "last attested 2016"}
    client = visit(rhea)
    pages = {path: client.get(path).content.decode() for path in ("/offices/", "/memberships/", "/cities/port-vell/")}
    assert pages["/offices/"].count("last attested 2016") == 1
    assert "last attested 30 June 2019" in pages["/memberships/"]
    assert "last attested 2016" in pages["/cities/port-vell/"]
    assert "last attested 30 June 2019" in pages["/cities/port-vell/"]
    assert "last attested 2016" in client.get("/office-holders/mara/").content.decode()
    assert "last attested" not in client.get("/office-holders/ines/").content.decode()
