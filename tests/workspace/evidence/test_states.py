"""The state of a claim follows from judged evidence, and from nothing else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given
from hypothesis import strategies as st

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.judging import judge, withdraw
from hanse.workspace.evidence.models import Stance
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.evidence.states import Judged, rule, state, states
from hanse.workspace.registry.models import Claim, Source

STANCES = st.sampled_from(Stance.values)
PIECES = st.lists(
    st.builds(Judged, proposed=STANCES, judges=st.lists(STANCES, max_size=3).map(tuple), circular=st.booleans()),
    max_size=8,
)


def settles(piece: Judged, stance: str) -> bool:
    return bool(piece.judges) and set(piece.judges) == {stance}


@given(PIECES)
def test_the_state_is_what_independent_settled_evidence_says(pieces):
    supported = any(settles(each, "supports") and not each.circular for each in pieces)
    contrasted = any(settles(each, "contrasts") for each in pieces)
    expected = {(0, 0): "open", (1, 0): "supported", (0, 1): "contrasted", (1, 1): "disputed"}
    assert rule(pieces).label == expected[supported, contrasted]


@given(PIECES)
def test_every_piece_is_counted_once(pieces):
    assert rule(pieces).total == len(pieces)


@given(PIECES, STANCES, st.booleans())
def test_a_proposal_never_moves_the_state(pieces, stance, circular):
    before = rule(pieces)
    after = rule([*pieces, Judged(stance, (), circular)])
    assert (after.label, after.judged) == (before.label, before.judged)
    assert after.proposed.total == before.proposed.total + 1


@given(PIECES, st.randoms(use_true_random=False))
def test_the_order_of_evidence_and_of_judges_does_not_matter(pieces, chance):
    mixed = [
        Judged(each.proposed, tuple(chance.sample(each.judges, len(each.judges))), each.circular) for each in pieces
    ]
    chance.shuffle(mixed)
    assert rule(mixed) == rule(pieces)


@given(PIECES, STANCES, STANCES)
def test_judges_who_disagree_settle_nothing(pieces, one, other):
    after = rule([*pieces, Judged(one, (one, other))])
    if one != other:
        assert after.label == rule(pieces).label
        assert after.disagreed == rule(pieces).disagreed + 1


def test_a_claim_without_evidence_is_open(claim, otto):
    found = state(claim, otto)
    assert (found.label, found.total) == ("open", 0)


def test_what_is_proposed_leaves_a_claim_open_and_is_counted_apart(claim, evidence, otto):
    evidence("p3", "supports")
    evidence("p2", "contrasts")
    found = state(claim, otto)
    assert found.label == "open"
    assert (found.proposed.supports, found.proposed.contrasts, found.judged.total) == (1, 1, 0)


def test_judged_evidence_supports_contrasts_or_both(claim, evidence, rosa, otto):
    judge(evidence("p3", "unsure"), rosa, "supports", "It says the same.")
    assert state(claim, otto).label == "supported"
    judge(evidence("p2", "supports"), rosa, "contrasts")
    assert state(claim, otto).label == "disputed"


def test_judges_who_disagree_leave_the_claim_as_it_was_until_one_withdraws(claim, evidence, rosa, otto):
    judge(evidence("p3"), rosa, "supports")
    other = judge(evidence("p3"), otto, "mentions")
    found = state(claim, otto)
    assert (found.label, found.disagreed, found.judged.total) == ("open", 1, 0)
    withdraw(other)
    assert state(claim, otto).label == "supported"


def test_the_claims_own_text_is_no_second_voice(claim, minutes, evidence, rosa):
    claim.source.document = minutes
    claim.source.save()
    judge(evidence("p3"), rosa, "supports")
    found = state(claim, rosa)
    assert (found.label, found.circular, found.judged.supports) == ("open", 1, 0)


def test_a_text_that_contradicts_itself_is_heard(claim, minutes, evidence, rosa):
    claim.source.document = minutes
    claim.source.save()
    judge(evidence("p2"), rosa, "contrasts")
    assert state(claim, rosa).label == "contrasted"


@pytest.mark.parametrize(
    "url", ["https://example.org/yearbook", "http://www.example.org/yearbook/", "https://example.org/yearbook#p3"]
)
def test_another_record_of_the_same_page_is_no_second_voice(claim, rosa, url):
    again = Source.objects.create(title="The yearbook", url=url, handling=Handling.PUBLIC)
    judge(propose(claim, source=again, quote="120 towns signed.", stance="supports"), rosa, "supports")
    assert state(claim, rosa).label == "open"


def test_restricted_evidence_leaves_no_trace_in_the_state(claim, evidence, written, rosa, rhea, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    judge(evidence("p1", "contrasts", document=secret), rosa, "contrasts")
    judge(evidence("p3", "supports"), rosa, "supports")
    assert state(claim, rosa).label == "disputed"
    for other in (rhea, AnonymousUser()):
        found = state(claim, other)
        assert (found.label, found.total, found.judged.contrasts) == ("supported", 1, 0)


def test_many_claims_are_asked_for_at_once(claim, evidence, rosa, django_assert_max_num_queries):
    more = [Claim.objects.create(wording=f"Claim {n}", source=claim.source, quote="…") for n in range(20)]
    judge(evidence("p3", claim=more[3]), rosa, "supports")
    with django_assert_max_num_queries(3):
        found = states([claim, *more], rosa)
    assert [found[each.pk].label for each in more].count("supported") == 1
    assert len(found) == 21
