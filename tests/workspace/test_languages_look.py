"""How do pages look in other languages? Long words in narrow columns, and from right to left."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.languages import Language
from tests.workspace.looks import EVERY_LOOK
from tests.workspace.matrix.world import World

PAGES = {
    "front": "/",
    "registry": "/registry/",
    "city": "/cities/seen-cities/",
    "process": "/processes/seen-processes/",
    "calendar": "/calendar/",
    "board": "/campaigns/{campaign}/",
    "cell": "/campaigns/{campaign}/cells/{ask}/{draft}/",
    "pledge": "/pledges/plan-published/",
    "statement": "/statements/quiet/",
    "engagement": "/engagements/new/",
    "account": "/account/",
}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_pages_look_right_in_every_language(see, home):
    world = World(home)
    ada = world.people["ada"]
    named = {name: world.arguments[f"campaigns/<str:pk>{more}"] for name, more in
             (("campaign", ""), ("ask", "/cells/<str:ask>"), ("draft", "/cells/<str:ask>/<str:draft>"))}  # fmt: skip
    for place, language in enumerate(each for each in Language.values if each != "en"):
        ada.language = language
        ada.save()
        for step, (name, address) in enumerate(PAGES.items()):
            page = see(address.format(**named), ada, EVERY_LOOK[(place + step) % 4], f"{language}-{name}")
            expect(page.locator("html")).to_have_attribute("lang", language)
