"""Documents are listed, read, corrected, taken away and brought back; all of it by those who may."""

from __future__ import annotations

import pytest

from hanse.text import document as text
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.page import with_brackets
from hanse.workspace.documents.shelf import reshelve, shelve

OPEN = '<span class="bracket open">'


@pytest.fixture
def page(visit, otto):
    return lambda path, user=None: visit(user or otto).get(path).content.decode()


def test_a_document_is_read_with_its_numbers_and_permalinks(written, page):
    document = written("Draft", "1. Cities ask.", "2. States answer.", "No number here.")
    html = page(f"/documents/{document.pk}/")
    assert '<div id="2"' in html
    assert 'href="#2"' in html
    assert '<div id="p3"' in html


def test_the_second_paragraph_of_a_number_has_a_permalink_of_its_own(written):
    document = written("Draft", "1. Cities ask.", "1. The annex begins again.")
    assert [each.anchor for each in document.passages.all()] == ["1", "p2"]


def test_what_the_file_says_is_shown_as_text_and_never_as_code(written, page):
    document = written("<script>alert(1)</script>", "1. <img src=x onerror=alert(1)> [<b>EU</b>: words]", actor="<i>")
    for path in (f"/documents/{document.pk}/", "/documents/", "/documents/search/?q=words", "/"):
        html = page(path)
        assert "<img" not in html
        assert "<script>alert" not in html
        assert "<b>EU" not in html


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("No bracket.", "No bracket."),
        ("[open] words", f"{OPEN}[open]</span> words"),
        ("a [be [an ox] or] so", f"a {OPEN}[be {OPEN}[an ox]</span> or]</span> so"),
        ("[an ox] & [be]", f"{OPEN}[an ox]</span> &amp; {OPEN}[be]</span>"),
    ],
)
def test_brackets_are_marked_as_they_nest(words, html):
    assert with_brackets(words) == html


def test_a_bracket_tells_whose_it_is():
    assert 'data-author="EU"' in with_brackets("The [EU: new] words")


def test_what_was_set_apart_is_hidden_until_asked_for(otto, page):
    blocks = (text.Furniture("Running header", "header", 1), text.Passage("p1", "Cities ask."))
    document = shelve(text.Document(id="d", content=blocks, title="Draft"), handling="internal")
    assert "Running header" not in page(f"/documents/{document.pk}/")
    assert "Running header" in page(f"/documents/{document.pk}/?furniture=1")


def test_a_stored_document_is_the_document_that_was_read(otto):
    proposal = text.Proposal("EU", "more", "insert", (3, 3), "2029-01-02", True)
    blocks = (
        text.Furniture("Running header", "header", 1),
        text.Passage("p1", "Heading", kind="heading", page=1, level=1),
        text.Passage(
            "p2", "Cities ask.", "OP1", "1.", "item", "bracketed", "operative", 2, 1, "p1", ("Heading",), (proposal,)
        ),
        text.Furniture("2", "page number", 2),
    )
    read = text.Document(
        "d", blocks, "Draft", "2029-01", "en", "Cities", "A/1", "draft", True, "internal", None, "d.txt", "00", ("w",)
    )
    assert shelve(read).as_text("d") == read


def test_a_corrected_reading_takes_the_place_of_the_text_and_of_its_words(written, page):
    document = written("Draft", "1. Mistaken words.")
    reshelve(document, text.Document(id="x", content=(text.Passage("p1", "Corrected words.", "1"),), language="en"))
    assert "1 passage " in page("/documents/search/?q=corrected")
    assert "0 passages" in page("/documents/search/?q=mistaken")
    assert Document.objects.get(pk=document.pk).title == "Draft"


def test_the_list_is_filtered(written, page):
    written("Zero draft", "1. A.", kind="draft", date="2029-01-05", language="en")
    written("Appel", "1. B.", kind="statement", date="2030-02", language="fr", actor="Nantes")
    assert "Appel" not in page("/documents/?kind=draft")
    assert "Zero draft" not in page("/documents/?language=fr")
    assert "Zero draft" not in page("/documents/?since=2029-02")
    assert "Appel" not in page("/documents/?until=2029")
    assert "Zero draft" in page("/documents/?until=2029")
    assert "Zero draft" not in page("/documents/?q=nant")
    assert page("/documents/?order=title").index("Appel") < page("/documents/?order=title").index("Zero")
    assert "2 documents" in page("/documents/?kind=nonsense&language=")


