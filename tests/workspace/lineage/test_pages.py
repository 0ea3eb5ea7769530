"""The page of a lineage can be used by everybody, light and dark, on a phone and on a desk, and keeps to its policy."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.retracing import retrace
from tests.workspace.campaigns.conftest import example_zip  # noqa: F401
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def campaign(example_zip, otto):  # noqa: F811
    made = import_folder(example_zip, otto, handling="public")
    retrace(made, lambda share, words: None, lambda: False)
    return made


@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_the_page_can_be_used_by_everybody(see, look, campaign, written, otto):
    for year in range(2010, 2031):
        for city in ("Velane", "Highmere", "Quay", "Skagen"):
            words = f"1. In {year} {city} opens its harbour to the newcomers of the sea."
            written(f"{city} {year}", words, date=str(year), actor=city, kind="statement")
    written("No day", "1. A harbour.")
    ask = {each.name: each.pk for each in campaign.asks.all()}
    base = f"/lineage/?campaign={campaign.pk}"
    pages = {
        "empty": "/lineage/",
        "nobody": "/lineage/?q=unicorns",
        "no-words": "/lineage/?q=-",
        "many": "/lineage/?q=harbour",
        "campaign": base,
        "phrase": f"{base}&q=municipalities",
        "agreed": f"{base}&ask={ask['A05']}",
        "ask": f"{base}&ask={ask['A10']}",
    }
    for name, path in pages.items():
        see(path, otto, look, f"lineage-{name}")


def test_words_are_traced_without_leaving_the_page_and_marks_lead_to_their_passages(see, campaign, otto):
    page = see("/lineage/", otto)
    page.get_by_label("A phrase, or a whole ask").fill("reception centre")
    page.get_by_role("button", name="Trace").click()
    page.get_by_role("heading", name="Every appearance").wait_for()
    expect(page).to_have_url(re.compile(r"q=reception(\+|%20)centre"))
    page.locator(".picture.wide a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    expect(page.locator(":target")).to_contain_text("reception centre")


def test_a_selection_in_a_document_can_be_followed(see, campaign, otto):
    text = campaign.texts.first().document
    page = see(f"/documents/{text.pk}/", otto)
    expect(page.locator(".trail")).to_be_hidden()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.text .line p'))")
    page.locator(".trail").wait_for()
    page.locator(".trail a").click()
    page.wait_for_url("**/lineage/?q=*")
    expect(page.get_by_role("heading", name="Every appearance")).to_be_visible()
