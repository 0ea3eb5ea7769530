"""From a call to the public page: every step, who takes it, and what others see meanwhile."""

from __future__ import annotations

import pytest
from django.core import mail

from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.sending import send_due
from hanse.workspace.pledges.models import Call, Pledge, State
from tests.workspace.pledges.conftest import text

pytestmark = pytest.mark.django_db


def test_a_call_becomes_a_public_pledge(settings, desk, otto, tala, milo, typed, compact):
    settings.HANSE_OPEN_TO_PUBLIC = True
    made = desk(otto).post(
        "/calls/new/",
        {"title": "Call to Local Action", "cycle": "2026", "joint": "on", "beginning": "gcm", "handling": "public"},
    )
    call = Call.objects.get()
    assert made.url == f"/calls/{call.pk}/form/"
    assert call.instruments.get() == compact
    assert desk(tala).get(f"/calls/{call.pk}/").status_code == 404, "not opened yet"
    assert desk(otto).post(f"/calls/{call.pk}/open/").status_code == 302
    assert "Call to Local Action" in text(desk(tala).get("/pledges/mine/"))

    draft = desk(tala).post(f"/calls/{call.pk}/pledge/", {"mark": "abcdefgh23"}).url
    pledge = Pledge.objects.get()
    assert draft == f"/pledges/{pledge.pk}/draft/"
    assert desk(milo).get(draft).status_code == 404
    kept = desk(tala).post(draft, {**typed, "revision": 0}, headers={"HX-Request": "true"})
    assert "Kept at" in text(kept)
    pledge.refresh_from_db()
    assert (pledge.title, pledge.toward) == ("Classes for all who arrive", "gcm 15")
    filed = desk(tala).post(draft, {**typed, "revision": pledge.revision, "do": "file"})
    assert filed.url == f"/pledges/{pledge.pk}/"
    pledge.refresh_from_db()
    assert pledge.state == State.FILED

    assert (
        desk(otto)
        .post(f"/pledges/{pledge.pk}/comment/", {"field": "q-indicators", "text": "How many?", "once": "a"})
        .status_code
        == 302
    )
    assert desk(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "return", "text": "Say how many."}).status_code == 302
    send_due()
    assert any("Say how many." in each.body for each in mail.outbox if each.to == ["tala@example.org"])
    page = text(desk(tala).get(draft))
    assert "How many?" in page
    pledge.refresh_from_db()
    desk(tala).post(draft, {**typed, "q-indicators": "400 learners a year.", "revision": pledge.revision, "do": "file"})
    assert desk(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "accept"}).status_code == 302
    assert desk().get(f"/pledges/{pledge.pk}/").status_code == 404
    published = desk(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "publish", "handling": "public"})
    assert published.url == f"/pledges/{pledge.pk}/"
    seen = text(desk().get(f"/pledges/{pledge.pk}/"))
    assert "400 learners a year." in seen
    assert "200,000 EUR" in seen
    assert "How many?" not in seen
    assert "Classes for all who arrive" in text(desk().get("/pledges/"))
    assert "Tunis" in text(desk().get("/pledges/?objective=gcm+15"))
    assert Letter.objects.filter(person=tala).count() == 3
