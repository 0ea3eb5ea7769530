"""The page of the log: for administrators, filtered by person, record, verb and period, and as CSV."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone

from hanse.workspace.accounts.models import Named
from hanse.workspace.audit.models import Entry
from hanse.workspace.audit.pending import settle
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor
from tests.workspace.looks import LOOKS
from tests.workspace.test_no_trace import _answer


@pytest.fixture
def written(visit, ada, otto):
    """A city that Otto added, thirty that he imported, a role that Ada set."""
    browser = visit(otto)
    browser.post(
        "/registry/cities/add/", {"name": "Narva", "country": "EST", "tier": "municipality", "handling": "internal"}
    )
    take_in(KINDS["cities"], [{"name": f"City {number}", "country": "EST"} for number in range(30)], user=otto)
    visit(ada).post(f"/people/{otto.pk}/", {f"{otto.pk}-role": "reviewer", f"{otto.pk}-is_active": "on"})
    return Actor.objects.get(name="Narva")


def shown(client, query=""):
    return list(client.get(f"/audit/{query}").context["page"])


def test_only_administrators_see_it_and_for_others_it_does_not_exist(visit, ada, otto, rosa, cem, rhea, tala):
    for address in ("/audit/", "/audit/export.csv"):
        assert visit(ada).get(address).status_code == 200
        for user in (otto, rosa, cem, rhea, tala):
            assert visit(user).get(address).status_code == 404
        assert visit(None).get(address).status_code == 302


def test_a_restricted_record_leaves_no_trace_on_what_others_get(visit, rhea, otto, ada):
    before = _answer(visit(rhea).get("/audit/"))
    city = Actor.objects.create(name="Quiet", kind="city", handling="restricted")
    Named.objects.create(person=otto, model="registry.actor", record=city.pk)
    assert _answer(visit(rhea).get("/audit/")) == before
    assert "Quiet" in visit(ada).get("/audit/").content.decode()


def test_it_is_filtered(visit, ada, otto, written):
    browser = visit(ada)
    assert {each.email for each in shown(browser, "?person=otto@")} == {otto.email}
    assert [each.verb for each in shown(browser, f"?record={written.pk}")] == ["added"]
    imported = Actor.objects.get(name="City 7")
    (many,) = shown(browser, f"?record={imported.pk}")
    assert many.count == 30, "an imported record is found in the row of its import"
    assert [each.said for each in shown(browser, "?verb=role")] == ["officer to reviewer"]
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert shown(browser, f"?since={tomorrow}") == []
    assert "Take a filter away" in browser.get(f"/audit/?since={tomorrow}").content.decode()
    assert len(shown(browser, f"?until={tomorrow}")) > 4
    assert shown(browser, "?since=never") == []


def test_it_leaves_as_csv_that_hashes_as_the_reference_says(visit, ada, written):
    answer = visit(ada).get("/audit/export.csv")
    lines = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [int(each["number"]) for each in lines] == list(
        Entry.objects.order_by("number").values_list("number", flat=True)
    )
    assert all(before["hash"] == after["previous"] for before, after in pairwise(lines))


def test_what_leaves_the_house_with_something_restricted_is_logged(visit, otto, rhea):
    Actor.objects.create(name="Loud", kind="city", country="DNK", handling="public")
    for user in (otto, rhea):
        visit(user).get("/cities/export.csv")
    settle()
    assert not Entry.objects.filter(verb="downloaded").exists()
    Actor.objects.create(name="Quiet", kind="city", country="DNK", handling="restricted")
    for user in (otto, rhea):
        for address in ("/cities/export.csv", "/cities/export.csv?q=loud", "/registry/export.zip"):
            visit(user).get(address)
    settle()
    told = [(each.email, each.said.split("-")[0]) for each in Entry.objects.filter(verb="downloaded")]
    assert sorted(told) == [(otto.email, "cities.csv"), (otto.email, "registry")]


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_it_is_fit_to_be_seen(see, transactional_db, ada, written, look):
    see("/audit/", ada, look, name="audit")
