"""PDF pages laid out word by word or in flowing columns, for tests that know exactly what is on the page."""

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

WIDTH, HEIGHT = A4
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, alignment=4, spaceAfter=6)
RAGGED = ParagraphStyle("ragged", parent=BODY, alignment=0)
HEADING = ParagraphStyle("heading", fontName="Times-Bold", fontSize=12, leading=15, spaceBefore=8, spaceAfter=4)
TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=18, leading=22, alignment=1, spaceAfter=8)

SENTENCES = (
    "Harbour towns keep their ledgers open to every guild that asks for them.",
    "No town turns away a traveller for want of papers, and each says within a week what it can offer.",
    "The council of the league hears complaints in spring and in autumn.",
    "Whoever brings news of a lost ship is lodged for three nights at the cost of the town.",
    "Schools take in the children of newcomers on the day on which they arrive.",
    "Wages agreed on board are paid on land, in the coin in which they were promised.",
    "A town that cannot keep its promise says so before the season begins.",
)


def paragraph(number: int, sentences: int = 3) -> str:
    """A paragraph of made-up text, another for every number."""
    return " ".join(SENTENCES[(number * 3 + step * 2) % len(SENTENCES)] for step in range(sentences))


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF of pages, each drawn by a function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def typed(canvas: Canvas, lines: Sequence[str], top: float = 760, left: float = 72, size: float = 11) -> float:
    """Lines written one below the other; gives the height below the last one."""
    for line in lines:
        canvas.setFont("Times-Roman", size)
        canvas.drawString(left, top, line)
        top -= 1.25 * size
    return top


def columned(
    title: str,
    texts: Sequence[tuple[str, ParagraphStyle]],
    columns: int = 2,
    gutter: float = 20,
    margin: Callable[[Canvas, int], None] | None = None,
) -> bytes:
    """A title over the page's whole width and texts in columns below it, over as many pages as they need."""
    width = (WIDTH - 144 - gutter * (columns - 1)) / columns

    def frames(top: float) -> list[Frame]:
        places = [72 + index * (width + gutter) for index in range(columns)]
        return [Frame(x, 80, width, top - 80, 0, 0, 0, 0) for x in places]

    def page(canvas: Canvas, document: BaseDocTemplate) -> None:
        if margin is not None:
            margin(canvas, document.page)

    buffer = io.BytesIO()
    first = [Frame(72, HEIGHT - 130, WIDTH - 144, 60, 0, 0, 0, 0), *frames(HEIGHT - 136)]
    BaseDocTemplate(
        buffer,
        pagesize=A4,
        invariant=1,
        pageTemplates=[
            PageTemplate("first", first, onPage=page, autoNextPageTemplate="later"),
            PageTemplate("later", frames(HEIGHT - 72), onPage=page),
        ],
    ).build([Paragraph(title, TITLE), FrameBreak(), *(Paragraph(text, style) for text, style in texts)])
    return buffer.getvalue()
