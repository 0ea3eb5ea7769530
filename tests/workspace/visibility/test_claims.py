"""A document answers what is claimed of its words, says what the count omits, and only proposes evidence."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import hanse
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.evidence.states import state
from hanse.workspace.registry.models import Claim, Instrument, Source
from hanse.workspace.visibility.models import WordsClaimed

pytestmark = pytest.mark.django_db


@pytest.fixture
def pact(written):
    return written(
        "Harbour Pact of 2031",
        "1. Local authorities receive migrants in urban areas.",
        "2. Urban planning takes note of refugees. The cities of the coast may join.",
        handling="public",
    )


@pytest.fixture
def claimed():
    source = Source.objects.create(title="A paper", handling="public")
    claim = Claim.objects.create(wording="No mayor in the Pact.", source=source, quote="no mayor", handling="public")
    return WordsClaimed.objects.create(claim=claim, about="Harbour Pact", words=["mayor|mayors"], least=0, most=0)


FORM = {
    "wording": "“Urban” stands once.",
    "about": "Harbour Pact",
    "symbol": "",
    "words": "urban",
    "least": "1",
    "most": "1",
    "quote": "urban, once",
    "locator": "",
    "handling": "internal",
}


def test_a_claim_about_this_text_is_answered_with_what_the_count_omits(visit, otto, pact, claimed):
    page = visit(otto).get(f"/documents/{pact.pk}/wording/claims/")
    answer = page.context["answers"][0]
    assert answer.audit == hanse.audit(pact.as_text(), [claimed.spec])[0]
    assert (answer.match, answer.verdict) == ("same", "Supported")
    shown = page.content.decode()
    assert "Local government is named in other words" in shown
    assert "without titles and headings" in shown


def test_an_officer_writes_a_claim_and_the_text_contrasts_it(visit, otto, pact, claimed):
    answer = visit(otto).post("/wording/claims/new/", {**FORM, "source": claimed.claim.source_id})
    made = WordsClaimed.objects.exclude(pk=claimed.pk).get()
    assert answer.url == made.claim.get_absolute_url()
    page = visit(otto).get(f"/documents/{pact.pk}/wording/claims/").content.decode()
    assert "Contrasted" in page
    assert '<mark class="hit">urban</mark>' in page


def test_evidence_is_proposed_once_and_the_claim_stays_open(visit, otto, pact, claimed):
    WordsClaimed.objects.filter(pk=claimed.pk).update(words=["urban"], most=1)
    address = f"/documents/{pact.pk}/wording/claims/{claimed.pk}/propose/"
    for _ in range(2):
        assert visit(otto).post(address).status_code == 302
    found = Evidence.objects.filter(claim=claimed.claim).order_by("locator")
    assert [(each.stance, each.found_by, each.locator, each.value) for each in found] == [
        ("contrasts", "audit", "1", "2"),
        ("contrasts", "audit", "2", "2"),
    ]
    assert state(claimed.claim, otto).label == "open"
    assert visit(otto).get(claimed.claim.get_absolute_url()).status_code == 200


def test_words_that_stand_nowhere_make_the_whole_text_the_evidence(visit, otto, pact, claimed):
    visit(otto).post(f"/documents/{pact.pk}/wording/claims/{claimed.pk}/propose/")
    found = Evidence.objects.get(claim=claimed.claim)
    assert (found.stance, found.value, found.passage) == ("supports", "0", "")
    assert visit(otto).get(claimed.claim.get_absolute_url()).status_code == 200


def test_a_claim_about_another_text_is_said_to_be_and_cannot_be_proposed(visit, otto, written, claimed):
    other = written("River Treaty", "1. Mayors meet.", handling="public")
    page = visit(otto).get(f"/documents/{other.pk}/wording/claims/")
    assert page.context["answers"] == []
    asked = visit(otto).get(f"/documents/{other.pk}/wording/claims/?claim={claimed.pk}").content.decode()
    assert "This claim is about another text" in asked
    visit(otto).post(f"/documents/{other.pk}/wording/claims/{claimed.pk}/propose/")
    assert not Evidence.objects.exists()
    visit(otto).post(f"/documents/{other.pk}/wording/claims/{claimed.pk}/meant/")
    visit(otto).post(f"/documents/{other.pk}/wording/claims/{claimed.pk}/propose/")
    assert Evidence.objects.get().stance == "contrasts"


def test_a_draft_and_a_symbol_tell_which_text_is_meant(visit, otto, written, claimed):
    draft = written("Zero draft of the Harbour Pact", "1. Mayors meet.")
    assert "is a draft of the text" in visit(otto).get(f"/documents/{draft.pk}/wording/claims/").content.decode()
    WordsClaimed.objects.update(symbol="A/RES/99/1")
    by_symbol = written("Annex, as adopted", "1. Mayors meet.", symbol="A/RES/99/1")
    page = visit(otto).get(f"/documents/{by_symbol.pk}/wording/claims/")
    assert [each.match for each in page.context["answers"]] == ["same"]


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"words": "  "}, "words", ""),
        ({"words": "(urban"}, "words", "is no word"),
        ({"least": "3", "most": "1"}, "most", "is less than at least"),
        ({"least": "0", "most": ""}, "most", "give an upper bound"),
        ({"least": "-1"}, "least", ""),
        ({"source": "nobody"}, "source", "Nothing here is called “nobody”"),
        ({"source": "x" * 200_000}, "source", "Nothing here is called “xxx"),
    ],
)
def test_a_claim_that_cannot_be_counted_is_refused_in_a_sentence(visit, otto, claimed, changed, field, said):
    page = visit(otto).post("/wording/claims/new/", {**FORM, "source": claimed.claim.source_id, **changed})
    assert said in page.context["form"].errors[field][0]
    assert WordsClaimed.objects.count() == 1


def test_a_document_is_asked_about_many_claims_in_as_many_queries_as_about_few(visit, otto, pact, claimed):
    counts = []
    for number in range(3):
        with CaptureQueriesContext(connection) as asked:
            assert visit(otto).get(f"/documents/{pact.pk}/wording/claims/").status_code == 200
        counts.append(len(asked))
        subject = Instrument.objects.create(title=f"Compact {number}", handling="public")
        said = {"source": claimed.claim.source, "quote": "no mayor", "handling": "public", "subject": subject}
        claim = Claim.objects.create(wording=f"No mayor in compact {number}.", **said)
        WordsClaimed.objects.create(claim=claim, about=f"Compact {number}", words=["mayor"], least=0, most=0)
    assert counts[1] == counts[2]


def test_the_form_grows_by_no_source_and_takes_one_by_its_name(visit, otto, claimed):
    Source.objects.bulk_create(Source(title=f"Yearbook {number}", handling="public") for number in range(30))
    assert "Yearbook 7" not in visit(otto).get("/wording/claims/new/").content.decode()
    visit(otto).post("/wording/claims/new/", {**FORM, "source": "A paper"})
    assert WordsClaimed.objects.exclude(pk=claimed.pk).get().claim.source == claimed.claim.source


def test_who_may_not_see_a_claim_sees_nothing_of_it(visit, rhea, pact, claimed):
    Claim.objects.update(handling="restricted")
    assert "mayor in the Pact" not in visit(rhea).get("/wording/claims/").content.decode()
    assert "mayor in the Pact" not in visit(rhea).get(f"/documents/{pact.pk}/wording/claims/").content.decode()
    assert visit(rhea).get("/wording/claims/new/").status_code == 404
    assert visit(rhea).post(f"/documents/{pact.pk}/wording/claims/{claimed.pk}/propose/").status_code == 404


@pytest.mark.parametrize(
    ("title", "kind", "source", "told"),
    [
        ("Compact of Harbour Towns", "", "compact.pdf", "same"),
        ("Compact of Harbour Towns", "", "2029-02-05 zero draft.pdf", "draft"),
        ("Compact of Harbour Towns", "draft", "compact.pdf", "draft"),
        ("Charter", "", "compact.pdf", "other"),
    ],
)
def test_a_draft_with_the_title_of_the_text_is_not_the_text(title, kind, source, told):
    from types import SimpleNamespace

    from hanse.workspace.visibility.matching import about

    claim = SimpleNamespace(claim=SimpleNamespace(subject=None), about="Compact of Harbour Towns", symbol="")
    assert about(claim, Document(title=title, kind=kind, source=source), said=False) == told


@pytest.mark.parametrize(
    ("title", "told"), [("Zero draft (fictional)", "same"), ("Zero draft (fictional), revision 1", "draft")]
)
def test_a_claim_about_a_draft_is_about_the_document_of_exactly_that_title(title, told):
    from types import SimpleNamespace

    from hanse.workspace.visibility.matching import about

    claim = SimpleNamespace(claim=SimpleNamespace(subject=None), about="Zero draft (fictional)", symbol="")
    assert about(claim, Document(title=title, kind="draft", source="2031-03-02 Zero draft.md"), said=False) == told
