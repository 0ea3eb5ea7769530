"""Whole boards on small invented drafts: outcomes over versions, provenance, branches, order, and bytes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hanse.text.document import Document, Passage, Proposal
from hanse.tracing.board import Ask
from hanse.tracing.trace import Cancelled, trace
from hanse.tracing.uptake import uptake
from tests.strategies import sentences

ASK = "States shall reserve two seats on the harbour council for mayors of coastal towns."
OTHER = "The secretariat shall publish the minutes of each meeting in print."
FILLER = "Lighthouse keepers receive a yearly allowance for oil and rope."


def draft(id, *texts, date=None, **more):
    passages = tuple(
        text if isinstance(text, Passage) else Passage(id=f"p{k}", text=text, number=str(k))
        for k, text in enumerate(texts, 1)
    )
    return Document(id=id, content=passages, date=date, language="en", **more)


def outcomes(board):
    return [cell.outcome for cell in board.cells]


def test_there_is_exactly_one_cell_per_ask_and_draft_in_that_order():
    board = trace([ASK, OTHER], [draft("one", FILLER), draft("two", ASK)])
    assert [(cell.ask, cell.draft) for cell in board.cells] == [
        ("ask-1", "one"),
        ("ask-1", "two"),
        ("ask-2", "one"),
        ("ask-2", "two"),
    ]


def test_an_ask_that_vanishes_is_deleted_and_when_it_comes_back_reinstated():
    board = trace(
        [ASK],
        [
            draft("a", FILLER, date="2031-01-01"),
            draft("b", FILLER, ASK, date="2031-02-01"),
            draft("c", FILLER, date="2031-03-01"),
            draft("d", ASK, FILLER, date="2031-04-01"),
        ],
    )
    assert outcomes(board) == ["not reflected", "reflected", "deleted", "reflected"]
    assert [cell.reinstated for cell in board.cells] == [False, False, False, True]


def test_bracketed_words_are_pending_never_reflected():
    board = trace([ASK], [draft("a", f"[{ASK}]")])
    assert outcomes(board) == ["pending"]
    assert board.cells[0].met == "open"


def test_a_delegation_s_delete_hangs_on_the_paragraph_above_it():
    struck = Passage(id="p2", text="[Delta Group: delete]", status="bracketed")
    board = trace([ASK, OTHER], [draft("a", Passage(id="p1", text=ASK, number="1"), struck, OTHER)])
    assert outcomes(board) == ["pending", "reflected"]
    assert "Delta Group" in board.cells[0].why


def test_what_is_only_inserted_by_a_tracked_change_is_pending_and_what_is_only_struck_still_stands():
    inserted = Passage(
        id="p1",
        text="The council meets twice a year.",
        proposals=(Proposal("Delta Group", ASK, "insert", (31, 31), tracked=True),),
    )
    struck = Passage(
        id="p1", text=ASK, proposals=(Proposal("Delta Group", ASK, "delete", (0, len(ASK)), tracked=True),)
    )
    board = trace([ASK], [draft("a", inserted, date="2031-01-01"), draft("b", struck, date="2031-02-01")])
    assert outcomes(board) == ["pending", "reflected"]
    assert "Delta Group" in board.cells[0].why


def test_provenance_names_agreed_language_by_symbol_and_paragraph():
    adopted = draft("resolution", FILLER, ASK, date="2029-05-01", symbol="LB/RES/4", adopted=True)
    cell = trace([ASK], [draft("a", ASK, date="2031-01-01")], record=[adopted]).cells[0]
    assert cell.provenance == "agreed language"
    assert cell.origin.symbol == "LB/RES/4"
    assert cell.origin.passage.number == "2"
    assert cell.novel == 0.0
    assert "LB/RES/4" in cell.why


def test_another_actors_earlier_proposal_makes_it_shared_but_a_later_one_does_not():
    ask = Ask(id="x", text=ASK, actor="Port Alder", date="2030-06-01")
    drafts = [draft("a", ASK, date="2031-01-01")]
    earlier = draft("proposal", ASK, date="2030-05-01", actor="Delta Group")
    later = draft("proposal", ASK, date="2030-07-01", actor="Delta Group")
    own = draft("own", ASK, date="2030-05-01", actor="Port Alder")
    assert trace([ask], drafts, record=[earlier]).cells[0].provenance == "shared"
    assert trace([ask], drafts, record=[later]).cells[0].provenance == "new"
    assert trace([ask], drafts, record=[own]).cells[0].provenance == "new"


def test_what_stood_in_a_version_before_it_was_asked_was_already_there():
    ask = Ask(id="x", text=ASK, date="2031-01-15", kind="retain")
    board = trace([ask], [draft("a", ASK, date="2031-01-01"), draft("b", ASK, date="2031-02-01")])
    assert [cell.provenance for cell in board.cells] == ["already there", "already there"]
    assert [cell.met for cell in board.cells] == ["yes", "yes"]


def test_a_deletion_asked_for_and_made_is_met():
    ask = Ask(id="x", text=ASK, kind="delete")
    board = trace([ask], [draft("a", ASK, date="2031-01-01"), draft("b", FILLER, date="2031-02-01")])
    assert [(cell.outcome, cell.met) for cell in board.cells] == [("reflected", "no"), ("deleted", "yes")]


def test_branches_look_back_along_their_own_parents():
    board = trace(
        [ASK],
        [
            draft("root", FILLER, ASK, date="2031-01-01"),
            draft("left", FILLER, date="2031-02-01", parent="root"),
            draft("right", FILLER, ASK, date="2031-02-02", parent="root"),
        ],
    )
    assert outcomes(board) == ["reflected", "deleted", "reflected"]
    assert not board.cells[2].reinstated


def test_a_parent_dated_after_its_child_counts_as_not_said():
    board = trace(
        [ASK],
        [draft("early", ASK, date="2031-01-01", parent="late"), draft("late", FILLER, date="2031-02-01")],
    )
    assert outcomes(board) == ["reflected", "deleted"]


def test_a_gained_and_a_lost_mention_of_local_governments_are_watched():
    board = trace(
        [ASK],
        [
            draft("a", "States shall consult mayors on harbour plans.", FILLER, date="2031-01-01"),
            draft(
                "b", "States shall hold talks on harbour plans.", FILLER + " Cities keep the oil.", date="2031-02-01"
            ),
        ],
    )
    assert {
        (row.change, row.passage.text[slice(*row.mentions[0])].lower() if row.mentions else "") for row in board.watch
    } >= {("gained", "cities")}
    assert any(row.change == "lost" and "mayors" in row.before.text for row in board.watch)


def test_a_paragraph_that_was_cut_down_or_grew_is_shown_beside_what_it_was():
    whole = "The harbour council shall meet each spring. One seat on it shall be held by a mayor of the coast."
    cut = "The harbour council shall meet each spring."
    lost, gained = trace(
        [ASK],
        [
            draft("a", whole, FILLER, date="2031-01-01"),
            draft("b", FILLER, cut, date="2031-02-01"),
            draft("c", whole, FILLER, date="2031-03-01"),
        ],
    ).watch
    assert (lost.change, lost.passage.text, lost.before.text) == ("lost", cut, whole)
    assert (gained.change, gained.passage.text, gained.before.text) == ("gained", whole, cut)


def test_a_single_text_is_one_text_and_never_its_letters():
    ask = "Cities shall sit on the board of the fund."
    board = trace(Ask("a", ask), ask, ask)
    assert [(cell.outcome, cell.provenance) for cell in board.cells] == [("reflected", "shared")]
    assert uptake(ask, ask, record=ask).novel == 0.0


def test_the_order_of_drafts_and_record_given_does_not_matter():
    drafts = [draft("b", ASK, date="2031-02-01"), draft("a", FILLER, date="2031-01-01")]
    record = [draft("r1", OTHER, date="2030-01-01"), draft("r2", ASK, date="2030-02-01")]
    first = trace([ASK], drafts, record=record)
    second = trace([ASK], drafts[::-1], record=record[::-1])
    assert json.dumps(first.to_json()) == json.dumps(second.to_json())


@given(sentences(5, 30), st.lists(sentences(5, 30), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_same_input_same_bytes_and_spans_quote_the_passages(ask, texts):
    board = trace([ask], [draft("a", *texts)])
    again = trace([ask], [draft("a", *texts)])
    assert json.dumps(board.to_json()) == json.dumps(again.to_json())
    for cell in board.cells:
        assert len(cell.ask_spans) == len(cell.draft_spans)
        assert 0.0 <= cell.coverage <= 1.0
        assert 0.0 <= cell.novel <= 1.0
        if cell.passage is None:
            assert not cell.draft_spans
        for start, end in cell.draft_spans:
            assert 0 <= start < end <= len(cell.passage.text)


@given(sentences(5, 30), st.lists(sentences(5, 30), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_document_that_shares_no_three_words_changes_no_outcome_span_or_coverage(ask, texts):
    stranger = draft("stranger", "Quartz vendors juggled nineteen turquoise kettles yesterday.", date="2001-01-01")
    without = trace([ask], [draft("a", *texts)], record=[draft("r", OTHER)])
    with_it = trace([ask], [draft("a", *texts)], record=[draft("r", OTHER), stranger])
    for one, other in zip(without.cells, with_it.cells, strict=True):
        assert (one.outcome, one.ask_spans, one.draft_spans, one.coverage) == (
            other.outcome,
            other.ask_spans,
            other.draft_spans,
            other.coverage,
        )


def test_a_trace_can_be_cancelled_and_tells_its_progress():
    seen = []
    with pytest.raises(Cancelled):
        trace([ASK], [draft("a", ASK)], cancelled=lambda: True)
    trace([ASK], [draft("a", ASK)], progress=lambda share, words: seen.append(share))
    assert seen[0] == 0.0
    assert seen[-1] == 1.0


def test_what_another_city_asked_before_is_shared():
    first = Ask(id="1", text=ASK, actor="Port Alder", date="2030-01-01")
    second = Ask(id="2", text=ASK, actor="Brackwater", date="2030-02-01")
    board = trace([first, second], [draft("a", ASK, date="2031-01-01")])
    assert [cell.provenance for cell in board.cells] == ["new", "shared"]
    assert board.cells[1].rivals[0].actor == "Port Alder"


def test_cells_already_known_are_taken_as_they_are_and_a_new_column_equals_a_full_trace():
    drafts = [draft("a", ASK, date="2031-01-01"), draft("b", FILLER, date="2031-02-01")]
    first = trace([ASK, OTHER], drafts[:1])
    known = {(cell.ask, cell.draft): cell for cell in first.cells}
    assert trace([ASK, OTHER], drafts, known=known).to_json() == trace([ASK, OTHER], drafts).to_json()


def test_texts_of_one_id_stay_two_texts():
    past = [draft("text", FILLER, date="2029-01-01"), draft("text", ASK, date="2030-01-01", actor="Harbour Club")]
    asks = [Ask("a", ASK, date="2031-01-15"), Ask("a", OTHER)]
    board = trace(asks, [draft("text", ASK, date="2031-02-01"), draft("text", OTHER)], record=past)
    assert [ask.id for ask in board.asks] == ["a", "a-2"]
    assert [text.id for text in (*board.drafts, *board.record)] == ["text", "text-2", "text-3", "text-4"]
    assert [rival.document for rival in board.cell("a", "text").rivals] == ["text-4"]
    assert len({(cell.ask, cell.draft) for cell in board.cells}) == 4


def test_where_no_passage_answers_the_nearest_one_is_named_and_can_be_opened():
    ask = "States shall give local authorities a seat on the board of the housing fund."
    near = "The housing fund has a board of nine, drawn by lot from the regional groups."
    found = trace([ask], [draft("d", near, FILLER)]).cells[0]
    assert (found.outcome, found.passage) == ("not reflected", None)
    assert found.nearest is not None
    assert found.nearest.text == near
    assert found.to_json()["nearest"]["text"] == near
    assert trace(["Harbour pilots need whistles."], [draft("d", near)]).cells[0].nearest is None
