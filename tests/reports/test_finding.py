"""One finding as an article, wherever it is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hanse.reports import phrases
from hanse.reports.finding import anchors, day, finding, slug
from hanse.tracing.board import Board


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2031-06-02", "2 June 2031"),
        ("2031-06", "June 2031"),
        ("2031", "2031"),
        (None, "undated"),
        ("2031-13-01", "2031-13-01"),
        ("2031~", "about 2031"),
        ("2031-06-02?", "2 June 2031 (uncertain)"),
        ("2031-06%", "about June 2031 (uncertain)"),
        ("2031-13~", "about 2031-13"),
    ],
)
def test_dates_are_written_as_people_write_them(date: str | None, said: str) -> None:
    assert day(date) == said


def test_anchors_are_safe_and_never_given_twice() -> None:
    assert anchors(["a b", "a-b", "é", ""]) == {"a b": "a-b", "a-b": "a-b~2", "é": "x", "": "x~2"}
    assert slug("not reflected") == "not-reflected"


def test_a_finding_has_both_passages_their_force_and_what_it_rests_on(board: Board) -> None:
    shown = finding(board, board.cell("A2", "rev2"))
    for words in (
        *("<mark", 'class="caveat"', "5 of 5: obliges", "2 of 5: invites", "71% of what the ask says"),
        *("Of that, 40% stands in no earlier text", "about 0.003 matches", "has 82% of the ask", "Norvania", "shared"),
    ):
        assert words.casefold() in shown.casefold()


def test_tracked_changes_stand_in_their_places(board: Board) -> None:
    shown = finding(board, board.cell("A2", "rev2"))
    assert '<ins>in the form of voluntary contributions</ins><small class="label">Norvania</small>' in shown
    assert '<s class="struck">' in shown


def test_what_is_gone_is_quoted_from_where_it_last_stood(board: Board) -> None:
    shown = finding(board, board.cell("A13", "rev2"))
    assert "No passage of this draft answers the ask." in shown
    assert "Zero draft, OP5" in shown
    assert '<blockquote class="former"' in shown


def test_where_nothing_answers_the_nearest_passage_is_quoted(board: Board) -> None:
    cell = next(each for each in board.cells if each.outcome == "not reflected")
    near = board.drafts[0].passages[1]
    assert "The nearest is" not in finding(board, cell)
    shown = finding(board, replace(cell, nearest=near))
    assert f"The nearest is {phrases.paragraph(near)}:" in shown
    assert near.text[:20] in shown


def test_a_judgement_is_shown_where_there_is_one(board: Board) -> None:
    cell = board.cell("A2", "rev2")
    assert "data-judged" not in finding(board, cell)
    assert "Confirmed &lt;today&gt;" in finding(board, cell, judgement="Confirmed <today>")
