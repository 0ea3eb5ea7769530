"""The language sheet can be tabled, edited, and read back."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from hanse.errors import BadCampaign, RestrictedDocument
from hanse.reports import sheet
from hanse.text.document import Document, Passage, Proposal
from hanse.text.reading import read
from hanse.tracing.board import Ask, Board
from hanse.tracing.trace import trace

from .strait import FUND, SOFT_FUND, restricted


def table(board: Board, draft: str | None = None) -> Table:
    return word.Document(BytesIO(sheet.docx(board, draft))).tables[0]


def column(board: Board, place: int, draft: str | None = None) -> list[str]:
    return [row.cells[place].text for row in table(board, draft).rows]


def test_the_rows_are_the_unmet_asks_in_the_draft_s_order_and_those_without_a_place_last(board: Board) -> None:
    assert column(board, 0) == [
        *("Paragraph", "PP1", "OP2", "OP3", "OP4", "OP6", "OP7", "OP8", "OP10"),
        *("New; was OP5 in Zero draft", "New"),
    ]


def test_the_latest_draft_is_the_default_and_another_can_be_named(board: Board) -> None:
    assert sheet.docx(board) == sheet.docx(board, "rev2")
    assert "Schools should admit children as soon as possible." in column(board, 1, "zero")


def test_the_proposed_text_has_additions_bold_and_deletions_struck(board: Board) -> None:
    runs = table(board).rows[2].cells[2].paragraphs[0].runs
    assert [run.text.strip() for run in runs if run.bold] == ["shall establish"]
    assert next(run.text.strip() for run in runs if run.font.strike) == "are encouraged to consider"
    assert "".join(run.text for run in runs if not run.bold) == SOFT_FUND
    assert "".join(run.text for run in runs if not run.font.strike) == FUND


def test_nothing_but_additions_is_bold(board: Board) -> None:
    file = word.Document(BytesIO(sheet.docx(board)))
    for row in file.tables[0].rows:
        for place, cell in enumerate(row.cells):
            bold = [run for paragraph in cell.paragraphs for run in paragraph.runs if run.bold]
            assert place == 2 or not bold
    assert not any(run.bold for paragraph in file.paragraphs for run in paragraph.runs)


def test_a_precedent_is_cited_by_symbol_and_paragraph_or_said_to_be_missing(board: Board) -> None:
    precedents = column(board, 3)
    assert any(each.startswith("AS/RES/19/4 (Charter of the Strait), para. 12: “") for each in precedents)
    assert "None found." in precedents


def test_the_rationale_says_who_asked_and_what_became_of_it(board: Board) -> None:
    rationale = column(board, 4)[2]
    assert rationale.startswith("Brackwater asks that these words be added (A2, 3 February 2031). Now weakened: ")


def test_words_that_are_not_to_be_accepted_are_quoted() -> None:
    contested = "Ferries may turn back travellers without papers."
    proposals = tuple(
        Proposal(author, words, span=(41, 41), tracked=True)
        for author, words in (("North", contested), ("South", "Lamps shall be lit."))
    )
    passage = Passage(id="p1", number="1", text="Ferries shall run at night and in storms.", proposals=proposals)
    board = trace([Ask(id="A1", text=contested, kind="oppose")], [Document(id="one", content=(passage,))])
    _, said = column(board, 4)
    assert "the proposal of North: “Ferries may turn back travellers without papers”." in said
    assert "South" not in said.split(".")[0]


def test_requests_on_procedure_stand_apart_from_the_table(board: Board) -> None:
    file = word.Document(BytesIO(sheet.docx(board)))
    assert any("A hearing of cities" in paragraph.text for paragraph in file.paragraphs)
    assert not any("A hearing of cities" in text for text in column(board, 2))


def test_the_file_is_titled_in_a_language_with_a_header_row_that_repeats(board: Board) -> None:
    file = word.Document(BytesIO(sheet.docx(board)))
    assert file.core_properties.title == "Compact of the Strait: language sheet"
    assert file.core_properties.language == "en-GB"
    assert file.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert file.tables[0]._tbl.tblPr.find(qn("w:tblCaption")) is not None
    section = file.sections[0]
    assert section.page_width > section.page_height
    assert "PAGE" in section.footer._element.xml


def test_arabic_runs_from_right_to_left(board: Board) -> None:
    cell = table(board).rows[7].cells[1]
    assert cell.paragraphs[0].runs[0].font.rtl
    assert cell.paragraphs[0]._p.pPr.find(qn("w:bidi")) is not None


def test_the_sheet_is_read_back_as_base_text_and_proposals(board: Board) -> None:
    text = read(sheet.docx(board), name="sheet.docx")
    cells = [passage for passage in text.passages if passage.kind == "cell"]
    assert len(cells) == 5 * len(table(board).rows)
    for row, place in zip(sheet.rows(board, board.drafts[-1]), range(5, len(cells), 5), strict=True):
        paragraph, current, offered = cells[place : place + 3]
        assert paragraph.text == row.paragraph
        if not row.cell.passage:
            assert [(each.kind, each.text) for each in offered.proposals] == [("insert", row.ask.text)]
            continue
        assert current.text == offered.text == row.cell.passage.text
        wanted = [(each.change, each.text.strip()) for each in row.proposal if each.change and each.text.strip()]
        assert [(each.kind, each.text) for each in offered.proposals] == wanted


def test_the_same_board_gives_the_same_bytes(board: Board) -> None:
    with ZipFile(BytesIO(sheet.docx(board))) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert sheet.docx(board) == sheet.docx(replace(board))


def test_control_characters_do_not_break_the_file(board: Board) -> None:
    odd = replace(board, title="A\x00B", asks=tuple(replace(ask, text=f"{ask.text}\x0b\x01") for ask in board.asks))
    assert word.Document(BytesIO(sheet.docx(odd))).core_properties.title.startswith("AB")


def test_a_board_whose_asks_are_all_met_says_so(board: Board) -> None:
    happy = replace(board, cells=tuple(replace(cell, met="yes") for cell in board.cells))
    file = word.Document(BytesIO(sheet.docx(happy)))
    assert not file.tables
    assert any("nothing to table" in paragraph.text for paragraph in file.paragraphs)


def test_a_draft_that_is_not_there_is_named_with_those_that_are(board: Board) -> None:
    with pytest.raises(BadCampaign, match="no draft rev9; name one of zero, rev1, rev2"):
        sheet.docx(board, "rev9")
    with pytest.raises(BadCampaign, match="there is no draft"):
        sheet.docx(Board((), (), ()))


@pytest.mark.parametrize("where", ["drafts", "record", "statements", "asks"])
def test_a_restricted_item_is_refused_unless_said_explicitly(board: Board, where: str) -> None:
    with pytest.raises(RestrictedDocument):
        sheet.docx(restricted(board, where))
    assert sheet.docx(restricted(board, where), include_restricted=True)
