"""The page of a claim shows both sides, apart from what is only proposed, and nothing that a reader may not know."""

from __future__ import annotations

import re

import pytest
from django.contrib.contenttypes.models import ContentType

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.judging import judge
from hanse.workspace.evidence.models import Evidence, Judgement
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.registry.models import Actor, Attestation, Claim, Source


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_claim_without_evidence_is_open_and_says_how_evidence_is_added(claim, visit, otto):
    page = text(visit(otto).get(f"/claims/{claim.pk}/"))
    assert "Open supports: 0 · contrasts: 0" in page
    assert "copy the address of a paragraph" in page
    assert "As many as 120 towns signed" in page


def test_the_public_is_told_who_adds_evidence(claim, visit):
    page = text(visit().get(f"/claims/{claim.pk}/"))
    assert "Officers of this workspace add passages" in page
    assert "Judge" not in page


def test_both_sides_are_shown_with_the_quotation_marked_in_its_passage(claim, evidence, visit, rosa):
    judge(evidence("p3"), rosa, "supports", "It says the same number.")
    evidence("p2", "contrasts", quote="Over 40 towns attended")
    page = visit(rosa).get(f"/claims/{claim.pk}/").content.decode()
    assert "<mark>Over 40 towns attended</mark> the signing of the Harbour Charter." in page
    left, right = page.index('id="supports"'), page.index('id="contrasts"')
    assert left < page.index("The secretariat notes") < right < page.index("Over 40 towns attended</mark>")
    assert "It says the same number." in page
    assert "proposed, not judged" in page


def test_passages_open_in_their_document(claim, evidence, minutes, visit, rosa):
    evidence("p3")
    link = re.search(r'href="(/documents/[^"]+quote=[^"]+)"', visit(rosa).get(f"/claims/{claim.pk}/").content.decode())[
        1
    ]
    page = visit(rosa).get(link.replace("&amp;", "&").partition("#")[0]).content.decode()
    assert link.startswith(f"/documents/{minutes.pk}/?quote=")
    assert re.search(r"<mark[^>]*>The secretariat notes that 120 towns signed the Harbour Charter\.</mark>", page)


def test_judges_are_named_to_whoever_is_signed_in_alone(claim, evidence, visit, rosa, rhea):
    judge(evidence("p3"), rosa, "supports", "So it is.")
    assert "Rosa" in text(visit(rhea).get(f"/claims/{claim.pk}/"))
    public = text(visit().get(f"/claims/{claim.pk}/"))
    assert "Rosa" not in public
    assert "a reviewer" in public
    assert "So it is." in public


