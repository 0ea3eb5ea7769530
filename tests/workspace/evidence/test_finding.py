"""Claims found in a document by rule are proposed; people accept them, make evidence of them, or dismiss them."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.finding import found, one
from hanse.workspace.evidence.judging import judge
from hanse.workspace.evidence.models import Decision, Evidence
from hanse.workspace.evidence.states import state
from hanse.workspace.registry.models import Actor, Claim, Instrument, Source


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def address(document, row) -> str:
    return f"/documents/{document.pk}/claims/{row.key}/"


def posted(row, **said) -> dict[str, str]:
    fields = {"wording": row.sentence, "value": row.value, "unit": row.unit, "instrument": "", "actor": "", **said}
    return {"what": "accept", **{f"{row.key[:8]}-{name}": value for name, value in fields.items()}}


def test_sentences_that_count_are_proposed_and_none_is_a_claim(minutes, visit, otto):
    page = visit(otto).get(f"/documents/{minutes.pk}/claims/").content.decode()
    assert "<mark>Over 40 towns</mark> <mark>attended</mark> the signing" in page
    assert "<mark>120 towns</mark> <mark>signed</mark> the Harbour Charter" in page
    assert Claim.objects.count() == 0


def test_the_documents_page_leads_to_its_claims(minutes, visit, rhea):
    assert f'href="/documents/{minutes.pk}/claims/"' in visit(rhea).get(f"/documents/{minutes.pk}/").content.decode()


def test_an_accepted_sentence_is_a_claim_of_the_document_and_open(minutes, visit, otto):
    row = found(minutes, otto)[0]
    visit(otto).post(address(minutes, row), posted(row, wording="More than 40 towns came to the signing."))
    claim = Claim.objects.get()
    assert claim.wording == "More than 40 towns came to the signing."
    assert (claim.value, claim.unit, claim.locator) == ("40", "towns (over)", "2")
    assert claim.quote == "Over 40 towns attended the signing of the Harbour Charter."
    assert (claim.source.document, claim.source.title, claim.handling) == (minutes, minutes.title, Handling.PUBLIC)
    assert state(claim, otto).label == "open"
    page = text(visit(otto).get(f"/documents/{minutes.pk}/claims/"))
    assert "accepted as a claim" in page


def test_two_claims_of_one_document_have_one_source(minutes, visit, otto):
    for row in found(minutes, otto):
        visit(otto).post(address(minutes, row), posted(row))
    assert (Claim.objects.count(), Source.objects.count()) == (2, 1)


def test_the_subject_is_the_instrument_or_actor_that_the_sentence_names(minutes, written, otto):
    charter = Instrument.objects.create(title="Harbour Charter", kind="charter", handling=Handling.PUBLIC)
    assert found(minutes, otto)[0].subject == charter
    league = Actor.objects.create(name="League of Harbours", kind="network", handling=Handling.PUBLIC)
    report = written("Report", "1. The League of Harbours facilitated over 170 dialogues.")
    assert found(report, otto)[0].subject == league


def test_a_claim_of_the_same_thing_with_another_number_stands_beside_it(claim, minutes, visit, otto):
    over_40 = found(minutes, otto)[0]
    assert over_40.rivals == (claim,)
    assert found(minutes, otto)[1].rivals == ()
    assert "Others tell another number: 120 towns" in text(visit(otto).get(f"/documents/{minutes.pk}/claims/"))


def test_a_rival_sentence_becomes_contrasting_evidence_until_it_is_judged(claim, minutes, visit, otto, rosa):
    row = found(minutes, otto)[0]
    visit(otto).post(address(minutes, row), {"what": f"evidence-{claim.pk}"})
    piece = Evidence.objects.get()
    assert (piece.claim, piece.stance, piece.found_by, piece.value) == (claim, "contrasts", "rule", "40")
    assert state(claim, rosa).label == "open"
    judge(piece, rosa, "contrasts")
    assert state(claim, rosa).label == "contrasted"


def test_a_dismissed_sentence_is_kept_as_such_and_can_be_taken_up_again(minutes, visit, otto):
    row, client = found(minutes, otto)[0], visit(otto)
    client.post(address(minutes, row), {"what": "dismiss"})
    assert "dismissed" in text(client.get(f"/documents/{minutes.pk}/claims/"))
    client.post(f"{address(minutes, row)}undo/")
    assert not Decision.objects.exists()


def test_undoing_an_accepted_claim_takes_it_out_of_sight_unless_it_has_evidence(minutes, visit, otto, evidence):
    rows, client = found(minutes, otto), visit(otto)
    client.post(address(minutes, rows[0]), posted(rows[0]))
    client.post(address(minutes, rows[1]), posted(rows[1]))
    kept = Claim.objects.get(value="120", source__document=minutes)
    evidence("p1", claim=kept)
    for row in rows:
        page = client.post(f"{address(minutes, row)}undo/", follow=True)
    assert "the claim has evidence by now" in text(page)
    assert list(Claim.objects.standing().filter(source__document=minutes)) == [kept]


def test_undoing_a_proposal_takes_back_what_nobody_has_judged(claim, minutes, visit, otto, rosa):
    row, client = found(minutes, otto)[1], visit(otto)
    for judged, left in ((False, 0), (True, 1)):
        client.post(address(minutes, row), {"what": f"evidence-{claim.pk}"})
        piece = Evidence.objects.get(claim=claim)
        piece.restore()
        if judged:
            judge(piece, rosa, "supports")
        client.post(f"{address(minutes, row)}undo/")
        assert Evidence.objects.standing().count() == left
    assert state(claim, rosa).label == "supported"


def test_one_sentence_is_found_without_asking_of_the_others(minutes, otto):
    rows = found(minutes, otto)
    with CaptureQueriesContext(connection) as every:
        found(minutes, otto)
    with CaptureQueriesContext(connection) as single:
        assert one(minutes, rows[1].key, otto) == rows[1]
    assert len(single) < len(every)


def test_nobody_decides_twice(minutes, visit, otto, olga):
    row = found(minutes, otto)[0]
    visit(otto).post(address(minutes, row), posted(row))
    page = visit(olga).post(address(minutes, row), {"what": "dismiss"}, follow=True)
    assert "decided on this sentence already" in text(page)
    assert Decision.objects.get().by == otto


def test_a_sentence_that_is_gone_is_told(minutes, visit, otto):
    page = visit(otto).post(f"/documents/{minutes.pk}/claims/{'0' * 64}/", {"what": "dismiss"}, follow=True)
    assert "does not stand in the document any more" in text(page)


@pytest.mark.parametrize("who", ["rosa", "rhea", None])
def test_whoever_keeps_no_registry_reads_and_decides_nothing(minutes, visit, otto, who, request):
    client = visit(request.getfixturevalue(who) if who else None)
    assert "Accept as a claim" not in text(client.get(f"/documents/{minutes.pk}/claims/"))
    client.post(address(minutes, found(minutes, otto)[0]), {"what": "dismiss"})
    assert not Decision.objects.exists()


def test_a_claim_found_in_a_restricted_document_is_restricted_and_follows_it(written, visit, otto, rhea):
    cable = written("Cable", "1. Over 40 towns attended the signing.", handling=Handling.INTERNAL)
    row = found(cable, otto)[0]
    visit(otto).post(address(cable, row), posted(row))
    claim = Claim.objects.get()
    assert visit(rhea).get(f"/claims/{claim.pk}/").status_code == 200
    cable.handling = Handling.RESTRICTED
    cable.save()
    assert visit(rhea).get(f"/documents/{cable.pk}/claims/").status_code == 404
    assert visit(rhea).get(f"/claims/{claim.pk}/").status_code == 404
    assert "Cable" not in text(visit(rhea).get("/sources/"))


def test_a_document_without_countable_sentences_says_what_is_looked_for(written, visit, otto):
    page = text(visit(otto).get(f"/documents/{written('Poem', '1. The sea is wide.').pk}/claims/"))
    assert "No sentence of it counts what was done" in page
