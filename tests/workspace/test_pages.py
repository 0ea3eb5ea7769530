"""Every page is accessible, light and dark, on a phone and on a desk, and asks for nothing that its policy forbids."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from hanse.text import document as text
from hanse.workspace.accounts.models import Link
from hanse.workspace.documents.shelf import shelve
from hanse.workspace.documents.uploading import take_in
from tests.workspace.looks import LOOKS

LONG = (
    "Commit to strengthen cooperation with local authorities so that newcomers find housing, schooling and work, "
    "[and, as appropriate, [to consult] their representatives before decisions are taken that concern them]."
)


@pytest.fixture
def shelf(otto):
    """A document with everything that a text under negotiation can have."""
    p = text.Passage
    struck = text.Proposal("Delegation of Northland", "housing", "delete", (70, 77), tracked=True)
    added = text.Proposal("Delegation of Northland", "and shelter", "insert", (77, 77), tracked=True)
    blocks = (
        text.Furniture("A/DRAFT/1", "header", 1),
        p("p1", "Draft declaration on cities and newcomers", kind="title", page=1),
        p("p2", "Preamble", kind="heading", page=1),
        p("p3", "Recalling earlier words on the matter,", number="PP1", label="PP1", part="preamble", page=1),
        p("p4", "Objectives", kind="heading", page=1),
        p(
            "p5",
            LONG,
            number="OP1",
            label="1.",
            part="operative",
            page=1,
            status="bracketed",
            proposals=(struck, added),
        ),
        p("p6", "To this end, draw on the following actions:", number="OP2", label="2.", part="operative", page=2),
        p("p7", "Open schools to every child;", number="OP2(a)", label="(a)", kind="item", chapeau="p6", page=2),
        p("p8", "Name a contact for newcomers.", number="OP2(b)", label="(b)", kind="item", chapeau="p6", page=2),
        p("p9", "Under this:", number="OP2(b)(i)", label="(i)", kind="item", level=1, chapeau="p8", page=2),
        text.Furniture("2", "page number", 2),
        p("p10", "Agreed words stand.", number="OP3", label="3.", part="operative", page=3, status="agreed ad ref"),
        p("p11", "A paragraph that has no number of its own.", page=3),
    )
    said = {"title": "Draft declaration, first revision", "date": "2029-07-11", "actor": "The co-facilitators"}
    more = {"kind": "draft", "symbol": "A/DRAFT/1", "language": "en", "source": "2029-07-11 draft.docx"}
    document = shelve(text.Document(id="d", content=blocks, warnings=("an encoding was guessed",), **said, **more))
    shelve(
        text.Document(id="r", content=(p("p1", "Secret words.", number="1"),), title="A rival's note"),
        handling="restricted",
        owner=otto,
    )
    document.actor = "The co-facilitators of the process"
    document.save()
    return document


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_every_page_is_accessible_and_keeps_to_the_policy(see, look, shelf, ada, otto, rhea, work_off):
    files = [SimpleUploadedFile("note.txt", b"1. Cities ask."), SimpleUploadedFile("scan.pdf", b"%PDF-1.7 broken")]
    job = take_in(files, ada, {"handling": "internal"})
    see(f"/jobs/{job.pk}/", ada, look, "job-waiting")
    work_off()
    pages = {
        "front": "/",
        "people": "/people/",
        "jobs": "/jobs/",
        "job": f"/jobs/{job.pk}/",
        "documents": "/documents/",
        "documents-none": "/documents/?q=nothing+like+it",
        "document": f"/documents/{shelf.pk}/",
        "document-furniture": f"/documents/{shelf.pk}/?furniture=1",
        "edit": f"/documents/{shelf.pk}/edit/",
        "history": f"/documents/{shelf.pk}/history/",
        "upload": "/documents/upload/",
        "search": "/documents/search/",
        "search-words": "/documents/search/?q=newcomers",
        "search-symbol": "/documents/search/?q=A/DRAFT/1+para+2",
        "search-none": "/documents/search/?q=unicorns",
        "missing": "/documents/nothing/",
        "password": "/account/password/change/",
    }
    for name, path in pages.items():
        see(path, ada, look, name)
    see("/account/login/", None, look, "sign-in")
    see("/account/signup/", None, look, "sign-up")
    see(f"/people/welcome/{Link.make(rhea)}/", None, look, "welcome")
    see("/people/welcome/spent/", None, look, "welcome-spent")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=["light-1280", "dark-390"])
def test_empty_pages_teach(see, look, otto, rhea):
    for name, path in {
        "front": "/",
        "documents": "/documents/",
        "search": "/documents/search/",
        "jobs": "/jobs/",
    }.items():
        page = see(path, otto, look, f"empty-{name}")
        expect(page.locator(".empty, .first-steps").first, path).to_be_attached()
    see("/", rhea, look, "empty-front-researcher")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_files_that_are_dropped_are_read_and_their_progress_is_seen(see, otto, work_off):
    page = see("/documents/upload/", otto)
    data = page.evaluate_handle(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["1. Cities ask.\\n\\n2. States answer."], "one.txt"));
            data.items.add(new File(["Another text."], "two.txt"));
            return data;
        }"""
    )
    page.dispatch_event("form.upload", "drop", {"dataTransfer": data})
    page.get_by_role("button", name="Upload and read").click()
    page.wait_for_url("**/jobs/*/")
    expect(page.get_by_text("2 waiting")).to_be_visible()
    work_off()
    page.get_by_role("link", name="See what came of it").wait_for()
    expect(page.get_by_text("one.txt")).to_be_visible()
    page.get_by_role("link", name="See what came of it").click()
    expect(page.get_by_role("link", name="two")).to_be_visible()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_permalink_leads_to_its_paragraph(see, shelf, otto):
    page = see(f"/documents/{shelf.pk}/", otto)
    page.locator("a.number", has_text="(b)").click()
    expect(page).to_have_url(re.compile(r"#OP2\(b\)$"))
    expect(page.locator(":target")).to_have_text(re.compile(r"Name a contact for newcomers\.\s*$"))


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_was_removed_can_be_brought_back_at_once(see, shelf, otto):
    page = see(f"/documents/{shelf.pk}/edit/", otto)
    page.get_by_role("button", name="Remove").click()
    expect(page.locator("table").get_by_role("link", name="Draft declaration")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Draft declaration, first revision")).to_be_visible()