def test_what_is_said_of_a_document_is_corrected_and_the_history_tells(written, visit, otto, page):
    document = written("Darft", "1. A.", kind="draft")
    form = {"title": "Draft", "date": "2029-01", "handling": "restricted", "kind": "draft", "symbol": "A / 1"}
    assert visit(otto).post(f"/documents/{document.pk}/edit/", form).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.date, document.handling, document.symbol_key) == (
        "Draft",
        "2029-01",
        "restricted",
        "a/1",
    )
    history = page(f"/documents/{document.pk}/history/")
    assert "<del>Darft</del> <ins>Draft</ins>" in history
    assert "Otto" in history


@pytest.mark.parametrize("date", ["11.7.2029", "2029-13", "2029-02-30", "soon"])
def test_a_date_that_is_none_is_refused_with_the_way_to_write_it(written, visit, otto, date):
    document = written("Draft", "1. A.")
    answer = visit(otto).post(f"/documents/{document.pk}/edit/", {"title": "Draft", "handling": "public", "date": date})
    assert "Write a date as 2018-07-11" in answer.content.decode()


def test_a_removed_document_is_gone_and_can_be_brought_back(written, visit, otto, page):
    document = written("Draft", "1. A.")
    answer = visit(otto).post(f"/documents/{document.pk}/remove/", follow=True)
    assert "“Draft” was removed" in answer.content.decode()
    assert visit(otto).get(f"/documents/{document.pk}/").status_code == 404
    visit(otto).post(f"/documents/{document.pk}/restore/")
    assert visit(otto).get(f"/documents/{document.pk}/").status_code == 200
    assert [each in page(f"/documents/{document.pk}/history/") for each in ("removed", "brought back")] == [True, True]


def test_who_may_only_read_can_change_nothing(written, visit, rosa, cem, rhea):
    document = written("Draft", "1. A.")
    for user in (rosa, cem, rhea):
        browser = visit(user)
        assert browser.get(f"/documents/{document.pk}/").status_code == 200
        for path in ("edit", "history"):
            assert browser.get(f"/documents/{document.pk}/{path}/").status_code == 404
        for path in ("edit", "remove", "restore"):
            assert browser.post(f"/documents/{document.pk}/{path}/", {"title": "Mine"}).status_code == 404
    document.refresh_from_db()
    assert (document.title, document.removed) == ("Draft", None)


def test_an_open_workspace_shows_the_public_only_what_is_public(written, visit, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    open_, closed = written("Open", "1. A.", handling="public"), written("Closed", "1. B.")
    assert visit(None).get(f"/documents/{open_.pk}/").status_code == 200
    assert visit(None).get(f"/documents/{closed.pk}/").status_code == 404
    assert "Closed" not in visit(None).get("/documents/").content.decode()
    assert visit(None).get("/jobs/").status_code == 302
    assert visit(None).get("/documents/upload/").status_code == 302


def test_a_file_is_handed_out_only_to_be_saved(written, visit, otto, home):
    from hanse.workspace.documents.shelf import keep

    document = written("Page", "1. A.", sha256=keep([b"<script>alert(1)</script>"]), source="page.html")
    answer = visit(otto).get(f"/documents/{document.pk}/file/")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_titles_and_numbers_of_any_length_are_kept_or_cut(written, page):
    document = written("T" * 2000, "1. A.", actor="A" * 2000, symbol="S/" * 200)
    passage = text.Passage("p" * 300, "Words.", number="1(a)" * 100)
    reshelve(document, text.Document(id="x", content=(passage,), language="en"))
    assert document.passages.get().number == passage.number
    assert "Words." in page(f"/documents/{document.pk}/")


def test_strange_addresses_are_not_found(visit, otto):
    for path in ("/documents/%00/", "/jobs/%00/", "/people/welcome/%00/", "/documents/a%2fb/"):
        assert visit(otto).get(path).status_code == 404
    assert visit(otto).get("/documents/?removed=%00&q=%00&page=%00&order=%00&since=%00").status_code == 200


def test_a_text_in_arabic_runs_from_right_to_left_and_the_page_around_it_does_not(written, page):
    arabic = page(f"/documents/{written('قرار', '1. يقرر أن المدن شركاء.', language='ar').pk}/")
    assert '<div class="text" dir="rtl">' in arabic
    assert '<dl class="facts" lang="en" dir="ltr">' in arabic
    assert '<div class="text" dir="ltr">' in page(f"/documents/{written('Draft', '1. Cities ask.').pk}/")


def test_dates_are_told_as_people_write_them(written, page):
    document = written("Draft", "1. Cities ask.", date="2031-06-08")
    for path in (f"/documents/{document.pk}/", "/documents/", "/documents/search/?q=cities"):
        assert "8 June 2031" in page(path)
