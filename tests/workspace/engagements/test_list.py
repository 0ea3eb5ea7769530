"""The list of engagements: by day, kind, actor, session and words; what is restricted leaves no trace."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from hanse.workspace.engagements.models import FollowUp
from tests.workspace.engagements.conftest import PUBLIC, text

pytestmark = pytest.mark.django_db


def shown(client, address: str) -> set[str]:
    return set(re.findall(r"Talks \d", text(client.get(address))))


def test_it_is_narrowed_by_kind_actor_session_and_words(visit, rhea, actors, session, engaged):
    engaged("Talks 1", actors["ecuador"], kind="visit")
    engaged("Talks 2", actors["uclg"], session=session, agreed="a corridor")
    client = visit(rhea)
    assert shown(client, "/engagements/") == {"Talks 1", "Talks 2"}
    assert shown(client, "/engagements/?kind=visit") == {"Talks 1"}
    assert shown(client, "/engagements/?actor=uclg") == {"Talks 2"}
    assert shown(client, "/engagements/?session=gfmd-12") == {"Talks 2"}
    assert shown(client, "/engagements/?q=ecuador") == {"Talks 1"}
    assert "There is no kind “dinner” here" in text(client.get("/engagements/?kind=dinner"))
    assert "There is no actor “nobody” here" in text(client.get("/engagements/?actor=nobody"))


def test_it_stands_as_it_stood_on_a_day(visit, rhea, engaged):
    engaged("Talks 1", since="2024-03-01")
    engaged("Talks 2", since="2025-03-01")
    page = text(visit(rhea).get("/engagements/?as_of=2024-12-31"))
    assert page.index("Later than the day shown") < page.index("Talks 2") < page.index("Held") < page.index("Talks 1")


def test_what_is_overdue_is_found(visit, rhea, engaged):
    FollowUp.objects.create(engagement=engaged("Talks 1"), what="Late", due="2020-01-01")
    FollowUp.objects.create(engagement=engaged("Talks 2"), what="In time", due="2999-01-01")
    assert shown(visit(rhea), "/engagements/?follow_up=overdue") == {"Talks 1"}


def test_a_restricted_engagement_leaves_no_trace(visit, rhea, tala, actors, session, engaged):
    doors = [
        "/engagements/",
        "/engagements/?q=Zzyxomma",
        "/engagement-participants/",
        "/registry/",
        "/sessions/gfmd-12/",
        "/api/v1/engagements",
        "/engagements/export.csv",
        "/registry/suggest/engagements/?q=Zzyx",
    ]
    engaged("Talks 1", actors["ecuador"], **PUBLIC)
    people = [visit(rhea), visit(tala)]

    def look():
        return [_plain(each.get(door)) for each in people for door in doors]

    before = look()
    hidden = engaged(
        "Zzyxomma", actors["ecuador"], session=session, handling="restricted", since=timezone.localdate().isoformat()
    )
    FollowUp.objects.create(engagement=hidden, what="Zzyxomma")
    assert look() == before
    assert all(each.get(f"/engagements/{hidden.pk}/").status_code == 404 for each in people)


def _plain(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return re.sub(r'X-CSRFToken": "\w+"|csrfmiddlewaretoken" value="\w+"', "", body.decode())


def test_an_empty_list_says_how_to_begin(visit, otto, rhea):
    assert "Note the first" in text(visit(otto).get("/engagements/"))
    assert "Note the first" not in text(visit(rhea).get("/engagements/"))
