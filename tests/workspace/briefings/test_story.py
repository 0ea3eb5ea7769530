"""A briefing for tomorrow, in a browser: the counterpart's page, one press, the session, the page, the two pages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from hanse.workspace.briefings.models import Briefing
from hanse.workspace.registry.models import Actor, Membership, Office
from tests.workspace.looks import LOOKS

from .test_preparing import words_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(world):
    """With names in Arabic and Chinese on both sides of the table."""
    mayor = Actor.objects.create(name="陈晓阳", kind="person", country="CHL", handling="public")
    Office.objects.create(person=mayor, body=world.quillon, title="市长", since="2020", handling="public")
    port = Actor.objects.create(name="رابطة موانئ المتوسط", kind="network", nature="membership", handling="public")
    for city in (world.tunis, world.quillon):
        Membership.objects.create(actor=city, network=port, since="2012", handling="public")
    return world


def test_a_briefing_for_tomorrow(world, see, otto, live_server):
    page = see(world.quillon.get_absolute_url(), otto)
    page.click("text=Prepare a meeting")
    page.fill("[name=ours]", "Tunis [tunis]")
    page.select_option("[name=session]", "third")
    page.click("main form button")
    expect(page.locator("h2").first).to_have_text("What to ask for")
    briefing = Briefing.objects.get()
    expect(page).to_have_url(live_server.url + briefing.get_absolute_url())

    told = [" ".join(each.split()) for each in page.locator(".told-lines .said a").all_inner_texts()]
    sources = page.locator(".told-lines .facts-line a").all_inner_texts()
    assert len(told) == len(sources) >= 12
    assert all(sources)
    href = page.get_attribute("text=Two pages to print", "href")
    said, pages = words_of(page.request.get(live_server.url + href).body())
    assert pages <= 2
    for words in [*told, *sources]:
        if "رابطة" not in words:
            assert plain(words) in plain(said)
        else:  # what runs in two directions is copied out word by word
            assert all(each.strip(":;,") in said for each in words.split())
    for look in LOOKS:
        see(briefing.get_absolute_url(), otto, look, "briefing")
        see("/briefings/", otto, look, "briefings")
        see("/briefings/of/quillon/", otto, look, "prepare")


def plain(words: str) -> str:
    """Without what a line's end puts in or takes away."""
    return re.sub(r"[\s\-\u2010]+", "", words)
