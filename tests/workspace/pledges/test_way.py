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


def test_a_city_answers_comments_on_its_own_pledge_and_on_no_other(desk, pledge_of, tala, milo, otto):
    pledge = pledge_of(tala, State.FILED)
    page = text(desk(tala).get(f"/pledges/{pledge.pk}/"))
    assert f'action="/pledges/{pledge.pk}/comment/"' in page
    said = {"field": "", "text": "We meant families.", "once": "answer"}
    assert desk(tala).post(f"/pledges/{pledge.pk}/comment/", said).url == f"/pledges/{pledge.pk}/"
    assert desk(milo).post(f"/pledges/{pledge.pk}/comment/", {**said, "once": "other"}).status_code == 404
    assert "We meant families." in text(desk(otto).get(f"/pledges/{pledge.pk}/review/"))


def test_a_reviewer_comments_and_takes_no_step(desk, pledge_of, tala, rosa):
    pledge = pledge_of(tala, State.FILED)
    said = {"field": "title", "text": "Shorter.", "once": "r"}
    assert desk(rosa).post(f"/pledges/{pledge.pk}/comment/", said).status_code == 302
    for do in ("accept", "publish", "return", "unpublish"):
        assert desk(rosa).post(f"/pledges/{pledge.pk}/step/", {"do": do, "text": "x"}).status_code == 404
    assert desk(rosa).post(f"/pledges/{pledge.pk}/decide/", {"reason": "x"}).status_code == 404


def test_a_question_that_was_answered_keeps_its_type_and_stays(desk, pledge_of, tala, otto, call):
    pledge_of(tala, answers={"q-indicators": "400 learners"})
    page = desk(otto).get(f"/calls/{call.pk}/form/")
    forms = {each.instance.key: each for each in page.context["asked"] if each.instance.pk}
    assert forms["indicators"].fields["type"].disabled
    assert not forms["kind"].fields["type"].disabled


def test_publishing_is_refused_while_something_flagged_is_undecided(desk, pledge_of, tala, otto):
    pledge = pledge_of(tala, State.ACCEPTED, description="Beds at 12 King Street for 3 minors.", published=None)
    answer = desk(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "publish"}, follow=True)
    assert "it would show an address (“12 King Street”) and 1 more" in text(answer)
    for kind, words in (("address", "12 King Street"), ("few", "3 minors")):
        said = {"kind": kind, "field": "description", "words": words, "reason": "It is the town hall."}
        desk(otto).post(f"/pledges/{pledge.pk}/decide/", said)
    desk(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "publish"})
    pledge.refresh_from_db()
    assert pledge.state == State.PUBLISHED
    assert pledge.overrides.filter(by=otto, reason="It is the town hall.").count() == 2


@pytest.mark.parametrize("mailed", [True, False])
@pytest.mark.parametrize("said", [{"do": "return", "text": "Say how many."}, {"do": "accept"}])
def test_the_office_is_told_whether_the_city_hears_of_it_by_mail(settings, desk, otto, tala, pledge_of, said, mailed):
    settings.HANSE_SENDS_MAIL = mailed
    pledge = pledge_of(tala, State.FILED, published=None)
    answer = text(desk(otto).post(f"/pledges/{pledge.pk}/step/", said, follow=True))
    assert ("The city hears of it by mail" in answer) is mailed
    assert ("No mail is sent from here: tell the city yourself" in answer) is not mailed
