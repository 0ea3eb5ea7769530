"""Board, lineage, language sheet and workbook speak six languages; what programs read does not."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

import hanse
from hanse import saying
from hanse.errors import BadCampaign
from hanse.figures.ticks import written
from hanse.reports import board as page
from hanse.reports import lineage, reasons, sheet, tables
from hanse.reports.finding import day
from hanse.reports.phrases import OUTCOME, OUTCOME_MEANS
from hanse.text.document import Document, Passage
from hanse.tracing.board import OUTCOMES, Board
from hanse.tracing.campaign import open_campaign, trace_campaign

OTHERS = [code for code in saying.LANGUAGES if code != "en"]
SCRIPTS = {"ar": "[\u0600-\u06ff]", "zh": "[\u4e00-\u9fff]", "ru": "[\u0400-\u04ff]"}
EXAMPLE = Path(__file__).parents[2] / "examples" / "lantern-bay"


@pytest.fixture(scope="module")
def traced() -> Board:
    return trace_campaign(open_campaign(EXAMPLE))


def text(html: str) -> str:
    """What a reader sees of a page."""
    return unescape(re.sub(r"<(script|style)>.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL))


@pytest.mark.parametrize("language", OTHERS)
def test_a_board_is_said_in_the_language_that_is_asked_for(board: Board, language: str) -> None:
    made = page.html(board, language=language)
    assert f'<html lang="{language}"{" dir=" if language == "ar" else ">"}' in made
    shown = text(made)
    with saying.speaking(language):
        assert all(OUTCOME[outcome] in shown for outcome in OUTCOMES)
        assert all(meaning in shown for meaning in OUTCOME_MEANS.values())
    assert "Machine proposed" not in shown
    assert "How to read the board" not in shown


def test_values_that_the_script_reads_stay_those_of_the_contract(board: Board) -> None:
    for language in saying.LANGUAGES:
        made = page.html(board, language=language)
        assert set(re.findall(r'<td [^>]*data-outcome="([^"]*)"', made)) <= set(OUTCOMES)
        assert set(re.findall(r'<td [^>]*data-met="([^"]*)"', made)) <= {"yes", "in part", "no", "open"}


def test_a_sentence_of_why_that_cannot_be_said_again_is_marked_as_english(board: Board) -> None:
    cell = replace(board.cells[0], why="The committee liked it.")
    made = page.html(replace(board, cells=(cell, *board.cells[1:])), language="ar")
    assert '<p class="why" dir="auto" lang="en">The committee liked it.</p>' in made


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_of_why_in_the_example_is_said_again(traced: Board, language: str) -> None:
    with saying.speaking(language):
        for cell in traced.cells:
            said = reasons.said(cell.why)
            assert said, cell.why
            if language in SCRIPTS:
                assert re.search(SCRIPTS[language], said)


@pytest.mark.parametrize("known", [*reasons._PARTS, *reasons._REASONS], ids=lambda each: each.said)
def test_every_reason_is_recognised_and_none_is_taken_for_another(known: saying.Term) -> None:
    blanks = {
        "place": "OP5",
        "reason": "only in square brackets",
        "manner": "word for word",
        "means": "sentence vectors",
        "mine": "French",
        "theirs": "English and Arabic",
        "cited": "A/RES/73/195, paragraph 31",
    }
    english = re.sub(r"%\((\w+)\)s", lambda blank: blanks.get(blank[1], f"the {blank[1]}"), known.said)
    wanted = known.said if known in reasons._PARTS else f"OP7 turns it round: {known.said}"
    sentence = english if known in reasons._PARTS else f"OP7 turns it round: {english}"
    with saying.speaking("ru"):
        said = reasons.said(f"{sentence[0].upper()}{sentence[1:]}.")
        assert said
        fixed = max(re.split(r"%\(\w+\)s", saying.gettext(known.said)), key=len).strip(" :")
        assert fixed.casefold() in said.casefold(), wanted


def test_words_that_are_quoted_stay_as_they_are() -> None:
    with saying.speaking("fr"):
        said = reasons.said("Paragraph 12 has it word for word, but weaker: “shall; and” became “may”.")
    assert said == (
        "Paragraphe 12 le contient, mot pour mot, mais affaibli\u00a0: "
        "«\u00a0shall; and\u00a0» est devenu «\u00a0may\u00a0»."
    )


@pytest.mark.parametrize(
    ("language", "date", "said"),
    [
        ("fr", "2031-06-02", "2 juin 2031"),
        ("es", "2031-06", "junio de 2031"),
        ("ar", "2031-06-02", "2 يونيو 2031"),
        ("zh", "2031-06-02", "2031年6月2日"),
        ("ru", "2031~", "около 2031"),
        ("fr", "2031-06?", "juin 2031 (incertain)"),
        ("zh", None, "未注明日期"),
    ],
)
def test_dates_are_told_as_the_language_tells_them(language: str, date: str | None, said: str) -> None:
    with saying.speaking(language):
        assert day(date).replace("\u2068", "").replace("\u2069", "") == said


def test_the_marks_of_an_axis_are_dated_in_the_language() -> None:
    from datetime import date

    for language, said in (("en", "Sep 2031"), ("fr", "sept. 2031"), ("zh", "2031年9月")):
        with saying.speaking(language):
            assert written(date(2031, 9, 2), "%b %Y") == said


TEXTS = [
    Document(
        "a", (Passage("p", "Port towns shall open tide schools.", "7"),), title="Pact", date="2029-11", adopted=True
    ),
    Document("b", (Passage("p", "Port towns may open tide schools.", "7"),), title="Draft", date="2031-03-02"),
]


@pytest.mark.parametrize("language", OTHERS)
def test_a_lineage_is_said_in_the_language_and_its_json_in_english(language: str) -> None:
    found = hanse.lineage("tide schools", TEXTS)
    english = found.to_json()
    made = lineage.html(found, language=language)
    assert "travelled" not in text(made)
    assert f'<html lang="{language}"' in made
    with saying.speaking(language):
        assert found.said in text(made)
        assert found.to_json() == english


@pytest.mark.parametrize("language", OTHERS)
def test_the_language_sheet_has_its_own_words_in_the_language(traced: Board, language: str) -> None:
    file = docx.Document(BytesIO(sheet.docx(traced, language=language)))
    with saying.speaking(language):
        assert [cell.text for cell in file.tables[0].rows[0].cells] == list(sheet.heads())
    assert "Proposed text" not in "".join(each.text for each in file.paragraphs)


def test_of_a_workbook_the_grid_is_said_in_the_language_and_the_tables_stay(board: Board) -> None:
    english, russian = (load_workbook(BytesIO(tables.xlsx(board, language=code))) for code in ("en", "ru"))
    assert russian.sheetnames == english.sheetnames
    assert russian["Board"]["E2"].value.startswith(("отражено", "не отражено", "ослаблено"))
    for name in ("Findings", "Asks", "Watch"):
        assert list(russian[name].values) == list(english[name].values)


def test_a_table_for_programs_is_in_english_whatever_is_spoken(board: Board) -> None:
    with saying.speaking("ar"):
        spoken = tables.csv(board)
    assert spoken == tables.csv(board)


def test_an_error_ends_the_language(traced: Board) -> None:
    before = saying.spoken()
    with pytest.raises(BadCampaign):
        sheet.docx(traced, "no such draft", language="ru")
    assert saying.spoken() == before
