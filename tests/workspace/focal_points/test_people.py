"""People are invited, by mail or by a link that is handed over; how far each is can be read, and taken back."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from hanse.workspace.accounts.models import Link, User
from hanse.workspace.audit.models import Entry
from hanse.workspace.audit.pending import settle
from hanse.workspace.focal_points.models import FocalPoint, cities_of
from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.sending import send_due
from hanse.workspace.registry.models import Actor
from tests.workspace.accounts.test_coming_in import PASSWORD
from tests.workspace.looks import LOOKS


@pytest.fixture
def mailing(settings):
    settings.HANSE_SENDS_MAIL = settings.HANSE_REMINDS = True
    settings.HANSE_ADDRESS = "https://hanse.example.org"


@pytest.fixture
def tunis(db):
    return Actor.objects.create(name="Tunis", kind="city", country="TUN", handling="public")


def asked(**more):
    return {"email": "new@example.org", "name": "Nour", "role": "city", "cities": "", **more}


def test_an_invitation_goes_by_mail_once_and_its_link_lets_in_once(visit, ada, tunis, mailing):
    answer = visit(ada).post("/people/", asked(cities="tunis"), follow=True)
    page = answer.content.decode()
    assert "A link goes to new@example.org" in page
    assert "/people/welcome/" not in page, "what goes by mail is shown nowhere"
    assert (send_due(), send_due()) == (1, 0)
    (letter,) = mail.outbox
    assert letter.to == ["new@example.org"]
    assert "You speak for Tunis" in letter.body
    assert "<" not in letter.body
    path = re.search(r"https://hanse\.example\.org(/people/welcome/\S+/)", letter.body).group(1)
    assert Letter.objects.get().text == "", "the link is not kept once it went out"
    form = {"email": "new@example.org", "name": "Nour", **PASSWORD}
    assert visit(None).post(path, form).status_code == 302
    assert visit(None).post(path, form).status_code == 404
    person = User.objects.get(email="new@example.org")
    assert list(cities_of(person)) == [tunis]
    settle()
    told = list(Entry.objects.filter(model="accounts.user", record=str(person.pk)).order_by("number"))
    assert {"invited", "came in", "signed in", "password"} <= {each.verb for each in told}
    assert {each.email for each in told if each.verb == "invited"} == {ada.email}


def test_how_far_somebody_is_stands_on_the_page(visit, ada, settings):
    browser = visit(ada)
    browser.post("/people/", asked())
    person = User.objects.get(email="new@example.org")
    assert "invited</span>" in browser.get(f"/people/{person.pk}/").content.decode()
    Link.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert "invitation expired" in browser.get("/people/").content.decode()
    page = browser.post(f"/people/{person.pk}/link/").content.decode()
    path = re.search(r"http://testserver(/people/welcome/[^\"]+)", page).group(1)
    assert "invited</span>" in browser.get("/people/").content.decode()
    browser.post(f"/people/{person.pk}/withdraw/")
    assert "invitation withdrawn" in browser.get("/people/").content.decode()
    assert visit(None).get(path).status_code == 404
    page = browser.post(f"/people/{person.pk}/link/").content.decode()
    path = re.search(r"http://testserver(/people/welcome/[^\"]+)", page).group(1)
    visit(None).post(path, {"email": person.email, "name": "Nour", **PASSWORD})
    page = browser.get(f"/people/{person.pk}/").content.decode()
    assert "invit" not in page.split("<h1>")[1].split("</p>")[0]
    browser.post(f"/people/{person.pk}/withdraw/")
    assert User.objects.get(pk=person.pk).is_active, "who has come in is not withdrawn"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"cities": "Nowhere"}, "Nothing here is called"),
        ({"role": "officer", "cities": "Tunis"}, "Only a city focal point speaks for cities"),
        ({"email": "ADA@example.org"}, "is here already"),
        ({"email": "no address"}, "Write an e-mail address"),
        ({"name": "x" * 201}, "take 200 at most"),
        ({"cities": "x\n" * 60}, "At most 50 cities"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(visit, ada, tunis, said, told):
    assert told in visit(ada).post("/people/", asked(**said)).content.decode()
    assert (User.objects.count(), FocalPoint.objects.count()) == (1, 0)


def test_a_city_is_added_and_ended_with_the_reason(visit, ada, cem, tunis):
    browser = visit(ada)
    for _ in range(2):
        browser.post(f"/people/{cem.pk}/cities/", {"city": "Tunis"})
    (held,) = FocalPoint.objects.filter(person=cem)
    browser.post(f"/people/cities/{held.pk}/end/", {f"end-{held.pk}-why": ""})
    assert list(cities_of(cem)) == [tunis], "not without a reason"
    browser.post(f"/people/cities/{held.pk}/end/", {f"end-{held.pk}-why": "Left in May."})
    assert not cities_of(cem).exists()
    assert "Left in May." in browser.get(f"/people/{cem.pk}/").content.decode()
    assert held.history.count() == 2


def test_people_are_kept_by_administrators_alone(visit, otto, rosa, cem, rhea, tala, tunis):
    held = tala.speaks_for.get()
    for user in (otto, rosa, cem, rhea, tala):
        browser = visit(user)
        for path in ("", f"{cem.pk}/", f"{tala.pk}/hand-over/"):
            assert browser.get(f"/people/{path}").status_code == 404
        for step in ("link", "withdraw", "second-factor", "sign-out", "cities", "hand-over"):
            assert browser.post(f"/people/{tala.pk}/{step}/").status_code == 404
        assert browser.post(f"/people/cities/{held.pk}/end/", {f"end-{held.pk}-why": "x"}).status_code == 404


def test_an_administrator_takes_away_a_lost_second_factor_and_signs_out(visit, ada, rhea):
    from allauth.mfa.models import Authenticator

    from tests.workspace.accounts.test_second_factor import set_up, sign_in

    browser = visit(None)
    sign_in(browser, rhea)
    set_up(browser)
    visit(ada).post(f"/people/{rhea.pk}/second-factor/")
    assert not Authenticator.objects.filter(user=rhea).exists()
    assert browser.get("/documents/").status_code == 302, "who held the session comes in anew"
    settle()
    assert Entry.objects.filter(verb="second factor", email=ada.email, record=str(rhea.pk)).exists()
    sign_in(browser, rhea)
    visit(ada).post(f"/people/{rhea.pk}/sign-out/")
    assert browser.get("/documents/").status_code == 302


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_its_pages_are_fit_to_be_seen(see, transactional_db, ada, tala, milo, look):
    User.objects.create_user("new@example.org", name="Nour", role="researcher")
    tala.speaks_for.get().end(why="Moved to another office.")
    FocalPoint.objects.create(person=tala, city=milo.speaks_for.get().city)
    see("/people/", ada, look, name="people")
    see(f"/people/{tala.pk}/", ada, look, name="person")
    see(f"/people/{tala.pk}/hand-over/", ada, look, name="hand-over")


@pytest.mark.django_db(transaction=True)
def test_two_administrators_who_demote_each_other_at_once_leave_one(visit):
    from tests.workspace.test_concurrency import together

    pair = [User.objects.create_user(f"a{n}@example.org", "correct horse", role="administrator") for n in (1, 2)]
    browsers = [visit(each) for each in pair]

    def demote(browser, other):
        return lambda: browser.post(
            f"/people/{other.pk}/", {f"{other.pk}-role": "officer", f"{other.pk}-is_active": "on"}
        )

    assert together(demote(browsers[0], pair[1]), demote(browsers[1], pair[0])) == []
    assert User.objects.filter(role="administrator").count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_invitation_and_a_hand_over_sent_twice_at_once_are_done_once(visit, ada, tunis, mailing):
    from tests.workspace.test_concurrency import together

    browsers, statuses = [visit(ada), visit(ada)], []
    tasks = [
        lambda browser=browser: statuses.append(browser.post("/people/", asked(cities="Tunis")).status_code)
        for browser in browsers
    ]
    assert together(*tasks) == []
    assert sorted(statuses) == [200, 302]
    nour = User.objects.get(email="new@example.org")
    held = nour.speaks_for.get()
    said = {"cities": [held.pk], "email": "next@example.org", "why": "Left.", "leaves": "on"}
    tasks = [
        lambda browser=browser: statuses.append(browser.post(f"/people/{nour.pk}/hand-over/", said).status_code)
        for browser in browsers
    ]
    assert together(*tasks) == []
    assert sorted(statuses) == [200, 200, 302, 302]
    assert [each.city for each in FocalPoint.objects.at_work()] == [tunis]


def test_a_link_of_whoever_was_shut_out_does_not_come_to_life_again(visit, ada, cem):
    token = Link.make(cem)
    form = {f"{cem.pk}-role": "city"}
    visit(ada).post(f"/people/{cem.pk}/", form)
    visit(ada).post(f"/people/{cem.pk}/", {**form, f"{cem.pk}-is_active": "on"})
    cem.refresh_from_db()
    assert cem.is_active
    assert Link.find(token) is None
