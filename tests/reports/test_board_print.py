"""The printed board says all that the page says of the latest draft, on as many pages as it takes."""

from __future__ import annotations

import time
from dataclasses import replace

import pypdfium2
import pytest

from hanse import saying
from hanse.errors import RestrictedDocument
from hanse.reports.board_print import OPENING, pdf
from hanse.reports.phrases import OUTCOME
from hanse.tracing.board import OUTCOMES, Board

from .printing import pages_of, plain, tagged, tags_of, text_of
from .strait import ARABIC, LONG, crowded, restricted
from .test_statement import HOSTILE, unsigned


@pytest.mark.parametrize("language", saying.LANGUAGES)
def test_it_can_be_read_aloud_in_six_languages(board: Board, language: str) -> None:
    made = pdf(board, language=language)
    assert tagged(made)
    assert f"/Lang({language})".encode() in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    kinds = [tag.kind for tag in tags_of(made)]
    assert kinds.count("H1") >= 5  # sections; asks below them
    assert kinds.count("H2") >= len(board.asks)
    assert kinds.count("TH") >= len(board.drafts) + 1
    assert "Figure" not in kinds  # signs stand beside the word that they mean
    said = unsigned(text_of(made))
    with saying.speaking(language):
        assert all(unsigned(OUTCOME[outcome]) in said for outcome in OUTCOMES)


def test_every_ask_is_printed_with_its_latest_finding_and_both_passages(board: Board) -> None:
    said = unsigned(text_of(pdf(board)))
    for ask in board.asks:
        cell = board.cell(ask.id, board.drafts[-1].id)
        assert unsigned(ask.text) in said
        assert unsigned(ask.actor) in said
        assert unsigned(cell.why) in said
        if cell.passage:
            assert unsigned(cell.passage.text) in said
        for start, end in cell.caveats:
            assert cell.passage
            assert said.count(unsigned(cell.passage.text[start:end])) >= 2
        for source in cell.rivals:
            assert unsigned(source.passage.text) in said
    assert unsigned(LONG) in said
    assert unsigned(ARABIC) in said


def test_what_people_made_of_a_finding_stands_beside_it(board: Board) -> None:
    judged = {("A1", "rev2"): "Confirmed by Ada on 3 June 2031."}
    said = plain(text_of(pdf(board, judged=judged)))
    assert plain("Confirmed by Ada on 3 June 2031.") in said
    assert plain("1 of 42 findings judged by a person, the others machine proposed.") in said
    assert plain("Machine proposed, not yet judged by a person.") in plain(text_of(pdf(board)))


def test_heads_come_again_on_every_page_of_the_grid(large: Board) -> None:
    made = pypdfium2.PdfDocument(pdf(crowded(60, 8)))
    pages = [page.get_textpage().get_text_bounded() for page in made]
    grid = [page for page in pages if "met in part" in page and "The findings in" not in page]
    assert len(grid) >= 6
    assert all(plain("Revised draft 7") in plain(page) for page in grid)


def test_drafts_that_a_page_is_too_narrow_for_follow_and_are_all_there() -> None:
    said = plain(text_of(pdf(crowded(3, 20))))
    assert plain("Drafts 1 to 7 of 20") in said
    assert plain("Drafts 15 to 20 of 20") in said
    assert all(plain(f"Revised draft {number}") in said for number in range(20))


def test_nothing_stands_beyond_the_edge_of_a_page(board: Board) -> None:
    word = "W" * 300
    ask = replace(board.asks[0], text=word, actor=word, theme=word)
    drafts = tuple(replace(draft, title=f"{word}{number}") for number, draft in enumerate(board.drafts))
    cells = tuple(replace(cell, ask_spans=(), draft_spans=()) for cell in board.cells)
    wide = replace(board, asks=(ask, *board.asks[1:]), drafts=drafts, cells=cells, title=word)
    for page in pypdfium2.PdfDocument(pdf(wide)):
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert max(right for _, _, right, _ in boxes) < page.get_width() - 30


def test_a_very_long_passage_runs_over_pages_whole(board: Board) -> None:
    long = " ".join(f"Sentence {number} of a passage without end." for number in range(900))
    cell = board.cell("A1", "rev2")
    assert cell.passage
    cells = tuple(
        replace(each, passage=replace(cell.passage, text=long), draft_spans=(), ask_spans=()) if each == cell else each
        for each in board.cells
    )
    made = pdf(replace(board, cells=cells))
    assert pages_of(made) > pages_of(pdf(board)) + 3
    said = plain(text_of(made))
    assert all(plain(f"Sentence {number} of a passage") in said for number in range(900))


def test_the_grid_shows_the_opening_of_a_long_ask_and_the_finding_all_of_it(board: Board) -> None:
    ask = replace(board.asks[5], text="word " * 100 + "end.")
    cells = tuple(replace(cell, ask_spans=(), draft_spans=()) for cell in board.cells)
    said = text_of(pdf(replace(board, asks=(*board.asks[:5], ask, *board.asks[6:]), cells=cells)))
    assert plain(ask.text) in plain(said)
    assert plain("word " * (OPENING // 5 - 1) + "…") in plain(said)


def test_words_that_look_like_markup_are_printed_as_they_stand(board: Board) -> None:
    asks = (replace(board.asks[0], text=HOSTILE, actor=HOSTILE), *board.asks[1:])
    cells = tuple(replace(cell, ask_spans=(), draft_spans=(), why=HOSTILE) for cell in board.cells)
    said = plain(text_of(pdf(replace(board, asks=asks, cells=cells, title=HOSTILE))))
    assert said.count(plain(HOSTILE)) > 10


def test_a_character_that_no_font_has_is_printed_as_its_code_and_the_page_says_so(board: Board) -> None:
    asks = (replace(board.asks[0], text="Cities 🚀 shall \ue000 be \ud800 heard."), *board.asks[1:])
    cells = tuple(replace(cell, ask_spans=(), draft_spans=()) for cell in board.cells)
    said = plain(text_of(pdf(replace(board, asks=asks, cells=cells))))
    assert plain("Cities [U+1F680] shall [U+E000] be [U+D800] heard.") in said
    note = plain("A character that no font has is printed as its code")
    assert note in said
    assert note not in plain(text_of(pdf(board)))


@pytest.mark.parametrize("where", ["asks", "drafts", "record", "statements"])
def test_a_restricted_item_is_refused_unless_said_explicitly(board: Board, where: str) -> None:
    with pytest.raises(RestrictedDocument, match="restricted"):
        pdf(restricted(board, where))
    said = text_of(pdf(restricted(board, where), include_restricted=True))
    assert "must not be passed on" in said


def test_the_same_board_gives_the_same_bytes_dated_as_its_latest_draft(board: Board) -> None:
    made = pdf(board)
    assert made == pdf(board)
    assert pypdfium2.PdfDocument(made).get_metadata_dict()["CreationDate"] == "D:20310602000000Z"


def test_a_board_without_drafts_or_title_is_printed_too(board: Board) -> None:
    said = text_of(pdf(replace(board, drafts=(), cells=(), watch=(), title=" ")))
    assert "Untitled campaign" in said
    assert "Every city shall be heard" in said


def test_a_large_board_takes_seconds_at_most() -> None:
    large = crowded(60, 8)
    pdf(crowded(1, 1))  # loads the fonts
    began = time.process_time()
    pdf(large)
    assert time.process_time() - began < 5  # 0.35 on an idle machine
