"""A change has a direction."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.wording.direction import direction

CHANGES = [
    ("stronger", "States may fund cities.", "States shall fund cities."),
    ("stronger", "States should, where possible, fund cities.", "States should fund cities."),
    ("stronger", "Promote access to housing.", "Guarantee access to housing."),
    ("weaker", "States shall fund cities.", "States should fund cities."),
    ("weaker", "States shall fund cities.", "States shall, as appropriate, fund cities."),
    ("weaker", "States shall ensure access to housing.", "States shall promote access to housing."),
    ("neutral", "States shall fund cities.", "States shall fund municipalities."),
    ("neutral", "States shall fund cities.", "States shall fund cities."),
]


@pytest.mark.parametrize(("label", "old", "new"), CHANGES)
def test_the_label_follows_force_caveats_and_graded_verbs(label: str, old: str, new: str) -> None:
    assert direction(old, new).label == label


def test_the_changed_words_are_shown_on_both_sides() -> None:
    old, new = "States shall fund cities.", "States should fund cities."
    struck, inserted = direction(old, new).words
    assert [old[slice(*span)] for span in struck] == ["shall"]
    assert [new[slice(*span)] for span in inserted] == ["should"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_the_score_stays_between_minus_one_and_one(old: str, new: str) -> None:
    found = direction(old, new)
    assert -1 <= found.score <= 1
    assert all(-1 <= value <= 1 for value in found.features.values())
