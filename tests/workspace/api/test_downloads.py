"""What does somebody get who takes all of a kind?"""

from __future__ import annotations

import csv
import io
import json

import pytest
from pyarrow import parquet

from hanse.workspace.audit.models import Entry
from hanse.workspace.audit.pending import settle

pytestmark = pytest.mark.django_db


def taken(client, name):
    answer = client.get(f"/api/v1/downloads/{name}")
    assert answer.status_code == 200, answer.content
    assert "creativecommons.org" in answer["Link"]
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_three_forms_hold_the_same_records_and_nothing_restricted(visit, table, rhea):
    client = visit(rhea)
    rows = list(csv.DictReader(io.StringIO(taken(client, "memberships.csv").decode())))
    said = json.loads(taken(client, "memberships.json"))
    columns = parquet.read_table(io.BytesIO(taken(client, "memberships.parquet")))
    assert [each["id"] for each in rows] == [each["id"] for each in said["records"]] == ["m1", "m2"]
    assert columns.column("id").to_pylist() == ["m1", "m2"]
    assert columns.column("network").to_pylist() == ["League of Ports"] * 2
    assert b"licence" in columns.schema.metadata
    assert rows[0]["network"] == "League of Ports [league]"


def test_what_a_record_names_is_left_out_where_it_may_not_be_seen(visit, table, rhea, otto):
    for person, parent in ((rhea, None), (otto, "Vell County")):
        said = json.loads(taken(visit(person), "cities.json"))["records"]
        suburb = next(each for each in said if each["id"] == "vell-nou")
        assert (suburb["parent"] or {}).get("name") == parent
        assert (b"Vell County" in taken(visit(person), "cities.csv")) == bool(parent)


def test_a_file_that_held_something_restricted_is_in_the_log(visit, table, rhea, otto):
    for person in (rhea, otto):
        taken(visit(person), "cities.json")
        taken(visit(person), "memberships.csv")
    settle()
    told = Entry.objects.filter(verb="downloaded").values_list("email", "model", "said")
    assert list(told) == [(otto.email, "registry.actor", "cities.json")]


def test_as_of_a_day_a_file_holds_what_held_then(visit, table, rhea):
    said = json.loads(taken(visit(rhea), "memberships.json?as_of=2012"))["records"]
    assert [each["id"] for each in said] == ["m1"]
    undated = json.loads(taken(visit(rhea), "memberships.json?as_of=2012&undated=true"))["records"]
    assert [each["id"] for each in undated] == ["m2"]
    assert visit(rhea).get("/api/v1/downloads/memberships.json?as_of=soon").status_code == 422


def test_a_cell_that_a_spreadsheet_would_compute_is_defused(visit, table, rhea):
    table.league.note = "=HYPERLINK(1)"
    table.league.save()
    row = next(csv.DictReader(io.StringIO(taken(visit(rhea), "networks.csv").decode())))
    assert not row["note"].startswith("=")


def test_a_file_that_is_none_is_not_found(visit, table, rhea):
    for name in ("memberships.exe", "secrets.csv", "memberships"):
        assert visit(rhea).get(f"/api/v1/downloads/{name}").status_code == 404


def test_there_is_a_list_of_what_can_be_taken(visit, table, rhea):
    listed = visit(rhea).get("/api/v1/downloads").json()
    assert {"kind": "cities"}.items() <= listed[0].items()
    assert listed[0]["json"] == "/api/v1/downloads/cities.json"
