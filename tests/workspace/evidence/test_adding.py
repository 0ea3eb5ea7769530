"""Evidence is added by the address of a passage, by words of a document, or from a source."""

from __future__ import annotations

import re

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.registry.models import Source


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode().replace("&#x27;", "'")).split())


@pytest.fixture
def add(claim, visit, otto):
    def post(**said):
        return visit(otto).post(f"/claims/{claim.pk}/evidence/add/", {"stance": "supports", **said}, follow=True)

    return post


@pytest.mark.parametrize("host", ["", "https://desk.example.org"])
def test_a_passage_by_its_address_is_quoted_whole(add, minutes, host):
    add(address=f"{host}/documents/{minutes.pk}/#2", stance="contrasts")
    made = Evidence.objects.get()
    assert made.quote == "Over 40 towns attended the signing of the Harbour Charter."
    assert (made.document, made.passage, made.stance) == (minutes, "p2", "contrasts")


def test_words_of_a_document_are_looked_up_whatever_their_spaces_and_quotation_marks(add, written):
    held = written("Minutes", "1. Nothing.", "2. The mayor’s “charter” was signed – by 40\u00a0towns.")
    add(document="Minutes", quote='mayor\'s "charter"  was signed - by 40 towns')
    made = Evidence.objects.get()
    assert made.quote == "mayor’s “charter” was signed – by 40\u00a0towns"
    assert (made.document, made.passage) == (held, "p2")


def test_words_that_the_document_does_not_have_are_told_with_the_nearest(add, minutes):
    page = text(add(document=minutes.title, quote="More than 40 towns attended the signing of a charter"))
    assert "These words do not stand in “Minutes of the assembly”; nearest is “" in page
    assert "40 towns attended the signing of" in page
    assert "(2): copy what it says." in page
    assert not Evidence.objects.exists()


def test_words_that_are_nowhere_near_are_told(add, minutes):
    assert "These words stand in no passage of" in text(add(document=minutes.title, quote="Zebras quarrel vividly."))


def test_a_source_with_a_quotation_and_a_place_in_it(add):
    add(new_title="Chronicle", new_url="https://example.org/c", quote="120 towns.", locator="p. 9", value="120")
    made = Evidence.objects.get()
    assert (made.source.title, made.locator, made.value, made.source_title) == ("Chronicle", "p. 9", "120", "Chronicle")
    add(source="Chronicle", quote="More of it.")
    assert (Evidence.objects.count(), Source.objects.filter(title="Chronicle").count()) == (2, 1)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "Say where it stands"),
        ({"address": "https://example.org/elsewhere"}, "is no address of a document here"),
        ({"address": "/documents/nosuchkey/#2"}, "is no address of a document here"),
        ({"address": "//[", "quote": "x"}, "is no address of a document here"),
        ({"new_title": "Chronicle"}, "Quote the words that are evidence"),
        ({"document": "Atlantis"}, "Nothing here is called “Atlantis”"),
        ({"new_title": "Chronicle", "quote": "x", "stance": "proves"}, "not one of the list"),
        ({"new_title": "Chronicle", "quote": "x", "date": "yesterday"}, "Write a date as"),
        ({"new_title": "Chronicle", "quote": "x" * 10_001}, "10000"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_is_kept(add, minutes, said, told):
    page = text(add(**said))
    assert told in page
    assert not Evidence.objects.exists()
    assert not Source.objects.filter(title="Chronicle").exists()


def test_a_passage_that_the_document_does_not_have_is_told(add, minutes):
    assert "has no passage “77”" in text(add(address=f"/documents/{minutes.pk}/#77"))


def test_the_same_passage_is_evidence_once_and_comes_back_after_it_was_withdrawn(add, minutes):
    add(address=f"/documents/{minutes.pk}/#2")
    Evidence.objects.get().remove()
    add(address=f"/documents/{minutes.pk}/#2")
    assert Evidence.objects.standing().count() == Evidence.objects.count() == 1


def test_a_document_that_one_may_not_see_is_not_there(claim, written, visit, otto, rosa):
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    assert visit(rosa).get(f"/claims/{claim.pk}/evidence/add/").status_code == 404
    form = {"address": f"/documents/{secret.pk}/#1", "stance": "contrasts"}
    visit(otto).post(f"/claims/{claim.pk}/evidence/add/", form)
    assert Evidence.objects.get().document == secret


def test_the_generic_form_of_evidence_takes_corrections(claim, evidence, visit, otto):
    piece = evidence("p3")
    page = visit(otto).get(f"/evidence/{piece.pk}/edit/")
    assert page.status_code == 200
    fields = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    done = visit(otto).post(f"/evidence/{piece.pk}/edit/", {**fields, "value": "120", "repeats": ""})
    piece.refresh_from_db()
    assert (done.status_code, piece.value) == (302, "120")


def test_a_quotation_that_is_corrected_must_stand_in_the_document(claim, evidence, visit, otto):
    piece = evidence("p3")
    page = visit(otto).get(f"/evidence/{piece.pk}/edit/")
    fields = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
    fields["repeats"] = ""
    refused = visit(otto).post(f"/evidence/{piece.pk}/edit/", {**fields, "quote": "500 towns signed."})
    assert "These words stand in no passage of" in text(refused)
    visit(otto).post(f"/evidence/{piece.pk}/edit/", {**fields, "quote": "Over 40 towns attended"})
    piece.refresh_from_db()
    assert (piece.quote, piece.passage) == ("Over 40 towns attended", "p2")


def test_the_registrys_own_way_leads_to_the_page_of_the_claim(claim, visit, otto, rosa):
    assert visit(otto).get(f"/registry/evidence/add/?claim={claim.pk}").url == f"/claims/{claim.pk}/evidence/add/"
    assert "open the claim first" in text(visit(otto).get("/registry/evidence/add/", follow=True))
    assert visit(rosa).get("/registry/evidence/add/").status_code == 404


@pytest.mark.parametrize("field", ["document", "source"])
def test_a_name_that_has_no_end_is_told_to_be_none(add, field):
    page = add(**{field: "x" * 200_000, "quote": "Words."})
    assert "Nothing here is called “xxx" in page.content.decode()
