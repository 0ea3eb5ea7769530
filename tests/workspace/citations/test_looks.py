"""The pages of citations can be used by everybody, on a phone and a desk, and keep to their policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.citations.judging import judge
from hanse.workspace.citations.models import CitationWatch, CitingPassage, Reference
from tests.workspace.citations.conftest import AGAINST
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_the_pages_can_be_used_by_everybody(see, look, debate, paper, otto, rosa, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    contrasting = CitingPassage.objects.get(settled="contrasts")
    judge(contrasting, rosa, "contrasts", "A count against a count.")
    CitationWatch.objects.create(person=otto, document=debate["cited"])
    unread = paper("2016 Unread.md", AGAINST, read=False)
    pictures = paper("2016 Pictures.md", AGAINST[: AGAINST.index("Okafor, I. (2014)")])
    work = Reference.objects.filter(fields__title="Quays and councils").first()
    pages = {
        "cited": f"{debate['cited'].get_absolute_url()}cited/",
        "cited-none": f"{debate['for'].get_absolute_url()}cited/",
        "references": f"{debate['against'].get_absolute_url()}references/",
        "references-unread": f"{unread.get_absolute_url()}references/",
        "references-pictures": f"{pictures.get_absolute_url()}references/",
        "check": f"{debate['for'].get_absolute_url()}references/check/",
        "unanswered": f"{debate['for'].get_absolute_url()}references/check/?side=unanswered",
        "work": work.get_absolute_url(),
        "passage": f"/citations/passages/{contrasting.pk}/",
        "evidence": f"/citations/passages/{contrasting.pk}/evidence/",
        "citations": "/citations/",
        "manuscript": "/citations/check/",
    }
    for name, address in pages.items():
        see(address, otto, look, f"citations-{name}")


def test_a_reader_judges_a_passage_where_it_stands(see, debate, rosa):
    page = see(f"{debate['cited'].get_absolute_url()}cited/", rosa)
    against = page.locator(".s-contrasts.citing")
    against.get_by_text("Is that so?").click()
    against.get_by_role("button", name="mentions").click()
    page.wait_for_url("**/cited/#c-*")
    expect(page.get_by_text("proposed was: contrasts")).to_be_visible()
    expect(page.locator(".citing .judged")).to_have_count(1)
    expect(against).to_have_count(0)
