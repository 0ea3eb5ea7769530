"""Evidence outlives the text that it quotes, and is seen by whoever could see that text."""

from __future__ import annotations

from hanse.text import document as text
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.documents.correcting import correct
from hanse.workspace.evidence.judging import judge
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.evidence.states import state
from hanse.workspace.registry.models import Claim, Source


def test_a_removed_document_leaves_its_evidence_and_what_was_judged(claim, evidence, minutes, rosa, rhea):
    judge(evidence(), rosa, "supports")
    minutes.remove()
    assert state(claim, rhea).label == "supported"
    kept = Evidence.objects.visible_to(rhea).get()
    assert (kept.source_title, kept.sha256) == ("Minutes of the assembly", "a" * 64)


def test_a_deleted_document_leaves_its_evidence_and_what_was_judged(claim, evidence, minutes, rosa, rhea):
    judge(evidence(), rosa, "supports")
    minutes.delete()
    kept = Evidence.objects.visible_to(rhea).get()
    assert kept.gone
    assert kept.document is None
    assert (kept.source_title, kept.sha256) == ("Minutes of the assembly", "a" * 64)
    assert state(claim, rhea).label == "supported"


def test_evidence_of_a_restricted_text_stays_out_of_sight_when_that_is_gone(claim, evidence, written, rosa, rhea):
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    judge(evidence("p1", document=secret), rosa, "contrasts")
    for gone in (secret.remove, secret.delete):
        gone()
        assert Evidence.objects.visible_to(rosa).count() == 1
        assert Evidence.objects.visible_to(rhea).count() == 0
        assert state(claim, rhea).total == 0


def test_evidence_of_a_source_is_handled_as_its_text_is(claim, written, rosa, rhea):
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    source = Source.objects.create(title="A cable", document=secret, handling=Handling.PUBLIC)
    propose(claim, source=source, quote="Only 12 towns signed.", stance="contrasts")
    assert Evidence.objects.visible_to(rhea).count() == 0
    secret.delete()
    assert Evidence.objects.visible_to(rhea).count() == 0
    source.delete()
    assert Evidence.objects.visible_to(rhea).count() == 0
    assert Evidence.objects.visible_to(rosa).get().source_title == "A cable"


def test_a_deleted_source_leaves_its_evidence(claim, rhea):
    source = Source.objects.create(title="A book", handling=Handling.PUBLIC)
    propose(claim, source=source, quote="120 towns.", stance="supports")
    source.remove()
    assert Evidence.objects.visible_to(rhea).count() == 1
    source.delete()
    assert Evidence.objects.visible_to(rhea).get().source_title == "A book"


def test_a_quotation_follows_its_words_into_a_corrected_file(evidence, minutes):
    piece = evidence("p2", quote="Over 40 towns attended")
    lines = ["A new first line of another kind altogether.", "The assembly met in June."]
    lines += ["Over 40 towns attended the signing of the Harbour Charter.", "It closed."]
    blocks = tuple(text.Passage(id=f"q{n}", text=line) for n, line in enumerate(lines, 1))
    correct(minutes, text.Document(id="x", content=blocks, sha256="b" * 64), also=lambda: None)
    piece.refresh_from_db()
    assert (piece.passage, piece.sha256) == ("q3", "a" * 64)


def test_a_quotation_that_was_taken_out_of_the_file_is_kept_without_a_place(evidence, minutes):
    piece = evidence("p2", quote="Over 40 towns attended")
    blocks = (text.Passage(id="q1", text="Nothing of the kind is said any more."),)
    correct(minutes, text.Document(id="x", content=blocks), also=lambda: None)
    piece.refresh_from_db()
    assert (piece.passage, piece.quote) == ("", "Over 40 towns attended")


def test_evidence_of_a_source_follows_when_its_text_becomes_restricted(claim, written, rhea):
    report = written("Report", "1. 120 towns signed.")
    source = Source.objects.create(title="The report", document=report, handling=Handling.PUBLIC)
    propose(claim, source=source, quote="120 towns signed.", stance="supports")
    assert Evidence.objects.visible_to(rhea).count() == 1
    report.handling = Handling.RESTRICTED
    report.save()
    assert Evidence.objects.visible_to(rhea).count() == 0


def test_what_rested_on_the_claims_own_text_is_no_second_voice_when_that_is_deleted(claim, evidence, minutes, rosa):
    claim.source.document = minutes
    claim.source.save()
    judge(evidence(), rosa, "supports")
    assert state(claim, rosa).label == "open"
    minutes.delete()
    found = state(Claim.objects.get(pk=claim.pk), rosa)
    assert (found.label, found.circular) == ("open", 1)


def test_the_same_bytes_under_another_name_stay_no_second_voice(claim, evidence, written, minutes, rosa):
    claim.source.document = written("A copy", "1. 120 towns.", handling=Handling.RESTRICTED, sha256=minutes.sha256)
    claim.source.save()
    piece = evidence()
    judge(piece, rosa, "supports")
    claim.source.document.delete()
    assert state(Claim.objects.get(pk=claim.pk), rosa).circular == 1
    piece.refresh_from_db()
    assert piece.handling == Handling.PUBLIC
