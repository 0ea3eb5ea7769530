"""What odd input gets: a defined outcome, said in words, and nothing dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hanse
from benchmarks.prose import Writer
from hanse import Ask, Board, Document, Passage
from tests.effort import calls

REVIEW = "States shall ensure that local authorities take part in the review of this Compact."
OTHERS = ("We commit to safe, orderly and regular migration.", "Cities.")


def text(id: str, *passages: str, **known: object) -> Document:
    content = tuple(replace(Passage.of(each), id=f"p{k}") for k, each in enumerate(passages))
    return Document(id=id, title=id, content=content, **known)  # type: ignore[arg-type]


def trace(ask: str | Ask, *drafts: Document, record: tuple[Document, ...] = ()) -> Board:
    return hanse.trace([ask], drafts or (text("d1", REVIEW, *OTHERS),), record)


@pytest.mark.parametrize("nothing", ["", "   ", "…", "***"])
def test_an_ask_without_words_has_its_cell_and_is_warned_of(nothing: str) -> None:
    board = trace(nothing)
    assert [cell.outcome for cell in board.cells] == ["not reflected"]
    assert board.cells[0].coverage == 0.0
    assert board.warnings == ("ask-1: has no words, so that nothing can be found for it.",)


def test_signs_are_no_words_even_where_a_text_has_the_same() -> None:
    assert [cell.outcome for cell in trace("!!!", text("d1", "!!!", *OTHERS)).cells] == ["not reflected"]
    found = hanse.uptake("!!!", "!!!")
    assert (found.outcome, found.how, found.coverage, found.score, found.why) == (
        "not reflected", None, 0.0, 0.0, "The ask has no words.",
    )  # fmt: skip
    assert hanse.uptake(REVIEW, "!!!").why == "The text has no words."
    assert hanse.uptake("!!!", "—", record=[REVIEW]).score == 1.0


def test_an_ask_of_one_word_is_found_where_the_word_stands_and_chance_finds_it_easily() -> None:
    found = trace("cities").cells[0]
    assert (found.outcome, found.how) == ("reflected", "verbatim")
    assert found.expected > 100_000 * trace(REVIEW).cells[0].expected
    assert hanse.trace(["cities"], [text("d1", *OTHERS * 500)]).cells[0].expected > 0.1
    assert trace("harbours").cells[0].outcome == "not reflected"


@pytest.mark.parametrize("script", ["მიგრანტები უნდა იყვნენ დაცულნი ქალაქებში", "ስደተኞች በከተሞች ውስጥ መብት አላቸው"])
def test_an_ask_in_a_script_without_rules_is_found_word_for_word_and_has_no_other_finding(script: str) -> None:
    assert trace(script).cells[0].outcome == "not reflected"
    found = trace(script, text("d1", *OTHERS, script)).cells[0]
    assert (found.outcome, found.how, found.passage and found.passage.text) == ("reflected", "verbatim", script)


def test_a_draft_of_200_000_words_is_traced_with_work_in_proportion_to_its_length() -> None:
    work = []
    for words in (50_000, 200_000):
        passages, found = long_draft(words), []
        work.append(calls(lambda: found.append(trace(passages[321], text("d1", *passages)).cells[0])))  # noqa: B023
        assert (found[0].outcome, found[0].how) == ("reflected", "verbatim")
    assert work[1] < 5 * work[0]


def long_draft(words: int) -> list[str]:
    writer, passages = Writer(1), []
    while words > 0:
        more = writer.passages(200)
        passages += more
        words -= sum(len(each.split()) for each in more)
    return passages


def test_a_draft_that_stands_in_the_record_too_is_no_rival_of_itself() -> None:
    draft = text("d1", REVIEW, *OTHERS, date="2018-03-05")
    found = trace(REVIEW, draft, record=(draft,))
    assert (found.cells[0].provenance, found.cells[0].rivals, found.cells[0].novel) == ("new", (), 1.0)
    assert found.warnings == ("d1: is in the record and is the draft d1 itself; it counts as the draft.",)


@pytest.mark.parametrize(
    ("known", "provenance"),
    [
        ({"date": "2017-01-01"}, "shared"),
        ({"date": "2018-03-05", "actor": "Lantern Bay"}, "shared"),
        ({"adopted": True, "symbol": "A/RES/71/1"}, "agreed language"),
    ],
)
def test_the_same_words_from_elsewhere_are_an_earlier_text(known: dict[str, object], provenance: str) -> None:
    draft = text("d1", REVIEW, *OTHERS, date="2018-03-05")
    found = trace(Ask(id="a1", text=REVIEW), draft, record=(text("r1", REVIEW, *OTHERS, **known),))
    assert found.cells[0].provenance == provenance
    assert found.warnings == ()


def test_drafts_of_one_day_keep_the_order_in_which_they_were_given() -> None:
    first, second = text("b", REVIEW, date="2018-03-05"), text("a", *OTHERS, date="2018-03-05")
    found = trace(REVIEW, first, second)
    assert [draft.id for draft in found.drafts] == ["b", "a"]
    assert [cell.outcome for cell in found.cells] == ["reflected", "deleted"]


def test_a_draft_of_the_day_of_the_ask_did_not_have_it_before() -> None:
    draft = text("d1", REVIEW, date="2018-03-05")
    assert trace(Ask(id="a1", text=REVIEW, date="2018-03-05"), draft).cells[0].provenance == "new"
    assert trace(Ask(id="a1", text=REVIEW, date="2018-03-06"), draft).cells[0].provenance == "already there"


def test_what_another_asked_the_same_day_is_shared() -> None:
    rival = text("r1", REVIEW, date="2018-01-01", actor="Lantern Bay")
    draft = text("d1", REVIEW, *OTHERS, date="2018-03-05")
    found = trace(Ask(id="a1", text=REVIEW, date="2018-01-01", actor="Orchard"), draft, record=(rival,))
    assert found.cells[0].provenance == "shared"


def test_an_undated_text_of_the_record_counts_as_earlier_than_every_draft_and_every_ask() -> None:
    undated = text("r1", REVIEW, actor="Lantern Bay")
    draft = text("d1", REVIEW, *OTHERS, date="2018-03-05")
    found = trace(Ask(id="a1", text=REVIEW, date="2000-01-01"), draft, record=(undated,)).cells[0]
    assert (found.provenance, found.novel) == ("shared", 0.0)
    assert found.origin is not None
    assert (found.origin.document, found.origin.date) == ("r1", None)


def test_no_asks_or_no_drafts_make_an_empty_board() -> None:
    assert hanse.trace([], [text("d1", REVIEW)]).cells == ()
    assert hanse.trace([REVIEW], []).cells == ()


def test_a_draft_without_passages_has_a_finding_for_every_ask() -> None:
    found = hanse.trace([REVIEW], [text("d1"), text("d2", REVIEW)], [text("r1")])
    assert [cell.outcome for cell in found.cells] == ["not reflected", "reflected"]


def test_asks_of_one_id_are_both_kept() -> None:
    found = hanse.trace([Ask(id="a", text=REVIEW), Ask(id="a", text=OTHERS[0])], [text("d1", REVIEW, *OTHERS)])
    assert len({ask.id for ask in found.asks}) == len(found.cells) == 2
