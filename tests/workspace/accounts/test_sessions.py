"""Where somebody is signed in, how that is ended, and how often somebody may try."""

from __future__ import annotations

import pytest

from hanse.workspace.accounts.sessions import browser
from tests.workspace.accounts.test_second_factor import PASSWORD, sign_in

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CHROME = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.mark.parametrize(
    ("agent", "told"),
    [
        (FIREFOX, "Firefox on Linux"),
        (CHROME, "Chrome on Android"),
        (EDGE, "Edge on Windows"),
        ("curl/8", "curl/8"),
        ("", "a program that does not say its name"),
    ],
)
def test_a_browser_is_called_as_people_call_it(agent, told):
    assert browser(agent) == told


@pytest.fixture
def two(visit, rhea):
    """Two browsers of one person."""
    here, there = visit(None), visit(None)
    for client, agent in ((here, FIREFOX), (there, CHROME)):
        client.defaults["HTTP_USER_AGENT"] = agent
        sign_in(client, rhea)
    return here, there


def test_sessions_are_listed_and_one_is_ended(two, visit, cem):
    here, there = two
    page = here.get("/account/")
    assert all(each in page.content.decode() for each in ("Firefox on Linux", "Chrome on Android", "here"))
    other = next(each["session"] for each in page.context["sessions"] if not each["here"])
    assert visit(cem).post(f"/account/sessions/{other.pk}/end/").status_code == 404, "another's session is not found"
    assert here.post(f"/account/sessions/{other.pk}/end/").status_code == 302
    assert there.get("/documents/").status_code == 302
    assert here.get("/documents/").status_code == 200


def test_all_others_are_ended_at_once(two):
    here, there = two
    here.post("/account/sessions/end/")
    assert (here.get("/documents/").status_code, there.get("/documents/").status_code) == (200, 302)


def test_a_new_password_signs_out_everywhere_else(two, rhea):
    here, there = two
    words = {"oldpassword": PASSWORD, "password1": "a long and quiet word", "password2": "a long and quiet word"}
    assert here.post("/account/password/change/", words).status_code == 302
    assert (here.get("/documents/").status_code, there.get("/documents/").status_code) == (200, 302)


def test_whoever_tries_too_often_waits_and_is_told_so(visit, rhea):
    client = visit(None)
    for _ in range(5):
        assert "do not belong together" in sign_in(client, rhea, "wrong").content.decode()
    assert "Wait five minutes" in sign_in(client, rhea).content.decode(), "the right password too"
    assert client.get("/documents/").status_code == 302


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("short", "This password is short"),
        ("password123", "Many people have this password"),
        ("8273645918273", "This password is a number"),
        ("rhea@example", "much like your e-mail"),
    ],
)
def test_a_weak_password_is_refused_in_plain_words(visit, rhea, password, told):
    words = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert told in visit(rhea).post("/account/password/change/", words).content.decode()
