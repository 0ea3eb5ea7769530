"""The page of where words also stand can be used by everybody, on a phone and a desk, and keeps to its policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.documents import library
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

TIDE = "Port towns shall open tide schools to every child of a newcomer within forty days of arrival."
FORMULA = "Recalling its resolution on the purposes and principles of the Charter of the United Nations,"
ARABIC = "تلتزم مدن الموانئ بفتح مدارس المد لكل طفل من القادمين الجدد خلال أربعين يوما من وصولهم إلى الميناء."


@pytest.fixture
def shelf(written):
    """A statement with words in a pact, in a formula, in Arabic, and in its own revision; and one that stands alone."""
    mine = written("Velane asks", f"PP1 {FORMULA}", f"1. {TIDE}", ARABIC, date="2030-01-01", actor="Velane")
    pact = TIDE.replace("shall", "should").replace("forty", "sixty")
    written("Tide Pact", f"PP2 {FORMULA}", f"4. {pact}", date="2031-02-02", symbol="ALC/4", adopted=True)
    written("ميثاق المد", f"1. {ARABIC}", language="ar", actor="مدينة الميناء", handling="restricted")
    revised = written("Velane asks, revised", f"1. {TIDE}", date="2030-06-01", actor="Velane")
    revised.parent = mine
    revised.save()
    return {"mine": mine, "alone": written("Alone", "1. Whales sing.")}


@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_the_page_can_be_used_by_everybody(see, look, shelf, otto):
    base = f"/documents/{shelf['mine'].pk}/elsewhere/"
    see(base, otto, look, "elsewhere-pending")
    while library.bring_in_step():
        pass
    see(base, otto, look, "elsewhere")
    see(f"{base}?versions=1", otto, look, "elsewhere-versions")
    see(f"/documents/{shelf['alone'].pk}/elsewhere/", otto, look, "elsewhere-empty")


def test_the_way_leads_from_the_document_to_the_passage_there(see, shelf, otto):
    while library.bring_in_step():
        pass
    page = see(f"/documents/{shelf['mine'].pk}/", otto)
    page.get_by_role("link", name="Where these words also stand").click()
    page.get_by_text("What do these words mean?").click()
    page.get_by_role("link", name="para. 4").click()
    page.wait_for_url("**/documents/**#4")
    expect(page.locator(":target")).to_contain_text("Port towns should open")
