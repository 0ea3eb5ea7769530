"""Do the feeds hold what is public, validly, under identities that stay?"""

from __future__ import annotations

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.news.latest import FROM
from hanse.workspace.pledges.models import Call
from hanse.workspace.surveys.models import Survey

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


@pytest.fixture
def public(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    settings.HANSE_ADDRESS = "https://hanse.example.org"


@pytest.fixture
def call(db):
    def make(title="Pledge now", **said):
        opened = timezone.now() - timedelta(days=1)
        return Call.objects.create(title=title, **{"handling": "public", "opened": opened, **said})

    return make


def read(answer):
    """The feed's root, after a check of what RFC 4287 asks of every feed and entry."""
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert [each.get("href") for each in root.findall(f"{ATOM}link") if each.get("rel") == "self"]
    for part in (root, *root.findall(f"{ATOM}entry")):
        assert all(len(part.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
        assert MOMENT.fullmatch(part.find(f"{ATOM}updated").text)
        assert re.match(r"(tag|https):", part.find(f"{ATOM}id").text)
    ids = [each.find(f"{ATOM}id").text for each in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    return root


def titles(answer) -> list[str]:
    return [each.text for each in read(answer).findall(f"{ATOM}entry/{ATOM}title")]


def test_the_feed_holds_public_news_alone_whoever_asks(visit, public, call, otto, written):
    call("Pledge now")
    call("For members", handling="internal")
    call("Not opened", opened=None)
    Campaign.objects.create(title="Inside")
    written("Minutes", "1. Words.", handling="restricted")
    written("Communiqué", "1. Words.", handling="public")
    for user in (None, otto):
        assert titles(visit(user).get("/news.atom")) == ["Communiqué", "Pledge now"]
    assert titles(visit(None).get("/news/documents.atom")) == ["Communiqué"]


def test_each_kind_has_a_feed_and_an_empty_one_is_valid_and_the_same(visit, public):
    for kind in FROM:
        first, second = (visit(None).get(f"/news/{kind}.atom") for _ in range(2))
        assert titles(first) == []
        assert first.content == second.content
    assert visit(None).get("/news/people.atom").status_code == 404


def test_a_closed_workspace_has_no_feed(visit, call, otto):
    call()
    assert visit(None).get("/news.atom").status_code == 302
    assert visit(otto).get("/news.atom").status_code == 404


def test_the_identity_of_an_entry_stays_when_it_is_renamed(visit, public, call):
    made = call("First name")
    before = read(visit(None).get("/news.atom")).find(f"{ATOM}entry/{ATOM}id").text
    made.title = "Second name"
    made.save()
    after = read(visit(None).get("/news.atom")).find(f"{ATOM}entry/{ATOM}id").text
    assert before == after == f"tag:hanse.example.org,{made.made:%Y-%m-%d}:/calls/{made.pk}/"


def test_a_feed_has_the_name_of_the_workspace_and_an_identity_without_scheme_and_port(visit, public, call, settings):
    call()
    said = []
    for address in ("https://hanse.example.org", "http://hanse.example.org:8000"):
        settings.HANSE_ADDRESS = address
        root = read(visit(None).get("/news/calls.atom"))
        ids = [each.text for each in root.iter(f"{ATOM}id")]
        said.append((root.find(f"{ATOM}title").text, root.find(f"{ATOM}author/{ATOM}name").text, ids))
    assert said[0] == said[1]
    assert said[0][:2] == ("Hanse: Calls for pledges", "Hanse")
    assert said[0][2][0] == "tag:hanse.example.org,2026:/news/calls.atom"


def test_who_asks_again_is_told_that_nothing_changed(visit, public, call):
    call()
    first = visit(None).get("/news.atom")
    assert visit(None).get("/news.atom", headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert visit(None).get("/news.atom", headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    call("Another", opened=timezone.now())
    assert visit(None).get("/news.atom", headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert visit(None).post("/news.atom").status_code == 405


def test_markup_and_what_xml_cannot_hold_do_no_harm(visit, public, call):
    call("<script>alert(1)</script> & \x07 bell")
    assert titles(visit(None).get("/news.atom")) == ["<script>alert(1)</script> &  bell"]


def test_published_results_of_a_survey_are_news(visit, public):
    Survey.objects.create(title="Open still", handling="public", opened=timezone.now())
    Survey.objects.create(title="Results", handling="public", published=timezone.now())
    assert titles(visit(None).get("/news/surveys.atom")) == ["Results"]


def test_the_feed_is_the_same_bytes_in_every_language(visit, public, call):
    french = visit(None).get("/news.atom", headers={"accept-language": "fr"})
    assert french.content == visit(None).get("/news.atom", headers={"accept-language": "en"}).content
