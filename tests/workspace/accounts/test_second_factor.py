"""A second factor: a code of an app beside the password, for whoever wants it and for whom the workspace asks it."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import expect

from hanse.workspace.accounts.models import Link
from hanse.workspace.audit.models import Entry
from hanse.workspace.audit.pending import settle
from tests.workspace.looks import LOOKS, look_at

PASSWORD = "correct horse battery"
SET_UP = "/account/second-factor/totp/activate/"


def code_of(secret):
    """What an app shows now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def sign_in(client, user, password=PASSWORD):
    return client.post("/account/login/", {"login": user.email, "password": password})


def set_up(client):
    """Set the factor up by hand, the password given once more; the key."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    secret = re.search(r'id="key"[^>]*value="([A-Z2-7]+)"', client.get(SET_UP).content.decode()).group(1)
    assert client.post(SET_UP, {"code": code_of(secret)}).status_code == 302
    return secret


@pytest.fixture
def protected(visit, rhea):
    """Rhea, her browser, and the key of her app."""
    browser = visit(None)
    sign_in(browser, rhea)
    return rhea, browser, set_up(browser)


def test_a_code_is_asked_for_beside_the_password(visit, protected, monkeypatch):
    rhea, _, secret = protected
    browser = visit(None)
    assert sign_in(browser, rhea).headers["Location"] == "/account/second-factor/authenticate/"
    assert browser.get("/documents/").status_code == 302, "the password alone does not let in"
    answer = browser.post("/account/second-factor/authenticate/", {"code": "000000"})
    assert "not the one of now" in answer.content.decode()
    from django.core.cache import cache

    cache.clear()  # the code that set it up was used, and would be refused within its half minute
    answer = browser.post("/account/second-factor/authenticate/", {"code": code_of(secret)})
    assert answer.status_code == 302
    assert browser.get("/documents/").status_code == 200


def test_a_recovery_code_lets_in_once(visit, protected):
    rhea, browser, _ = protected
    page = browser.get("/account/second-factor/recovery-codes/").content.decode()
    code = re.search(r"<code>(\d+)</code>", page).group(1)
    for known in (302, 200):
        other = visit(None)
        sign_in(other, rhea)
        assert other.post("/account/second-factor/authenticate/", {"code": code}).status_code == known


def test_a_one_time_link_does_not_go_past_the_code(visit, protected):
    rhea, _, _ = protected
    browser = visit(None)
    words = {"password1": "a long and quiet word", "password2": "a long and quiet word"}
    answer = browser.post(f"/people/welcome/{Link.make(rhea)}/", {"email": rhea.email, "name": "Rhea", **words})
    assert answer.headers["Location"] == "/account/second-factor/authenticate/"
    assert browser.get("/documents/").status_code == 302


def test_the_key_is_not_kept_in_the_open(protected):
    _, _, secret = protected
    held = Authenticator.objects.get(type="totp")
    assert secret not in str(held.data)


def test_codes_cannot_be_guessed(visit, protected):
    rhea, _, _ = protected
    browser = visit(None)
    sign_in(browser, rhea)
    pages = [
        browser.post("/account/second-factor/authenticate/", {"code": f"{number:06}"}).content.decode()
        for number in range(7)
    ]
    assert "Wait five minutes" in pages[-1]


@pytest.mark.parametrize(("asked", "led"), [("off", set()), ("office", {"otto"}), ("everybody", {"otto", "rhea"})])
def test_the_workspace_asks_whom_it_is_set_to_ask(asked, led, visit, otto, rhea, settings):
    settings.HANSE_REQUIRE_SECOND_FACTOR = asked
    for user in (otto, rhea):
        answer = visit(user).get("/documents/")
        assert (answer.status_code == 302 and answer.headers["Location"] == SET_UP) == (user.name.lower() in led)


def test_what_is_asked_for_cannot_be_taken_away_and_else_it_can(protected, settings):
    _, browser, _ = protected
    settings.HANSE_REQUIRE_SECOND_FACTOR = "everybody"
    address = "/account/second-factor/totp/deactivate/"
    assert "cannot be taken away" in browser.post(address).content.decode()
    assert browser.get("/documents/").status_code == 200
    settings.HANSE_REQUIRE_SECOND_FACTOR = "off"
    assert browser.post(address).status_code == 302
    assert not Authenticator.objects.exists()


def test_it_is_in_the_log(transactional_db, protected):
    rhea, browser, _ = protected
    browser.post("/account/second-factor/totp/deactivate/")
    settle()
    told = Entry.objects.filter(verb="second factor", record=str(rhea.pk)).order_by("number")
    assert {"app set up", "app taken away"} <= set(told.values_list("said", flat=True))


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_its_pages_are_fit_to_be_seen(see, live_server, protected, ada, look):
    rhea, _, _ = protected
    page = see("/account/login/", None, look, name="login")
    page.fill("#id_login", rhea.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button")
    expect(page).to_have_title(re.compile("^A code, please"))
    look_at(page, [], name=f"code-{look[0]}-{look[1]}")
    page = see("/account/", ada, look, name="account")
    page.goto(live_server.url + SET_UP)
    look_at(page, [], name=f"is-it-you-{look[0]}-{look[1]}")
    page.fill("#id_password", PASSWORD)
    page.click("main form button")
    expect(page.locator("#key")).to_be_visible()
    look_at(page, [], name=f"set-up-{look[0]}-{look[1]}")
    page.fill("#id_code", code_of(page.input_value("#key")))
    page.click("main form button")
    expect(page).to_have_title(re.compile("^Recovery codes"))
    look_at(page, [], name=f"codes-{look[0]}-{look[1]}")
