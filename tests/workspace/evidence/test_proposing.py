"""Evidence is proposed once, with the words that it quotes and the place they stand in."""

from __future__ import annotations

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.models import Evidence
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.registry.models import Source


def test_the_same_words_of_the_same_passage_are_proposed_once(evidence):
    one, again = evidence("p2", "contrasts"), evidence("p2", "supports", found_by="rule")
    assert one.pk == again.pk
    assert Evidence.objects.get().stance == "contrasts"


def test_two_quotations_of_a_passage_are_two_pieces(evidence):
    evidence("p2", quote="Over 40 towns attended")
    evidence("p2", quote="the signing of the Harbour Charter")
    assert Evidence.objects.count() == 2


def test_what_was_withdrawn_is_not_proposed_back(evidence):
    evidence().remove()
    assert evidence().removed
    assert Evidence.objects.standing().count() == 0


def test_a_quotation_is_kept_with_what_surrounds_it(evidence, minutes):
    piece = evidence("p2", "contrasts", quote="Over 40 towns")
    assert (piece.source_title, piece.sha256) == ("Minutes of the assembly", minutes.sha256)
    assert piece.prefix.endswith("The assembly met in June.\n") or "met in June" in piece.prefix
    assert piece.suffix.lstrip().startswith("attended the signing")


def test_a_passage_without_a_quotation_is_quoted_whole(evidence):
    assert evidence("p3").quote == "The secretariat notes that 120 towns signed the Harbour Charter."


def test_evidence_from_a_source_is_known_by_the_source(claim):
    book = Source.objects.create(title="A book", handling=Handling.PUBLIC)
    one = propose(claim, source=book, quote="120 towns.", locator="p. 12", stance="supports")
    assert propose(claim, source=book, quote="120  towns.", stance="contrasts").pk == one.pk
    assert one.source_title == "A book"


def test_a_machine_marks_what_it_proposes(evidence):
    piece = evidence(found_by="rule", confidence=0.7, cues=["signed"])
    assert (piece.get_found_by_display(), piece.confidence, piece.cues) == ("a rule", 0.7, ["signed"])
    assert not piece.judgements.exists()
