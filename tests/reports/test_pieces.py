"""What stays, comes and goes adds up to both texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hanse.reports.pieces import Piece, accepted, count, difference, keys, merged, set_apart, spaced, struck


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_difference_holds_the_old_text_whole_and_the_new_one_in_words(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.change != "insert") == old
    assert "".join(keys(accepted(pieces))) == "".join(keys(new))


def test_a_short_word_between_two_changes_changes_with_them() -> None:
    pieces = merged(spaced(difference("ships may go to towns", "ships shall come to ports")))
    assert pieces == (Piece("ships"), Piece(" may go to towns", "delete"), Piece(" shall come to ports", "insert"))


def test_the_space_before_a_change_is_moved_behind_it() -> None:
    pieces = (Piece("a child"), Piece(" before", "delete"), Piece(" from", "insert"), Piece(" the day"))
    assert set_apart(pieces) == (
        *(Piece("a child "), Piece("before ", "delete"), Piece("from ", "insert"), Piece("the day")),
    )
    assert set_apart((Piece("a"), Piece(" b", "delete"), Piece("."))) == (Piece("a"), Piece(" b", "delete"), Piece("."))
    twice = (Piece(" a"), Piece(" a", "delete"), Piece(" a", "insert"), Piece(" a", "delete"))
    assert set_apart(twice) == twice


@given(
    st.lists(st.tuples(st.sampled_from([" a", "b", " ", ". c"]), st.sampled_from(["", "insert", "delete"])), max_size=7)
)
def test_moving_spaces_leaves_both_texts_as_they_are(drawn: list[tuple[str, str]]) -> None:
    pieces = merged(Piece(*each) for each in drawn)  # type: ignore[arg-type]
    moved = set_apart(pieces)
    assert accepted(moved) == accepted(pieces)
    assert "".join(each.text for each in moved if each.change != "insert") == "".join(
        each.text for each in pieces if each.change != "insert"
    )


def test_struck_spans_may_overlap() -> None:
    assert struck("abcdef", ((3, 5), (1, 4))) == (Piece("a"), Piece("bcde", "delete"), Piece("f"))


def test_words_are_counted_without_marks() -> None:
    assert count("Twenty-one mayors, and – one city.") == 5
    assert count("城市参与") == 4
