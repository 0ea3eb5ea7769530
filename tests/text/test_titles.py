"""A document is called what it calls itself, and what programs wrote into it is no title."""

from __future__ import annotations

import io

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from hanse.text.reading import read
from hanse.text.titles import in_words, telling, title_of

TEXT = "The towns of the coast met in spring and agreed to keep their harbours open to every traveller."


def word(title: str = "", heading: str = "") -> bytes:
    made = docx.Document()
    made.core_properties.title = title
    if heading:
        made.add_heading(heading, 0)
    made.add_paragraph(TEXT)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def pdf(title: str | None = None, heading: str = "") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    if title is not None:
        canvas.setTitle(title)
    if heading:
        canvas.setFont("Times-Bold", 20)
        canvas.drawString(72, 780, heading)
    canvas.setFont("Times-Roman", 11)
    for line in range(6):
        canvas.drawString(72, 740 - 14 * line, TEXT)
    canvas.save()
    return buffer.getvalue()


def called(data: bytes, name: str) -> str:
    return title_of(read(data, name=name), data)


@pytest.mark.parametrize(("make", "name"), [(word, "x.docx"), (pdf, "x.pdf")])
def test_the_title_in_the_properties_comes_first(make, name):
    assert called(make("Harbours Open to All", "A Charter of Towns"), name) == "Harbours Open to All"


@pytest.mark.parametrize("junk", ["Microsoft Word - x.doc", "untitled", "Document1", "zero_draft_v2", "draft.docx", ""])
@pytest.mark.parametrize(("make", "name"), [(word, "x.docx"), (pdf, "x.pdf")])
def test_junk_gives_way_to_the_heading_that_opens_the_text(make, name, junk):
    assert called(make(junk, "A Charter of Towns"), name) == "A Charter of Towns"


@pytest.mark.parametrize(("make", "name"), [(word, "x.docx"), (pdf, "x.pdf")])
def test_without_either_nothing_is_told(make, name):
    assert called(make("untitled"), name) == ""


def test_a_text_is_called_by_its_heading():
    data = f"# A Charter of Towns\n\n{TEXT}\n".encode()
    assert called(data, "x.md") == "A Charter of Towns"
    assert called(TEXT.encode(), "x.txt") == ""


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - Zero draft.docx",
        "Microsoft PowerPoint - mobility",
        "PowerPoint Presentation",
        "Untitled-1",
        "Document 12",
        "Sans titre",
        "Sin título 2",
        "Без названия",
        "无标题",
        "final.indd",
        "C:\\Users\\office\\charter",
        "https://example.org/charter",
        "[Type the document title]",
        "N1845199",
        "A/CONF/1/2",
        "scan0001",
        "Slide 1",
        "2018",
        "12.04.2018",
        "-",
        "Char\ufffdter of towns",
        "word " * 100,
    ],
)
def test_what_programs_write_tells_nothing(title):
    assert not telling(title.strip())


@pytest.mark.parametrize(
    "title",
    [
        "Charter",
        "Report of the mayors",
        "Draft charter of towns",
        "Document of the final session",
        "城市移民宪章",
        "Хартия городов",
        "ميثاق المدن",
        "Charte des villes",
        "2030 Agenda",
        "Title VI and the towns",
        "A statement of mayors, 2029",
    ],
)
def test_what_a_person_wrote_is_a_title(title):
    assert telling(title)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("zero_draft%20rev1 (2)", "Zero draft rev1"),
        ("joint-statement-of-towns", "Joint statement of towns"),
        ("Statement - Vell", "Statement - Vell"),
        ("مسودة_أولى", "مسودة أولى"),
        ("___", "___"),
    ],
)
def test_the_name_of_a_file_is_read_as_words(name, words):
    assert in_words(name) == words