def test_restricted_evidence_leaves_no_trace_on_the_page(claim, evidence, written, visit, rosa, rhea):
    secret = written("Cable from the harbour", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    judge(evidence("p1", "contrasts", document=secret, value="12", unit="towns"), rosa, "contrasts", "It is plain.")
    assert "Only 12 towns signed" in text(visit(rosa).get(f"/claims/{claim.pk}/"))
    for other in (rhea, None):
        page = text(visit(other).get(f"/claims/{claim.pk}/"))
        assert "Open supports: 0 · contrasts: 0" in page
        for trace in ("12", "Cable", "plain", "withdrew", "judgements"):
            assert trace not in page.replace("120", ""), trace


def test_the_list_is_narrowed_by_state(claim, evidence, visit, rosa):
    other = Claim.objects.create(wording="Nobody came.", source=claim.source, quote="…", handling=Handling.PUBLIC)
    judge(evidence("p3"), rosa, "supports")
    supported = text(visit(rosa).get("/claims/?state=supported"))
    assert claim.wording in supported
    assert other.wording not in supported
    still_open = text(visit(rosa).get("/claims/?state=open"))
    assert other.wording in still_open
    assert claim.wording not in still_open


def test_a_state_that_there_is_not_is_told(claim, visit, rosa):
    assert "There is no state “proven” among the claims here" in text(visit(rosa).get("/claims/?state=proven"))


def test_values_of_the_same_subject_stand_side_by_side(claim, evidence, visit, rosa):
    charter = Actor.objects.create(name="Harbour Charter", kind="network", handling=Handling.PUBLIC)
    claim.subject = charter
    claim.save()
    book = Source.objects.create(title="Chronicle", handling=Handling.PUBLIC)
    Claim.objects.create(
        wording="130 towns signed.",
        value="130",
        unit="towns",
        subject=charter,
        source=book,
        quote="130",
        handling="public",
    )
    Attestation.objects.create(
        record_type=ContentType.objects.get_for_model(Actor),
        record_id=charter.pk,
        field="signatories",
        value="118",
        unit="towns (at least)",
        source=book,
        handling=Handling.PUBLIC,
    )
    evidence("p2", "contrasts", value="40", unit="towns (over)")
    page = visit(rosa).get(f"/claims/{claim.pk}/").content.decode()
    shown = re.findall(r'<p class="value">(\d+)', page)
    assert shown[0] == "120"
    assert sorted(shown[1:]) == ["118", "130", "40"]
    assert page.count("another value") == 3
    assert page.count("Quotation: not documented") == 1


def test_an_unlike_measure_of_the_same_subject_is_no_rival(claim, visit, rosa):
    charter = Actor.objects.create(name="Harbour Charter", kind="network", handling=Handling.PUBLIC)
    claim.subject = charter
    claim.save()
    Claim.objects.create(
        wording="It has 9 articles.", value="9", unit="articles", subject=charter, source=claim.source, quote="nine"
    )
    assert "Values side by side" not in text(visit(rosa).get(f"/claims/{claim.pk}/"))


def test_a_removed_text_leaves_a_tombstone_with_its_digest(claim, evidence, minutes, visit, rosa):
    evidence("p3")
    minutes.remove()
    page = text(visit(rosa).get(f"/claims/{claim.pk}/"))
    assert "The source was removed on" in page
    assert "a" * 64 in page
    assert "The secretariat notes that 120 towns signed" in page
    minutes.delete()
    assert "The source was removed on" in text(visit(rosa).get(f"/claims/{claim.pk}/"))


def test_support_from_the_claims_own_source_is_marked(claim, visit, rosa):
    judge(propose(claim, source=claim.source, quote="120 towns, we repeat.", stance="supports"), rosa, "supports")
    page = text(visit(rosa).get(f"/claims/{claim.pk}/"))
    assert "Open supports: 0 · contrasts: 0 · 1 is of the claim's own source" in page.replace("&#x27;", "'")
    assert "not counted as independent" in page


def test_judging_withdrawing_and_standing_by_it_again(claim, evidence, visit, rosa):
    piece, client = evidence("p3"), visit(rosa)
    client.post(f"/evidence/{piece.pk}/judge/", {"stance": "supports", "reason": "Plain."})
    word = Judgement.objects.get()
    assert (word.stance, word.reason, word.judge) == ("supports", "Plain.", rosa)
    page = client.post(f"/evidence/judgements/{word.pk}/withdraw/", follow=True)
    assert "Your judgement was withdrawn. Undo" in text(page)
    client.post(f"/evidence/judgements/{word.pk}/withdraw/", {"undo": "1"})
    assert Judgement.objects.standing().exists()


def test_nobody_withdraws_the_judgement_of_another(claim, evidence, visit, rosa, otto):
    word = judge(evidence("p3"), rosa, "supports")
    assert visit(otto).post(f"/evidence/judgements/{word.pk}/withdraw/").status_code == 404
    assert visit(otto).get(f"/claims/{claim.pk}/?withdrawn={word.pk}").status_code == 200


@pytest.mark.parametrize("who", ["cem", "rhea", None])
def test_whoever_may_not_judge_finds_no_way(claim, evidence, visit, who, request):
    user = request.getfixturevalue(who) if who else None
    piece, client = evidence("p3"), visit(user)
    assert client.post(f"/evidence/{piece.pk}/judge/", {"stance": "supports"}).status_code in (302, 404)
    assert client.post(f"/evidence/{piece.pk}/withdraw/").status_code in (302, 404)
    assert not Judgement.objects.exists()
    assert Evidence.objects.standing().count() == 1


def test_a_judgement_without_a_stance_is_not_kept_and_says_why(claim, evidence, visit, rosa):
    page = text(visit(rosa).post(f"/evidence/{evidence('p3').pk}/judge/", {"reason": "…"}, follow=True))
    assert "Not judged:" in page


def test_evidence_is_withdrawn_and_brought_back(claim, evidence, visit, otto):
    piece, client = evidence("p3"), visit(otto)
    page = client.post(f"/evidence/{piece.pk}/withdraw/", follow=True)
    assert "The evidence was withdrawn. Undo" in text(page)
    assert not Evidence.objects.standing().exists()
    client.post(f"/evidence/{piece.pk}/return/")
    assert Evidence.objects.standing().exists()


def test_script_in_a_field_is_shown_as_text(claim, evidence, visit, rosa):
    bad = "<script>alert(1)</script>"
    claim.wording, claim.unit = f"120 towns {bad}", bad
    claim.save()
    book = Source.objects.create(title=bad, handling=Handling.PUBLIC)
    judge(propose(claim, source=book, quote=bad, stance="supports", value=bad), rosa, "supports", bad)
    for address in (f"/claims/{claim.pk}/", f"/claims/{claim.pk}/badge.svg", f"/claims/{claim.pk}/embed/", "/claims/"):
        assert "<script>alert" not in visit(rosa).get(address).content.decode()


def test_the_page_of_evidence_is_its_place_on_the_page_of_the_claim(claim, evidence, visit, rosa):
    piece = evidence("p3")
    assert visit(rosa).get(f"/evidence/{piece.pk}/").url == f"/claims/{claim.pk}/#{piece.pk}"


def test_restricted_evidence_is_in_no_list_export_or_answer_of_the_api(claim, evidence, written, visit, otto, rhea):
    evidence("p3")
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    evidence("p1", "contrasts", document=secret)
    for address in ("/evidence/", "/api/v1/evidence", f"/api/v1/claims/{claim.pk}", "/claims/", "/registry/"):
        for user, expected in ((otto, True), (rhea, False), (None, False)):
            answer = visit(user).get(address)
            assert answer.status_code == 200, address
            assert expected or "Cable" not in text(answer), address
    assert visit(rhea).get("/evidence/").content.decode().count("Minutes of the assembly") == 1


def test_a_machines_proposal_says_by_which_words_and_how_surely(claim, evidence, visit, rosa):
    evidence("p3", found_by="citation", confidence=0.62, cues=["notes that"])
    page = text(visit(rosa).get(f"/claims/{claim.pk}/"))
    assert "found by a citation · by the words notes that · confidence 62" in page


def test_the_list_says_to_those_who_may_where_claims_are_added(claim, visit, otto):
    said = "A claim is added on the page of the record that it is about"
    assert said in text(visit(otto).get("/claims/"))
    assert said not in text(visit().get("/claims/"))
