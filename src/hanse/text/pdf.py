"""What does this PDF say? Its text as Blocks in reading order, furniture of the pages set apart."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from hanse.errors import DamagedFile, EmptyFile, EncryptedFile, NoTextLayer
from hanse.text.blocks import Block, Layout
from hanse.text.columns import Region, places, regions
from hanse.text.limits import check_size
from hanse.text.pdf_blocks import composed
from hanse.text.pdf_lines import Line, lines
from hanse.text.pdf_margins import Page, set_apart
from hanse.text.pdf_notes import marks, parted
from hanse.text.pdf_paragraphs import Stretch, body_size
from hanse.text.pdf_rules import rules, strike
from hanse.text.pdf_words import Glyphs

_OCR = "run it through OCR first, for example ocrmypdf, or ask for the original file"


def blocks(data: bytes, where: str) -> list[Block]:
    """The PDF's paragraphs in reading order; see `layout`."""
    return list(layout(data, where).blocks)


def layout(data: bytes, where: str) -> Layout:
    """The PDF's paragraphs in reading order, and warnings about pages without text.

    ``data`` are the file's bytes, ``where`` its name for messages. Every Block has the page (from 1) on which it
    begins; headings have their level; headers, footers, page numbers, line numbers and footnotes are furniture.
    Raises EmptyFile, OversizedFile, EncryptedFile, DamagedFile, and NoTextLayer for a scan.
    """
    check_size(data, where)
    document = _opened(data, where)
    try:
        pages = [_page(document, index, where) for index in range(len(document))]
    finally:
        document.close()
    blank = [page.number for page in pages if not page.words]
    if len(blank) == len(pages):
        raise NoTextLayer("this PDF holds pictures of pages and no text", where=where, do=_OCR)
    set_apart(pages)
    warnings = [_blank(blank, where)] if blank else []
    if unknown := sum("\ufffd" in word.text for page in pages for word in page.words):
        warnings.append(f"{where}: letters of {unknown} words have no character in this PDF; compare with the page.")
    stretches, notes = _stretches(pages)
    return Layout(tuple(composed(stretches, marks(notes))), tuple(warnings))


def _stretches(pages: list[Page]) -> tuple[list[Stretch], list[list[Line]]]:
    """All pages' lines in reading order, furniture apart; and the footnotes among them."""
    regions_of = [[lines(region.words) for region in found] for found in _regions(pages)]
    body = body_size([line for regions in regions_of for region in regions for line in region])
    found: list[Stretch] = []
    notes: list[list[Line]] = []
    for page, page_regions in zip(pages, regions_of, strict=True):
        first = len(found)
        found.extend(Stretch([line], kind) for line, kind in page.above)
        for region in page_regions:
            cut = parted(region, body, page.height, page.rules)
            found.append(Stretch(cut.text))
            found.extend(Stretch(note, "footnote") for note in cut.notes)
            notes.extend(cut.notes)
        found.extend(Stretch([line], kind) for line, kind in page.below)
        for stretch in found[first:]:
            for line in stretch.lines:
                line.page = page.number
    return found, notes


def _regions(pages: list[Page]) -> list[list[Region]]:
    """Every page's regions. A page on which no gutter can be told is cut where other pages have theirs."""
    found = [regions(page.words, page.rules) for page in pages]
    known = sorted({round(place) for page_regions in found for place in places(page_regions)})
    return [
        regions(page.words, page.rules, known) if known and len(page_regions) == 1 else page_regions
        for page, page_regions in zip(pages, found, strict=True)
    ]


def _opened(data: bytes, where: str) -> Any:
    if not data.strip():
        raise EmptyFile("the file is empty", where=where, do="export it again")
    if b"%PDF-" not in data[:1024]:
        raise DamagedFile("this is not a PDF, whatever its name says", where=where, do="export it again as PDF")
    try:
        document = pypdfium2.PdfDocument(data)
        if not len(document):
            raise DamagedFile("this PDF has no pages", where=where, do="export it again")
        return document
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise EncryptedFile(
                "this PDF asks for a password", where=where, do="save a copy without password and read that"
            ) from None
        raise DamagedFile("this PDF is truncated or damaged", where=where, do="fetch or export it again") from None


def _page(document: Any, index: int, where: str) -> Page:
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise DamagedFile(
            f"page {index + 1} of this PDF is damaged", where=where, do="fetch or export it again"
        ) from None
    try:
        width, height = page.get_size()
        turn = pdfium.FPDFPage_GetRotation(page.raw)
        strokes = rules(page) if not turn else []
        words = Glyphs(text, turn, width, height).words(placed=bool(strokes))
        words, strokes = strike(words, strokes)
        return Page(index + 1, width, height, words, strokes)
    finally:
        text.close()
        page.close()


def _blank(pages: list[int], where: str) -> str:
    named = ", ".join(map(str, pages[:8])) + (" and others" if len(pages) > 8 else "")
    noun = "page" if len(pages) == 1 else "pages"
    return f"{where}: no text on {noun} {named}; if they are scanned, {_OCR}."
