"""Does the counting rule hold whatever people say? Properties of the rule, and of the ledger made by it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hanse.workspace.impact.ledger import influenced
from hanse.workspace.impact.ledger.rule import Word, left_out, of_change, of_finding
from hanse.workspace.impact.models import Change, Claimed, Confirmation

WHERE = st.sampled_from(["outside", "inside", "unknown"])
WORDS = st.lists(st.builds(Word, so=st.booleans(), where=WHERE, settled=st.booleans()), max_size=6)
VERDICTS = st.lists(st.tuples(st.sampled_from(["reflected", "weakened", "deleted"]), WHERE), max_size=4)


def counts(standing):
    return standing.state == "counted"


@given(st.integers(0, 5), WORDS, WHERE)
def test_a_denial_never_makes_a_change_count(claimants, words, where):
    denied = of_change(claimants, [*words, Word(False, where)])
    assert denied.state == "disputed"


@given(st.integers(1, 5), st.integers(1, 5), WORDS)
def test_how_many_claim_it_makes_no_difference(some, more, words):
    assert of_change(some, words) == of_change(some + more, words)


@given(st.integers(0, 5), WORDS)
def test_what_counts_has_a_claimant_and_somebody_outside_who_confirms(claimants, words):
    standing = of_change(claimants, words)
    if counts(standing):
        assert claimants
        assert any(each.so and each.where == "outside" for each in words)
        assert all(each.so or each.settled for each in words)
    else:
        assert standing.reason


@given(VERDICTS)
def test_reviewers_who_differ_never_make_a_finding_count(verdicts):
    standing = of_finding(verdicts)
    differ = len({outcome for outcome, _ in verdicts}) > 1
    assert (standing.state == "disputed") == differ
    assert (standing.state == "proposed") == (not verdicts)
    assert counts(standing) == (not differ and any(where == "outside" for _, where in verdicts))


@pytest.mark.parametrize(
    ("kind", "outcome", "provenance", "why"),
    [
        ("add", "reflected", "new", None),
        ("add", "reflected", "shared", None),
        ("add", "partly reflected", "new", None),
        ("add", "weakened", "new", None),
        ("add", "reflected", "agreed language", "agreed language"),
        ("add", "reflected", "already there", "already there"),
        ("add", "pending", "new", "not met"),
        ("add", "not reflected", "", "not met"),
        ("retain", "reflected", "already there", "retained"),
        ("delete", "deleted", "", None),
        ("delete", "weakened", "agreed language", None),
        ("delete", "not reflected", "", "never there"),
        ("oppose", "reflected", "new", "not met"),
        ("process", "reflected", "new", None),
        ("process", "not reflected", "", "not met"),
    ],
)
def test_which_findings_are_positions_follows_from_what_was_asked_and_what_became_of_it(kind, outcome, provenance, why):
    assert left_out(kind, outcome, provenance) == why


CHANGES = st.lists(
    st.tuples(
        st.sets(st.integers(0, 3), max_size=3),
        st.sets(st.integers(2, 5), max_size=2),
        st.sets(st.integers(2, 5), max_size=1),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.django_db
@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(world=CHANGES, picked=st.integers(0, 4))
def test_the_number_never_rises_by_a_denial_nor_falls_by_more_than_one_change(actor, otto, world, picked):
    with transaction.atomic():
        actors = [actor(f"Body {number}") for number in range(7)]
        made = _made(world, actors)
        _judge(otto, made, made[picked % len(made)], actors)
        transaction.set_rollback(True)


def _made(world, actors):
    made: list[Change] = []
    for claimants, confirming, denying, same in world:
        first = made[same] if same < len(made) else None
        held = Change.objects.create(title=f"Change {len(made)}", same_as=first)
        made.append(held)
        for number in sorted(claimants):
            Claimed.objects.create(change=held, actor=actors[number])
        for says, bodies in (("confirms", confirming), ("denies", denying)):
            for number in sorted(bodies):
                Confirmation.objects.create(change=held, by=actors[number], says=says, words="So.")
    return made


def _judge(otto, made, chosen, actors):
    day = timezone.localdate()
    before = influenced(otto, day)
    assert before.by_document == before.changes == len({each.unit for each in before})
    assert sorted(key for each in before.positions for key in each.records) == sorted(each.pk for each in made)
    assert influenced(AnonymousUser(), day).positions == ()

    extra = Claimed.objects.create(change=chosen, actor=actors[6])
    others = {each.key for each in before if chosen.pk not in each.records}
    assert {each.key for each in influenced(otto, day) if chosen.pk not in each.records} == others
    extra.remove()

    denial = Confirmation.objects.create(change=chosen, by=actors[5], says="denies", words="No.")
    assert influenced(otto, day).by_document <= before.by_document
    denial.remove()
    assert influenced(otto, day) == before

    chosen.refresh_from_db()
    chosen.remove()
    assert influenced(otto, day).by_document >= before.by_document - 1
