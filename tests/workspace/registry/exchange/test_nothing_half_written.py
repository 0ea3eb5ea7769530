"""What stays when an import is stopped, fails, or is refused? What stood before."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from hanse.errors import HanseError
from hanse.workspace.jobs.models import Job
from hanse.workspace.registry.exchange import taking
from hanse.workspace.registry.exchange.rows import Sheet
from hanse.workspace.registry.exchange.taking import take_in, take_in_all
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import Actor, Import, Instrument, Membership, Participation

pytestmark = pytest.mark.django_db


@pytest.fixture
def league():
    return Actor.objects.create(id="league", name="League", kind="network", handling="public")


def test_where_one_kind_cannot_be_written_none_is(league, monkeypatch):
    whole = taking.bulk_create_with_history

    def failing(records, model, **said):
        if model is Membership:
            raise IntegrityError("taken")
        return whole(records, model, **said)

    monkeypatch.setattr(taking, "bulk_create_with_history", failing)
    cities = Sheet(KINDS["cities"], [{"id": "rabat", "name": "Rabat"}], [2])
    members = Sheet(KINDS["memberships"], [{"actor": "rabat", "network": "league"}], [2])
    with pytest.raises(HanseError, match="nothing was written; do it again"):
        take_in_all([cities, members])
    assert not Actor.objects.filter(pk="rabat").exists()
    assert not Actor.history.filter(id="rabat").exists()


def test_an_import_that_is_cancelled_writes_nothing(league):
    class Stop(Exception):
        pass

    def stop(share):
        raise Stop

    with pytest.raises(Stop):
        take_in_all([Sheet(KINDS["cities"], [{"name": "Rabat"}], [2])], progress=stop)
    assert Actor.objects.count() == 1


def test_a_row_that_cannot_go_in_leaves_its_record_as_it_was(league):
    Actor.objects.create(id="rabat", name="Rabat", kind="city", country="MAR")
    row = {"id": "rabat", "name": "Salé", "since": "2010", "until": "2009"}
    assert take_in(KINDS["cities"], [row]).refused
    assert Actor.objects.get(pk="rabat").name == "Rabat"
    assert Actor.history.filter(id="rabat").count() == 1


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("big.xlsx", b"x" * 2_000_001, "2 MB, and 2 MB are read at most"),
        ("none.csv", b"", "There is nothing in this file"),
    ],
)
def test_a_file_that_is_too_large_or_empty_is_refused_at_the_door(visit, otto, settings, name, data, sentence):
    settings.HANSE_MAX_FILE_BYTES = 2_000_000
    answer = visit(otto).post("/registry/import/", {"file": SimpleUploadedFile(name, data), "kind": "cities"})
    assert sentence in answer.content.decode()
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.xlsx", b"%PDF-1.7", "this is a PDF, no sheet"),
        ("list.csv", b"City,Country\n", "there is no row under its header"),
        ("list.csv", "City\nRabat\n".encode("utf-16")[:-1], "UTF-16"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_on_the_page_of_its_columns(visit, otto, name, data, sentence):
    client = visit(otto)
    answer = client.post("/registry/import/", {"file": SimpleUploadedFile(name, data), "kind": "cities"})
    page = client.get(answer.url)
    assert page.status_code == 422
    assert sentence in page.content.decode()


def test_a_zip_with_a_file_of_no_kind_fails_with_a_sentence(visit, otto, work_off, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("cities.csv", "id,name\nrabat,Rabat\n")
        archive.writestr("ships.csv", "id\nx\n")
    file = SimpleUploadedFile("all.zip", (tmp_path / "all.zip").read_bytes())
    visit(otto).post("/registry/import/", {"file": file, "kind": "cities"})
    work_off()
    assert "all.zip, ships.csv: it is named after no kind of record" in Job.objects.get().problem
    assert not Actor.objects.exists()


@pytest.fixture
def voted(otto):
    """One state under two names that voted both ways on a compact, merged: both votes stand, to be looked at."""
    compact = Instrument.objects.create(id="pact", title="Pact of the Bay", kind="compact", handling="public")
    utopia, nowhere = (
        Actor.objects.create(id=name.lower(), name=name, kind="state", handling="public")
        for name in ("Utopia", "Nowhere")
    )
    for pk, actor, act in (("v1", utopia, "voted for"), ("v2", nowhere, "voted against")):
        Participation.objects.create(id=pk, actor=actor, instrument=compact, act=act, handling="public")
    merge(nowhere, utopia, user=otto)
    return compact


def sheets(kind: str, *votes: dict[str, str]) -> list[Sheet]:
    pact = {"id": "pact", "title": "Pact of the Bay", "kind": kind}
    return [
        Sheet(KINDS["instruments"], [pact], [2]),
        Sheet(KINDS["participations"], list(votes), list(range(2, len(votes) + 2))),
    ]


VOTES = (
    {"id": "v1", "actor": "utopia", "instrument": "pact", "act": "voted for"},
    {"id": "v2", "actor": "utopia", "instrument": "pact", "act": "voted against"},
)


def test_a_kind_that_cannot_be_voted_on_is_refused_with_the_votes_that_come_along(voted, otto):
    instruments, votes = take_in_all(sheets("convention", *VOTES), user=otto)
    assert "Somebody is recorded to have voted against it" in instruments.refused[0].sentence
    assert [each.row for each in votes.refused] == [2, 3]
    assert all("has one vote" in each.sentence for each in votes.refused)
    voted.refresh_from_db()
    assert voted.kind == "compact"
    assert voted.history.count() == 1


def test_of_two_votes_of_one_state_beside_a_new_kind_each_is_told(voted, otto):
    instruments, votes = take_in_all(sheets("resolution", *VOTES), user=otto)
    assert [each.id for each in instruments.changed] == ["pact"]
    assert ["has one vote" in each.sentence for each in votes.refused] == [True, True]
    assert {each.act for each in Participation.objects.standing()} == {"voted for", "voted against"}
    assert Participation.history.filter(history_user=otto, history_type="~").count() == 1, "what the merge moved"


def test_new_votes_of_a_state_that_was_merged_count_as_its_one(voted, otto):
    Participation.objects.all().delete()
    new = ({"actor": "utopia", "instrument": "pact", "act": "voted for"},)
    new += ({"actor": "Nowhere", "instrument": "pact", "act": "abstained"},)
    _, votes = take_in_all(sheets("resolution", *new), user=otto)
    assert [each.row for each in votes.refused] == [3]
    assert "Utopia voted for Pact of the Bay already" in votes.refused[0].sentence
    assert Participation.objects.get().act == "voted for"
