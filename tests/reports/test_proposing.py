"""What is proposed is the passage's own text, changed just so far that it says what was asked."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.reports.pieces import Piece
from hanse.reports.proposing import proposed
from hanse.text.document import Passage, Proposal
from hanse.tracing.board import Ask, AskKind, Board, Cell

from .strait import ARABIC

WORDS = st.lists(
    st.sampled_from(("cities", "open", "harbours", "schools", "receive,", "support.", "with", "funds", "yearly", "[x]"))
)


def aligned(
    asked: str, text: str, kind: AskKind = "add", caveats: tuple[str, ...] = (), **more: object
) -> tuple[Ask, Cell]:
    """An ask and its cell, with equal characters of four or more aligned as words would be."""
    blocks = SequenceMatcher(None, asked, text, False).get_matching_blocks()
    kept = [block for block in blocks if asked[block.a : block.a + block.size].strip() and block.size >= 4]
    cell = Cell(
        "A", "d", "weakened", "in part", "why", passage=Passage("p", text, **more),  # type: ignore[arg-type]
        ask_spans=tuple((block.a, block.a + block.size) for block in kept),
        draft_spans=tuple((block.b, block.b + block.size) for block in kept),
        caveats=tuple((text.index(each), text.index(each) + len(each)) for each in caveats),
    )  # fmt: skip
    return Ask("A", asked, kind=kind), cell


def accepted(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.change != "delete")


def base(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces if piece.change != "insert")


def printed(pieces: tuple[Piece, ...]) -> str:
    shapes = {"": "{}", "insert": "+{}+", "delete": "-{}-"}
    return "".join(shapes[piece.change].format(piece.text) for piece in pieces)


def test_a_softened_sentence_gets_its_force_back_and_loses_its_caveat() -> None:
    ask, cell = aligned(
        "Governments shall establish a common fund for reception centres.",
        "Recalling this, governments are encouraged to consider a common fund for reception centres, if appropriate.",
        caveats=("if appropriate",),
    )
    assert accepted(proposed(ask, cell)) == (
        "Recalling this, governments shall establish a common fund for reception centres."
    )


def test_only_the_directive_changes_where_the_subject_is_long() -> None:
    ask, cell = aligned(
        "Capitals shall establish a common fund for reception centres.",
        "The signatory governments on both shores of the strait may consider a common fund for reception centres.",
    )
    assert accepted(proposed(ask, cell)) == (
        "The signatory governments on both shores of the strait shall establish a common fund for reception centres."
    )


def test_a_pending_clause_loses_its_brackets_and_its_rival() -> None:
    ask, cell = aligned("Mayors shall vote on the board.", "[EU: Mayors shall vote on the board] [Mayors may watch].")
    assert printed(proposed(ask, cell)) == "-[EU: -Mayors shall vote on the board-] [Mayors may watch]-."


def test_words_proposed_by_somebody_are_put_where_they_are_proposed() -> None:
    text = "Schools admit children. They report yearly."
    tracked = (Proposal("Norvania", "on the day of arrival", "insert", (22, 22), tracked=True),)
    ask = Ask("A", "on the day of their arrival")
    cell = Cell("A", "d", "pending", "open", "why", passage=Passage("p", text, proposals=tracked))
    assert accepted(proposed(ask, cell)) == "Schools admit children on the day of their arrival. They report yearly."


@pytest.mark.parametrize("kind", ["delete", "oppose"])
def test_contested_words_are_struck_and_nothing_else(kind: AskKind) -> None:
    ask, cell = aligned(
        "report residents to the police", "Cities shall teach, report residents to the police, and pay.", kind
    )
    assert printed(proposed(ask, cell)) == "Cities shall teach, -report residents to the police-, and pay."


def test_the_clause_that_only_affirms_the_asked_words_is_struck() -> None:
    asked = "every child has the right to attend school"
    ask, cell = aligned(asked, f"The Parties note that {asked}.")
    assert printed(proposed(ask, cell)) == "-The Parties note that every-+Every+ child has the right to attend school."


def test_a_bracket_goes_with_the_contested_words_that_fill_it() -> None:
    ask, cell = aligned(
        "Cities shall pay for all of it.", "[EU: Cities shall pay for all of it.] [G77: delete]", "delete"
    )
    assert printed(proposed(ask, cell)) == f"-{cell.passage.text}-"


def test_what_somebody_would_insert_against_the_asker_leaves_the_base_text_as_it_is() -> None:
    offered = (Proposal("Norvania", "Shelter may be refused.", "insert", (8, 8), tracked=True),)
    cell = Cell("A", "d", "pending", "open", "why", passage=Passage("p", "Shelter.", proposals=offered))
    assert proposed(Ask("A", "Shelter may be refused.", kind="oppose"), cell) == (Piece("Shelter."),)


def test_a_short_addition_at_the_very_start_carries_the_next_word_along() -> None:
    ask, cell = aligned("All big harbours stay open", "harbours stay open")
    assert printed(proposed(ask, cell)) == "-harbours-+All big harbours+ stay open"


def test_an_ask_without_a_place_comes_whole_and_new() -> None:
    ask = Ask("A", "Interpreters shall be present.")
    assert proposed(ask, Cell("A", "d", "deleted", "no", "gone")) == (Piece(ask.text, "insert"),)


def test_a_process_ask_changes_no_text() -> None:
    assert proposed(Ask("A", "Hold a hearing.", kind="process"), Cell("A", "d", "not reflected", "open", "")) == ()


def test_arabic_words_keep_their_marks() -> None:
    ask, cell = aligned(ARABIC, f"{ARABIC}، حسب الاقتضاء.", caveats=("حسب الاقتضاء",))
    assert accepted(proposed(ask, cell)) == f"{ARABIC}."


def test_chinese_words_get_no_spaces() -> None:
    ask = Ask("A", "城市应参与所有谈判。")
    text = "城市可参与部分谈判。"
    cell = Cell("A", "d", "weakened", "in part", "why", passage=Passage("p", text),
                ask_spans=((0, 2), (3, 5), (7, 9)), draft_spans=((0, 2), (3, 5), (7, 9)))  # fmt: skip
    assert printed(proposed(ask, cell)) == "城市-可-+应+参与-部分-+所有+谈判。"


def test_a_caveat_that_runs_out_of_the_amended_stretch_goes_whole() -> None:
    text = "Towns may be fined in accordance with national law."
    cell = Cell("A", "d", "reversed", "no", "why", passage=Passage("p", text), ask_spans=((3, 7), (14, 22), (23, 29)),
                draft_spans=((0, 5), (10, 18), (22, 32)), caveats=((19, 50),))  # fmt: skip
    pieces = proposed(Ask("A", "No town shall be fined giving shelter."), cell)
    assert accepted(pieces) == "No town shall be fined giving shelter."
    assert base(pieces) == text


@given(WORDS, WORDS, st.sampled_from(["add", "replace", "retain", "delete"]))
def test_what_is_not_inserted_is_always_the_passage_itself(asked: list[str], text: list[str], kind: AskKind) -> None:
    ask, cell = aligned(" ".join(asked) or "words", " ".join(text) or "text", kind)
    assert base(proposed(ask, cell)) == cell.passage.text  # type: ignore[union-attr]


@given(WORDS, WORDS)
def test_accepting_it_gives_the_asked_words_in_order(asked: list[str], text: list[str]) -> None:
    ask, cell = aligned(" ".join(asked) or "words", " ".join(text) or "text")
    wanted = " ".join("".join(c if c.isalnum() else " " for c in ask.text).split()).casefold()
    got = " ".join("".join(c if c.isalnum() else " " for c in accepted(proposed(ask, cell))).split()).casefold()
    assert wanted in got


def test_every_row_of_a_board_can_be_composed(board: Board) -> None:
    asks = {ask.id: ask for ask in board.asks}
    for cell in board.cells:
        pieces = proposed(asks[cell.ask], cell)
        if cell.passage:
            assert base(pieces) == cell.passage.text
