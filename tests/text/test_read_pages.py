"""PDF and Word files through `hanse.read`: no word is lost, none is put in, and their order stays."""

import re
from collections import Counter
from pathlib import Path

import pytest

from hanse.errors import DamagedFile
from hanse.text.document import Document
from hanse.text.reading import read
from tests.text.printed_pages import BODY, HEADING, columned, drawn, paragraph, typed
from tests.text.word_files import abstract, dele, ins, level, num, numbered, p, r, word_file

FILES = Path(__file__).parent / "files"


def passages(document: Document) -> list[str]:
    return [f"{passage.label} {passage.text}".strip() for passage in document.passages]


@pytest.mark.parametrize("columns", [1, 2])
def test_numbered_paragraphs_of_a_pdf_become_passages(columns):
    wanted = [f"{number}. {paragraph(number)}" for number in range(1, 25)]
    document = read(columned("The compact of harbours", [(text, BODY) for text in wanted], columns), name="compact.pdf")
    assert " ".join(passages(document)).split() == f"The compact of harbours {' '.join(wanted)}".split()
    assert [passage.label for passage in document.passages if passage.label] == [f"{n}." for n in range(1, 25)]
    assert document.title == "The compact of harbours"


def test_pages_with_headers_and_objectives_keep_every_word():
    texts = [
        (f"Objective {part}: Keep the lamps lit", HEADING) if not item else (f"{part}.{item} {paragraph(part)}", BODY)
        for part in range(1, 9)
        for item in range(7)
    ]

    def margin(canvas, page):
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(72, 800, "League of Harbours, second draft")
        canvas.drawCentredString(300, 40, f"- {page} -")

    document = read(columned("The compact", texts, margin=margin), name="compact.pdf")
    assert " ".join(passages(document)).split() == " ".join(["The compact", *(text for text, _ in texts)]).split()
    pages = max(passage.page or 0 for passage in document.passages)
    assert Counter(piece.kind for piece in document.furniture) == {"header": pages, "page number": pages}


@pytest.mark.parametrize("columns", [1, 2])
def test_notes_below_columns_are_set_apart_and_the_text_reads_on(columns):
    wanted = [f"{number}. {paragraph(number)}" for number in range(1, 22)]
    marked = list(wanted)
    for mark, place in enumerate((0, 5, 12), 1):
        words = wanted[place].split()
        words[5] += f"<super>{mark}</super>"
        marked[place] = " ".join(words)
    notes = ["1 See the ledger of the league, which was kept in the hall until", "the fire.", "2 No.", "3 A/HARB/17/1."]

    def margin(canvas, page):
        if page == 1:
            canvas.line(72, 72, 200, 72)
            typed(canvas, notes, top=64, size=7.5)

    data = columned("The compact", [(text, BODY) for text in marked], columns, margin=margin)
    document = read(data, name="notes.pdf")
    assert " ".join(passages(document)).split() == " ".join(["The compact", *wanted]).split()
    assert sorted(piece.text for piece in document.furniture) == [
        "1",
        "1 See the ledger of the league, which was kept in the hall until the fire.",
        "2",
        "2 No.",
        "3",
        "3 A/HARB/17/1.",
    ]


def test_arabic_pages_keep_every_word():
    source = (FILES / "arabic.html").read_text(encoding="utf-8")
    wanted = " ".join(re.sub(r"<.*?>", "", line) for line in re.findall(r"<(?:h1|p)>.*?</(?:h1|p)>", source))
    document = read(FILES / "arabic.pdf")
    assert document.language == "ar"
    assert " ".join(passages(document)).split() == wanted.split()


def test_tracked_changes_become_proposals_beside_the_base_text():
    body = (
        numbered("Towns meet in spring.", 1, 0)
        + p(r("Towns ") + dele("may", "Ada") + ins(r("shall"), "Bo") + r(" lodge newcomers."))
        + p(ins(r("No town turns anybody away."), "Cy"), f"<w:rPr>{ins('', 'Cy')}</w:rPr>")
    )
    document = read(word_file(body, numbering=abstract(0, level(0, "OP%1.")) + num(1, 0)), name="draft.docx")
    first, second, third = document.passages
    assert (first.label, first.text) == ("OP1.", "Towns meet in spring.")
    assert second.text == "Towns may lodge newcomers."
    assert [(proposal.author, proposal.kind, proposal.text.strip()) for proposal in second.proposals] == [
        ("Ada", "delete", "may"),
        ("Bo", "insert", "shall"),
    ]
    assert third.text == ""
    assert [(proposal.author, proposal.text) for proposal in third.proposals] == [("Cy", "No town turns anybody away.")]


def test_a_name_that_lies_is_refused():
    with pytest.raises(DamagedFile):
        read(drawn(lambda canvas: typed(canvas, ["Words"])), name="really.docx")
