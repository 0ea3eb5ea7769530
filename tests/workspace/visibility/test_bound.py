"""The page of how binding a text is shows the library's levels, who is to act, and how each paragraph moved."""

from __future__ import annotations

import pytest

import hanse
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility import forces
from hanse.workspace.visibility.models import Reading

pytestmark = pytest.mark.django_db
ZERO = (
    "1. States shall consult local authorities before they decide.",
    "2. States should provide funding to cities that host migrants.",
    "3. The parties commit to publish a report every year.",
)
FINAL = (
    "1. States may consult local authorities, as appropriate, before they decide.",
    "2. States should provide funding to cities that host migrants.",
    "4. Mayors are invited to attend the annual conference in the spring.",
)


@pytest.fixture
def zero(written):
    return written("Zero draft", *ZERO, date="2031-03-01", handling="public")


@pytest.fixture
def final(written, zero):
    document = written("Final draft", *FINAL, date="2031-07-01", handling="public")
    document.parent = zero
    document.save()
    return document


def test_the_levels_are_the_library_s_and_so_are_the_moves(visit, otto, zero, final):
    page = visit(otto).get(f"/documents/{final.pk}/wording/binding/")
    library = hanse.binding([zero.as_text(), final.as_text()])[1]
    assert page.context["found"] == library
    again = visit(otto).get(f"/documents/{final.pk}/wording/binding/")
    assert again.context["found"] == library
    assert Reading.objects.count() == 1
    assert dict(library.moves) == {"new": 1, "stronger": 0, "weaker": 1, "as strong": 1, "dropped": 1}
    shown = page.content.decode()
    assert '<span class="caveat">as appropriate</span>' in shown
    assert "<strong" in shown
    assert "<svg" in shown


def test_only_what_was_asked_for_is_listed(visit, otto, final):
    page = visit(otto).get(f"/documents/{final.pk}/wording/binding/?only=dropped").content.decode()
    assert "publish a report every year" in page
    assert "attend the annual conference" not in page
    assert visit(otto).get(f"/documents/{final.pk}/wording/binding/?only=nonsense").status_code == 200


def test_the_drafts_page_shows_both_moves(visit, otto, zero, final):
    page = visit(otto).get(f"/documents/{zero.pk}/wording/drafts/")
    assert [each.document for each in page.context["steps"]] == [zero, final]
    mayors = next(cells for group, cells in page.context["groups"] if group == "mayors")
    assert [(each.mentions, each.more) for each in mayors] == [(0, None), (1, 1)]
    assert "1 weaker" in " ".join(page.content.decode().split())


def test_a_file_that_is_here_twice_is_one_draft(visit, otto, written, zero, final):
    twin = written("Zero draft", *ZERO, date="2031-03-01", handling="internal", symbol="X/1")
    Document.objects.filter(pk__in=[zero.pk, twin.pk]).update(sha256="e" * 64)
    Document.objects.filter(pk=zero.pk).update(symbol="X/1", symbol_key=twin.symbol_key)
    for asked, chain in ((zero, [zero, final]), (twin, [twin, final])):
        page = visit(otto).get(f"/documents/{asked.pk}/wording/drafts/")
        assert [each.document for each in page.context["steps"]] == chain


def test_a_draft_out_of_sight_leaves_no_trace_in_the_moves(visit, rhea, zero, final):
    zero.handling = "restricted"
    zero.save()
    page = visit(rhea).get(f"/documents/{final.pk}/wording/binding/")
    assert page.context["before"] is None
    assert page.context["found"].moves == ()
    assert "No other version" in visit(rhea).get(f"/documents/{final.pk}/wording/drafts/").content.decode()


def test_a_text_that_directs_nobody_says_so(visit, otto, written):
    silent = written("Poem", "The sea is wide.")
    assert "No paragraph of this text directs anybody" in (
        visit(otto).get(f"/documents/{silent.pk}/wording/binding/").content.decode()
    )


def test_what_is_too_long_is_read_by_the_worker(visit, otto, final, monkeypatch, work_off):
    monkeypatch.setattr(forces, "AT_ONCE", 5)
    address = f"/documents/{final.pk}/wording/binding/"
    assert "too long to be read" in visit(otto).get(address).content.decode()
    assert visit(otto).post(f"{address}read/").status_code == 302
    work_off()
    assert visit(otto).get(address).context["found"].moves


def test_texts_in_other_languages_are_not_told_to_bind_nobody_by_mistake(visit, otto, written):
    text = written("Proyecto", "1. Los Estados deberán consultar a las autoridades locales.", language="es")
    assert visit(otto).get(f"/documents/{text.pk}/wording/binding/").context["directing"] == 1
