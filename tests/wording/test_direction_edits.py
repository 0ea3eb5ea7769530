"""What was struck and what was inserted are found word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.wording.direction_edits import edits

TOKENS = st.lists(st.sampled_from(["a", "the", "b", "c", "d"]), max_size=12)


@settings(max_examples=200, deadline=None)
@given(TOKENS, TOKENS)
def test_what_is_outside_the_edits_is_the_same_on_both_sides(old: list[str], new: list[str]) -> None:
    found = edits(" ".join(old), " ".join(new))
    struck = {place for (first, end), _ in found.pairs for place in range(first, end)}
    inserted = {place for _, (first, end) in found.pairs for place in range(first, end)}
    left = [word for place, word in enumerate(old) if place not in struck]
    assert left == [word for place, word in enumerate(new) if place not in inserted]
    assert all(gone[0] < gone[1] or come[0] < come[1] for gone, come in found.pairs)


def test_what_was_struck_is_paired_with_what_stands_in_its_place() -> None:
    found = edits("States may fund old cities", "States shall fund cities promptly")
    pairs = [
        ([word.text for word in found.old[slice(*gone)]], [word.text for word in found.new[slice(*come)]])
        for gone, come in found.pairs
    ]
    assert pairs == [(["may"], ["shall"]), (["old"], []), ([], ["promptly"])]


def test_a_sentence_or_an_item_of_a_list_opens_with_its_first_word() -> None:
    words = edits("", "Cities act; towns wait.\n(a) Villages rest").new
    assert [word.text for word in words if word.opens] == ["cities", "towns", "a"]


def test_accents_and_case_are_no_edit() -> None:
    assert edits("L'État décide", "l’etat DÉCIDE").pairs == ()
