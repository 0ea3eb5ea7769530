"""How is a Word file of the house laid out? Its page, type, footer, and tables with a header that repeats."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from hanse.reports.packing import EPOCH, as_of, settled, written
from hanse.saying import gettext, right_to_left, spoken
from hanse.tracing.board import Board

TAGS = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ar": "ar-SA", "zh": "zh-CN", "ru": "ru-RU"}
"""How Word calls the languages."""
SERIF, SANS = "Times New Roman", "Arial"
INK, SOFT = RGBColor(0x1F, 0x1D, 0x1A), RGBColor(0x5B, 0x56, 0x4D)


def blank(title: str) -> WordFile:
    """An empty landscape A4 file with the house's type, in the language that is spoken. Nothing in it is bold: bold
    stands for additions alone."""
    language = TAGS.get(spoken(), spoken())
    file = docx.Document()
    core = file.core_properties
    core.title, core.author, core.language, core.comments = written(title), "Hanse", language, ""
    core.created = core.modified = EPOCH
    section = file.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(16)
    section.top_margin, section.bottom_margin = Mm(16), Mm(15)
    _type(file, language)
    return file


def _type(file: WordFile, language: str) -> None:
    for name, face, size, ink in (
        ("Normal", SERIF, 10.5, INK),
        ("Title", SERIF, 22, INK),
        ("Subtitle", SANS, 9.5, SOFT),
        ("Heading 1", SERIF, 14, INK),
        ("Footer", SANS, 8, SOFT),
    ):
        style = file.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = face, Pt(size), ink
        style.font.bold, style.font.italic = False, False
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [each for each in fonts.attrib if each.endswith("Theme")]:
            del fonts.attrib[attribute]
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), face)
    title = file.styles["Title"]
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    title.paragraph_format.space_after = Pt(2)
    normal = file.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(3), 1.08
    tongue = file.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    if tongue is not None:
        tongue.set(qn("w:bidi" if right_to_left() else "w:eastAsia" if spoken() == "zh" else "w:val"), language)


def page_numbers(file: WordFile, words: str) -> None:
    """A footer: the given words, then "page n of m", which Word counts."""
    paragraph = file.sections[0].footer.paragraphs[0]
    said = gettext("%(words)s, page %(page)s of %(pages)s", words=written(words), page="\0PAGE\0", pages="\0NUMPAGES\0")
    for place, part in enumerate(said.split("\0")):
        if place % 2:
            _field(paragraph, part)
        elif part:
            paragraph.add_run(part)
    _aligned(paragraph)


def _field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def table(file: WordFile, heads: Sequence[str], widths: Sequence[float], about: str) -> Table:
    """A table with one header row, flagged as such and repeated on each page; widths in millimetres."""
    made = file.add_table(1, len(heads), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    properties = made._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        for name in list(look.attrib):
            del look.attrib[name]
        look.set(qn("w:val"), "0020")
        look.set(qn("w:firstRow"), "1")
    if right_to_left():
        properties.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))
    properties.append(_valued("w:tblCaption", about))
    properties.append(_valued("w:tblDescription", about))
    _borders(properties)
    row = made.rows[0]
    whole(row)
    row._tr.get_or_add_trPr().append(_valued("w:tblHeader", "true"))
    for cell, head in zip(row.cells, heads, strict=True):
        run = cell.paragraphs[0].add_run(head)
        _aligned(cell.paragraphs[0])
        run.font.name, run.font.size, run.font.color.rgb = SANS, Pt(8.5), SOFT
        _shade(cell, "F4F1E9")
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return made


def whole(row: _Row) -> None:
    """The row is not broken over two pages."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def _borders(properties: Any) -> None:
    """Rules between the rows, none between the columns."""
    borders = OxmlElement("w:tblBorders")
    for side, size in (("top", "8"), ("bottom", "8"), ("insideH", "4")):
        rule = _valued(f"w:{side}", "single")
        rule.set(qn("w:sz"), size)
        rule.set(qn("w:color"), "8A8375")
        borders.append(rule)
    for side in ("left", "right", "insideV"):
        borders.append(_valued(f"w:{side}", "nil"))
    layout = properties.find(qn("w:tblLayout"))
    layout.addprevious(borders)


def _shade(cell: _Cell, colour: str) -> None:
    shade = _valued("w:shd", "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def _valued(name: str, value: str) -> Any:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    return element


def say(paragraph: Paragraph, text: str) -> None:
    """The sheet's own words at the end of a paragraph."""
    paragraph.add_run(written(text))
    _aligned(paragraph)


def own(file: WordFile, text: str, style: str | None = None) -> Paragraph:
    """A paragraph of the sheet's own words."""
    paragraph = file.add_paragraph(written(text), style=style)
    _aligned(paragraph)
    return paragraph


def _aligned(paragraph: Paragraph) -> None:
    """Own words run as the language that is spoken does."""
    if right_to_left():
        _turn(paragraph)
        for run in paragraph.runs:
            run.font.rtl = True


def quote(paragraph: Paragraph, text: str, change: str = "", *, language: str = "") -> None:
    """Words of a text, from right to left where they run so: ``insert`` bold, ``delete`` struck through."""
    run = paragraph.add_run(written(text))
    if change == "insert":
        run.font.bold = run.font.cs_bold = True
    if change == "delete":
        run.font.strike = True
    backwards = _runs_backwards(text)
    if backwards:
        run.font.rtl = True
        _turn(paragraph)
    if language and language != "en":
        tongue = OxmlElement("w:lang")
        tongue.set(qn("w:bidi" if backwards else "w:val"), language)
        run._r.get_or_add_rPr().append(tongue)


def _turn(paragraph: Paragraph) -> None:
    """The paragraph reads from right to left; ``w:bidi`` stands right after the style's name."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert(1 if properties.pStyle is not None else 0, OxmlElement("w:bidi"))


def _runs_backwards(text: str) -> bool:
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((each for each in strong if each in ("L", "R", "AL")), "L") != "L"


def packed(file: WordFile, board: Board) -> bytes:
    """The file's bytes: the same for the same content."""
    out = BytesIO()
    file.save(out)
    return settled(out.getvalue(), as_of(board))
