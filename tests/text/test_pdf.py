"""PDF files become Blocks in reading order."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen import canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from hanse.errors import DamagedFile, EmptyFile, EncryptedFile, NoTextLayer
from hanse.text import pdf

STYLES = getSampleStyleSheet()


def flowing(*paragraphs: tuple[str, str]) -> bytes:
    """A PDF of paragraphs, each with the name of its style."""
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build([Paragraph(text, STYLES[style]) for style, text in paragraphs])
    return buffer.getvalue()


def test_paragraphs_and_headings_come_in_order():
    long = "Harbour towns keep their ledgers open to every guild that asks for them, and answer within the week. " * 4
    data = flowing(("Heading1", "The league of ports"), ("BodyText", f"1. {long}"), ("BodyText", f"2. {long}"))
    found = pdf.blocks(data, "league.pdf")
    assert [block.text.strip() for block in found] == [
        "The league of ports",
        f"1. {long}".strip(),
        f"2. {long}".strip(),
    ]
    assert [bool(block.heading) for block in found] == [True, False, False]
    assert {block.page for block in found} == {1}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_pdf_is_damaged(share):
    data = flowing(("BodyText", "Word " * 500))
    with pytest.raises(DamagedFile, match=r"cut\.pdf: .*; .*"):
        pdf.blocks(data[: int(share * len(data))], "cut.pdf")


def test_other_bytes_are_not_a_pdf():
    with pytest.raises(DamagedFile, match="not a PDF"):
        pdf.blocks(b"PK\x03\x04 something else", "renamed.pdf")


def test_no_bytes_are_an_empty_file():
    with pytest.raises(EmptyFile):
        pdf.blocks(b"", "empty.pdf")


def test_a_password_is_asked_for():
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt="secret")
    page.drawString(72, 700, "Hidden words")
    page.save()
    with pytest.raises(EncryptedFile, match="password"):
        pdf.blocks(buffer.getvalue(), "locked.pdf")


def test_pages_without_text_name_ocr():
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.rect(100, 100, 200, 200, fill=1)
    page.save()
    with pytest.raises(NoTextLayer, match="OCR"):
        pdf.blocks(buffer.getvalue(), "scan.pdf")
