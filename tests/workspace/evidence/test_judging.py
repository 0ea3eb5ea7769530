"""One judgement per person and piece of evidence; it can be changed and withdrawn, and its history is kept."""

from __future__ import annotations

import pytest

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.judging import judge, stand_by, withdraw
from hanse.workspace.evidence.models import Judgement


def test_a_second_word_of_the_same_person_takes_the_place_of_the_first(evidence, rosa):
    piece = evidence()
    judge(piece, rosa, "supports", "It says so.")
    judge(piece, rosa, "mentions", "It only repeats it.")
    kept = Judgement.objects.get()
    assert (kept.stance, kept.reason) == ("mentions", "It only repeats it.")
    assert [each.stance for each in kept.history.order_by("history_id")] == ["supports", "mentions"]


def test_two_people_may_say_two_things(evidence, rosa, otto):
    piece = evidence()
    judge(piece, rosa, "supports")
    judge(piece, otto, "contrasts")
    assert {each.stance for each in piece.judgements.all()} == {"supports", "contrasts"}


def test_a_judgement_is_withdrawn_and_stood_by_again(evidence, rosa):
    piece = evidence()
    word = judge(piece, rosa, "supports")
    withdraw(word)
    assert not piece.judgements.standing().exists()
    stand_by(word)
    assert piece.judgements.standing().get().stance == "supports"


def test_who_judges_anew_stands_by_it(evidence, rosa):
    piece = evidence()
    withdraw(judge(piece, rosa, "supports"))
    judge(piece, rosa, "contrasts")
    assert piece.judgements.standing().get().stance == "contrasts"


def test_a_stance_that_there_is_not_is_refused_in_a_sentence(evidence, rosa):
    with pytest.raises(RefusedChange, match=r"no such stance.*choose of supports"):
        judge(evidence(), rosa, "proves")


def test_a_reason_without_end_is_refused(evidence, rosa):
    with pytest.raises(RefusedChange, match="2000"):
        judge(evidence(), rosa, "supports", "so " * 2000)


@pytest.mark.parametrize("who", ["cem", "rhea"])
def test_only_reviewers_and_the_office_judge(evidence, who, request):
    with pytest.raises(RefusedChange, match="reviewers"):
        judge(evidence(), request.getfixturevalue(who), "supports")


def test_withdrawn_evidence_is_not_judged(evidence, rosa):
    piece = evidence()
    piece.remove()
    with pytest.raises(RefusedChange, match="withdrawn"):
        judge(piece, rosa, "supports")


def test_judgements_are_seen_with_their_evidence(evidence, written, rosa, rhea):
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    judge(evidence("p1", document=secret), rosa, "contrasts", "It says 12.")
    assert Judgement.objects.visible_to(rosa).count() == 1
    assert Judgement.objects.visible_to(rhea).count() == 0
