"""What comes after a pledge is public: reports, offers, recognition, practices, letters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.cache import CacheKeyWarning
from django.utils import timezone

from hanse.workspace.mail.models import Letter
from hanse.workspace.pledges.models import Adoption, Match, Practice, Recognition, Report, State, Status
from hanse.workspace.pledges.reminding import now_and_then, occasion, remind
from tests.workspace.pledges.conftest import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def today() -> str:
    return timezone.localdate().isoformat()


def test_a_report_moves_the_ladder_on_and_is_public(desk, pledge_of, tala):
    pledge = pledge_of(tala)
    said = {"status": Status.IN_PROGRESS, "on": today(), "narrative": "Keys for 120 families.", "once": "one"}
    for _ in range(2):
        assert desk(tala).post(f"/pledges/{pledge.pk}/report/", said).status_code == 302
    pledge.refresh_from_db()
    assert (pledge.status, pledge.reported, Report.objects.count()) == (Status.IN_PROGRESS, today(), 1)
    assert "Keys for 120 families." in text(desk().get(f"/pledges/{pledge.pk}/"))


def test_a_report_that_might_expose_somebody_waits_for_the_office_and_counts_all_the_same(desk, pledge_of, tala, otto):
    pledge = pledge_of(tala, reported="2020-01-01")
    said = {"status": Status.FULFILLED, "on": today(), "narrative": "Beds at 12 King Street.", "once": "one"}
    desk(tala).post(f"/pledges/{pledge.pk}/report/", said)
    pledge.refresh_from_db()
    assert (pledge.status, pledge.reported) == (Status.PLANNING, today())
    assert "King Street" not in text(desk().get(f"/pledges/{pledge.pk}/"))
    assert "King Street" in text(desk(tala).get(f"/pledges/{pledge.pk}/"))
    assert "Keys for newcomers" in text(desk(otto).get("/pledges/review/"))
    desk(otto).post(f"/pledges/{pledge.pk}/reports/{Report.objects.get().pk}/show/")
    pledge.refresh_from_db()
    assert pledge.status == Status.FULFILLED
    assert "King Street" in text(desk().get(f"/pledges/{pledge.pk}/"))


def test_nothing_goes_back_to_planning_and_no_report_is_of_tomorrow(desk, pledge_of, tala):
    pledge = pledge_of(tala, status=Status.IN_PROGRESS)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    back = desk(tala).post(f"/pledges/{pledge.pk}/report/", {"status": "planning", "on": today(), "narrative": "x"})
    ahead = desk(tala).post(f"/pledges/{pledge.pk}/report/", {"status": "fulfilled", "on": tomorrow, "narrative": "x"})
    assert (back.status_code, ahead.status_code, Report.objects.count()) == (422, 422, 0)


def test_another_city_does_not_report(desk, pledge_of, tala, milo):
    pledge = pledge_of(tala)
    assert desk(milo).get(f"/pledges/{pledge.pk}/report/").status_code == 404
    assert desk(milo).post(f"/pledges/{pledge.pk}/report/", {"status": "fulfilled"}).status_code == 404


@pytest.mark.parametrize(
    ("day", "about"),
    [
        ("2025-12-31", ""),
        ("2026-01-30", "soon"),
        ("2026-03-01", "soon"),
        ("2026-03-02", "yellow"),
        ("2027-03-02", "red"),
        ("2028-03-02", "inactive"),
    ],
)
def test_a_reminder_has_its_occasion(day, about):
    assert occasion(date(2025, 3, 1), date.fromisoformat(day)) == about


def test_each_occasion_makes_one_letter_for_each_focal_point(pledge_of, tala, milo):
    pledge_of(tala, reported="2025-03-01")
    pledge_of(milo, reported="2025-03-01", status=Status.FULFILLED)
    for day in ("2026-03-02", "2026-03-02", "2026-06-01", "2027-03-02", "2027-03-03"):
        remind(date.fromisoformat(day))
    assert [each.person for each in Letter.objects.all()] == [tala, tala]
    assert "No report for over a year" in Letter.objects.order_by("made").first().text


def test_money_is_offered_once_accepted_and_then_shown(desk, pledge_of, tala, milo, city_of):
    pledge = pledge_of(tala)
    said = {
        "actor": city_of(milo).pk,
        "offers": "money",
        "what": "For the classes.",
        "amount": "5000",
        "currency": "cad",
    }
    for _ in range(2):
        desk(milo).post(f"/pledges/{pledge.pk}/offer/", {**said, "once": "o"})
    match = Match.objects.get()
    assert "For the classes." not in text(desk().get(f"/pledges/{pledge.pk}/"))
    assert desk(milo).post(f"/pledges/{pledge.pk}/offers/{match.pk}/", {"say": "accepted"}).status_code == 404
    desk(tala).post(f"/pledges/{pledge.pk}/offers/{match.pk}/", {"say": "accepted"})
    page = text(desk().get(f"/pledges/{pledge.pk}/"))
    assert "For the classes." in page
    assert "5,000 CAD" in page


def test_a_city_offers_only_in_its_own_name(desk, pledge_of, tala, milo, city_of):
    pledge = pledge_of(tala)
    said = {"actor": city_of(tala).pk, "offers": "skills", "what": "x"}
    assert desk(milo).post(f"/pledges/{pledge.pk}/offer/", said).status_code == 422


def test_a_recognition_is_recorded_and_shown(desk, pledge_of, tala, otto):
    pledge = pledge_of(tala)
    said = {"by": "President of the Assembly", "where": "Review Forum 2022", "date": "2022-05-20"}
    assert desk(tala).get(f"/pledges/{pledge.pk}/recognise/").status_code == 404
    desk(otto).post(f"/pledges/{pledge.pk}/recognise/", said)
    assert "President of the Assembly, Review Forum 2022" in text(desk().get(f"/pledges/{pledge.pk}/"))
    assert Recognition.objects.get().pledge == pledge


def test_a_fulfilled_pledge_becomes_a_practice_that_another_city_adopts(desk, pledge_of, tala, milo, otto, city_of):
    pledge = pledge_of(tala, status=Status.FULFILLED)
    said = {
        "title": "Keys in a week",
        "what": "We lease flats and hand out keys.",
        "needs": "A fund.",
        "toward": "GCM 15",
    }
    made = desk(tala).post(f"/pledges/{pledge.pk}/practice/", said)
    practice = Practice.objects.get()
    assert (made.url, practice.toward) == (f"/practices/{practice.pk}/", "gcm 15")
    assert desk(milo).get(made.url).status_code == 404
    desk(otto).post(f"/practices/{practice.pk}/publish/")
    assert "Keys in a week" in text(desk().get("/practices/?q=lease+flats"))
    desk(milo).post(
        f"/practices/{practice.pk}/adopt/", {"city": city_of(milo).pk, "since": "2027", "what": "Rooms too."}
    )
    again = desk(milo).post(f"/practices/{practice.pk}/adopt/", {"city": city_of(milo).pk, "since": "2028"})
    assert (again.status_code, Adoption.objects.count()) == (422, 1)
    assert "adopted by 1 city" in text(desk().get("/practices/"))


def test_a_practice_is_not_published_with_an_address_unless_somebody_says_why(desk, pledge_of, tala, otto, city_of):
    practice = Practice.objects.create(title="Beds", what="At 12 King Street.", city=city_of(tala), handling="public")
    desk(otto).post(f"/practices/{practice.pk}/publish/")
    practice.refresh_from_db()
    assert practice.published is None
    desk(otto).post(f"/practices/{practice.pk}/publish/", {"why": "It is the town hall."})
    practice.refresh_from_db()
    assert practice.published
    assert "town hall" in practice.history.first().history_change_reason


def test_what_is_not_fulfilled_is_no_practice(desk, pledge_of, tala):
    pledge = pledge_of(tala, status=Status.IN_PROGRESS)
    assert desk(tala).get(f"/pledges/{pledge.pk}/practice/").status_code == 404


def test_a_pledge_off_the_public_pages_is_accepted_still(desk, pledge_of, tala, otto):
    pledge = pledge_of(tala)
    desk(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "unpublish", "why": "A mistake."})
    pledge.refresh_from_db()
    assert pledge.state == State.ACCEPTED
    assert desk().get(f"/pledges/{pledge.pk}/").status_code == 404


def test_that_it_looked_is_kept_under_a_key_that_every_cache_takes(recwarn):
    now_and_then()
    assert not [each for each in recwarn if issubclass(each.category, CacheKeyWarning)]
