"""How does an authored paper look as an office prints it? ReportLab: standard fonts, frames, header and footer."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from benchmarks.gold.manuscript import Paper, Run

_TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10.5, leading=13, alignment=4, spaceAfter=6)
_HEADING = ParagraphStyle("heading", fontName="Times-Bold", fontSize=12, leading=15, spaceBefore=8, spaceAfter=4)
_TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=16, leading=20, spaceAfter=8)
_ENTRY = ParagraphStyle("entry", parent=_TEXT, alignment=0, fontSize=9.5, leftIndent=16, firstLineIndent=-16)


def pdf(paper: Paper) -> bytes:
    """The paper as PDF; the same paper gives the same bytes. Notes are not set here."""
    if any(paper.notes):
        raise ValueError(f"{paper.id} has notes, which these pages have no room for")
    made = io.BytesIO()
    document = BaseDocTemplate(
        made, pagesize=A4, title=paper.title, author="; ".join(paper.authors), invariant=1, pageCompression=1
    )
    (width, height), margin, gap = A4, 2.2 * cm, 0.7 * cm
    column = (width - 2 * margin - gap * (paper.columns - 1)) / paper.columns
    frames = [
        Frame(margin + number * (column + gap), margin, column, height - 2 * margin, id=f"column{number}")
        for number in range(paper.columns)
    ]

    def furniture(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(margin, height - 1.4 * cm, paper.running_head)
        canvas.drawCentredString(width / 2, 1.2 * cm, f"Page {canvas.getPageNumber()}")

    document.addPageTemplates([PageTemplate(id="page", frames=frames, onPage=furniture)])
    document.build(list(_flow(paper)))
    return made.getvalue()


def _flow(paper: Paper) -> Iterator[Flowable]:
    yield Paragraph(escape(paper.title), _TITLE)
    yield Paragraph(escape(", ".join(paper.authors)), _TEXT)
    for block in paper.blocks:
        if isinstance(block, str):
            yield Paragraph(escape(block), _HEADING)
        else:
            yield Paragraph(" ".join("".join(map(_run, sentence.runs)) for sentence in block), _TEXT)
    yield Paragraph(escape(paper.list_heading), _HEADING)
    for number, (_, text) in enumerate(paper.references, 1):
        before = {"brackets": f"[{number}] ", "superscript": f"{number}. "}.get(paper.marks, "")
        yield Paragraph(escape(before + text), _ENTRY)


def _run(run: Run) -> str:
    return f"<super>{escape(run.text)}</super>" if run.raised else escape(run.text)
