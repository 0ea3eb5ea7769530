"""What do other programs read of the registry, and what is not there for them?"""

from __future__ import annotations

import pytest

from hanse.workspace.api.models import Token

pytestmark = pytest.mark.django_db


def names(answer):
    assert answer.status_code == 200, answer.content
    return [each["id"] for each in answer.json()["results"]]


def test_without_a_key_nothing_is_read_and_the_answer_says_how(visit, table):
    answer = visit(None).get("/api/v1/cities")
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert "Bearer" in answer.json()["detail"]


def test_the_public_reads_where_the_workspace_is_open_to_it(visit, table, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    assert names(visit(None).get("/api/v1/networks")) == ["league"]
    assert visit(None).get("/api/v1/networks", headers={"Authorization": "Bearer nonsense"}).status_code == 401


def test_a_token_reads_what_its_person_sees_until_it_is_ended(visit, table, rhea, otto):
    for person, seen in ((rhea, ["league"]), (otto, ["league", "quiet"])):
        key = Token.make(person, "dashboard")
        assert names(visit(None).get("/api/v1/networks", headers={"Authorization": f"Bearer {key}"})) == seen
    Token.objects.update(ended="2020-01-01T00:00Z")
    assert visit(None).get("/api/v1/networks", headers={"Authorization": f"Bearer {key}"}).status_code == 401


def test_what_is_restricted_is_not_there_by_list_id_or_filter(visit, table, rhea):
    client = visit(rhea)
    assert names(client.get("/api/v1/memberships")) == ["m1", "m2"]
    assert client.get("/api/v1/networks/quiet").status_code == 404
    assert client.get("/api/v1/memberships/m3").status_code == 404
    assert names(client.get("/api/v1/memberships?network=quiet")) == []
    assert client.get("/api/v1/cities/vell-nou").json()["parent"] is None
    assert names(client.get(f"/api/v1/cities?parent={table.suburb.parent_id}")) == []


def test_as_of_a_day_only_what_held_then_by_a_documented_beginning(visit, table, rhea):
    client = visit(rhea)
    assert names(client.get("/api/v1/memberships?as_of=2012")) == ["m1"]
    assert names(client.get("/api/v1/memberships?as_of=2015")) == []
    assert names(client.get("/api/v1/memberships?as_of=2015&undated=true")) == ["m2"]
    refused = client.get("/api/v1/memberships?as_of=yesterday")
    assert refused.status_code == 422
    assert "2010-05" in refused.json()["detail"]


def test_a_record_carries_its_sources_side_by_side(visit, table, rhea):
    said = visit(rhea).get("/api/v1/networks/league").json()["attestations"]
    assert [(each["value"], each["source"]["url"]) for each in said] == [
        ("1984", "https://example.org/annals"),
        ("1985", "https://example.org/annals"),
    ]


def test_a_list_is_read_page_by_page(visit, table, rhea):
    client, seen, address = visit(rhea), [], "/api/v1/memberships?page_size=1"
    while address:
        page = client.get(address).json()
        seen += [each["id"] for each in page["results"]]
        address = page["next"]
    assert seen == ["m1", "m2"]


def test_what_has_not_changed_comes_back_without_a_body(visit, table, rhea):
    client = visit(rhea)
    first = client.get("/api/v1/networks/league")
    again = client.get("/api/v1/networks/league", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content
    table.league.scope = "the bay"
    table.league.save()
    assert client.get("/api/v1/networks/league", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_cursor_that_is_none_is_refused_in_a_sentence(visit, table, rhea):
    for wrong in ("abc", "bz0tMQ==", "%00", "cD0ABQ=="):
        answer = visit(rhea).get("/api/v1/memberships", {"cursor": wrong})
        assert answer.status_code in {200, 422}, wrong
    assert "cursor" in visit(rhea).get("/api/v1/memberships?cursor=bz0tMQ==").json()["detail"]


def test_what_happened_later_is_not_there_yet(visit, table, rhea):
    client = visit(rhea)
    assert len(names(client.get("/api/v1/participations?as_of=2018"))) == 1
    assert names(client.get("/api/v1/participations?as_of=2017")) == []


def test_records_are_found_by_words_of_their_names(visit, table, rhea):
    assert names(visit(rhea).get("/api/v1/cities?q=PORT")) == ["vell"]
    assert names(visit(rhea).get("/api/v1/networks?q=quiet")) == []


def test_the_history_of_a_record_is_for_those_who_keep_it(visit, table, rhea, otto):
    table.league.scope = "the bay"
    table.league._change_reason = "as its statute says"
    table.league.save()
    newest = visit(otto).get("/api/v1/networks/league/history").json()[0]
    assert newest["why"] == "as its statute says"
    assert newest["fields"] == [{"field": "scope", "before": "nothing", "after": "the bay"}]
    for nobody in ("/api/v1/networks/league/history", "/api/v1/nothing/league/history"):
        assert visit(rhea).get(nobody).status_code == 404


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("cities?countri=MAR", "query.countri: no such parameter; there are q, as_of, undated"),
        ("cities/vell?as_of=2010", "query.as_of: no such parameter; there is none here"),
        ("campaigns?title=a&forum=b", "query.title: no such parameter; there are page_size, cursor; query.forum:"),
        ("downloads/cities.csv?q=a", "there are as_of, undated"),
    ],
)
def test_a_parameter_that_is_not_described_is_refused_by_name(path, said, visit, table, rhea):
    answer = visit(rhea).get(f"/api/v1/{path}")
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert said in answer.json()["detail"]
    assert visit(None).get(f"/api/v1/{path}").status_code == 401
