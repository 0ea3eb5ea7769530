"""The head of every page: the rooms of the workspace, and where one is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.workspace.looks import LOOKS, look_at


def nav(page):
    return re.findall(
        r'<a href="([^"]+)"( aria-current="true")?>', page.split('<nav aria-label="Main">')[1].split("</nav>")[0]
    )


def test_a_page_stands_in_one_room(visit, ada):
    browser = visit(ada)
    for path, room in (
        ("/cities/", "/registry/"),
        ("/pledges/", "/pledges/"),
        ("/statements/", "/statements/"),
        ("/audit/", "/people/"),
        ("/documents/", "/documents/"),
        ("/impact/", "/impact/"),
        ("/claims/", "/claims/"),
        ("/citations/", "/citations/"),
        ("/wording/", "/wording/"),
    ):
        answer = browser.get(path)
        if answer.status_code == 200:
            assert [address for address, here in nav(answer.content.decode()) if here] == [room]


def test_who_may_not_invite_sees_no_people(visit, rhea):
    assert "/people/" not in dict(nav(visit(rhea).get("/documents/").content.decode()))


def test_who_prepares_meetings_has_their_briefings_at_hand(visit, ada, tala, rhea):
    assert [
        "/briefings/" in dict(nav(visit(each).get("/documents/").content.decode())) for each in (ada, tala, rhea)
    ] == [True, True, False]


def test_what_is_folded_away_says_that_one_is_there(visit, ada):
    assert '<summary class="here">' in visit(ada).get("/jobs/").content.decode()
    assert '<summary class="here">' in visit(ada).get("/documents/").content.decode()
    assert "<summary>" in visit(ada).get("/calendar/").content.decode().split("</nav>")[0]


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "zh", "ru"])
def test_the_head_of_an_administrator_s_page_is_quiet_and_opens_by_keyboard(see, ada, look, language):
    type(ada).objects.filter(pk=ada.pk).update(language=language)
    page = see("/jobs/", ada, look, name=f"masthead-{language}")
    if look[1] >= 1280:
        assert page.locator(".masthead").bounding_box()["height"] < 70, "one line"
    page.locator(".more > summary").focus()
    page.keyboard.press("Enter")
    people = page.locator('.more a[href="/people/"]')
    expect(people).to_be_visible()
    look_at(page, [], name=f"masthead-{language}-open-{look[0]}-{look[1]}")
    page.keyboard.press("Escape")
    expect(people).to_be_hidden()
    expect(page.locator(".more > summary")).to_be_focused()
