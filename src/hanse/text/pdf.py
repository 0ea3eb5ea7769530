"""What does this PDF say? Its text as Blocks in reading order, furniture of the pages set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
from hanse.text.pdf_notes import Notes, foot, marks, parted
from hanse.text.pdf_paragraphs import Stretch, body_size
from hanse.text.pdf_rules import drawn, strike
from hanse.text.pdf_tables import Table, tables
from hanse.text.pdf_words import Glyphs, Word

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
        raise NoTextLayer("this PDF holds no text, at most pictures of pages", where=where, do=_OCR)
    set_apart(pages)
    warnings = [_blank(blank, where)] if blank else []
    if unknown := sum("\ufffd" in word.text for page in pages for word in page.words):
        warnings.append(f"{where}: letters of {unknown} words have no character in this PDF; compare with the page.")
    stretches, notes = _stretches(pages)
    return Layout(tuple(composed(stretches, marks(notes))), tuple(warnings))


def _stretches(pages: list[Page]) -> tuple[list[Stretch], list[list[Line]]]:
    """All pages' lines in reading order, furniture apart; and the footnotes among them."""
    regions_of = [[_lines(region) for region in found] for found in _regions(pages)]
    body = _body(regions_of)
    found: list[Stretch] = []
    notes: list[list[Line]] = []
    for page, page_regions in zip(pages, regions_of, strict=True):
        first = len(found)
        found.extend(Stretch([line], kind) for line, kind in page.above)
        for region in page_regions:
            inside = region and region[0].cell
            cut = Notes(region) if inside else parted(region, body, page.height, page.rules)
            found.append(Stretch(cut.text))
            found.extend(Stretch(note, "footnote") for note in cut.notes)
            notes.extend(cut.notes)
        found.extend(Stretch([line], kind) for line, kind in page.below)
        for stretch in found[first:]:
            for line in stretch.lines:
                line.page = page.number
    return found, notes


def _body(regions_of: list[list[list[Line]]]) -> float:
    """The size of the text's letters, also on pages of which notes fill the greater part."""
    every = [line for regions in regions_of for region in regions for line in region]
    text = [line for regions in regions_of for region in regions for line in region[: foot(region)]]
    size, without = body_size(every), body_size(text)
    letters = sum(len(line.text) for line in text if abs(line.size - without) < 0.5)
    return without if letters > 0.2 * sum(len(line.text) for line in every) else size


def _lines(region: Region) -> list[Line]:
    found = lines(region.words)
    for line in found:
        line.cell = region.cell
    return found


def _regions(pages: list[Page]) -> list[list[Region]]:
    """Every page's regions, cells of tables in their place.

    A page on which fewer gutters can be told than on others is cut where those have theirs, too.
    """
    bands = [list(_bands(page)) for page in pages]
    found = [
        [part if isinstance(part, Table) else regions(part, page.rules) for part in parts]
        for page, parts in zip(pages, bands, strict=True)
    ]
    gutters = [places(part) for parts in found for part in parts if isinstance(part, list)]
    known = sorted({round(place) for places_of_part in gutters for place in places_of_part})
    most = max(map(len, gutters), default=0)
    result: list[list[Region]] = []
    for page, parts in zip(pages, found, strict=True):
        whole: list[Region] = []
        for part in parts:
            if isinstance(part, Table):
                whole.extend(Region(cell, cell=True) for cell in part.cells)
            elif len(places(part)) < most:
                whole.extend(regions([word for region in part for word in region.words], page.rules, known))
            else:
                whole.extend(part)
        result.append(whole)
    return result


def _bands(page: Page) -> Iterator[Table | list[Word]]:
    """Tables and the words above, between and below them, from top to bottom."""
    rest = page.words
    backwards = 2 * sum(word.right_to_left for word in rest) > len(rest)
    for table in tables(rest, page.rules, page.borders, backwards):
        yield [word for word in rest if word.baseline + 0.25 * word.size >= table.top]
        yield table
        rest = [word for word in rest if word.baseline + 0.25 * word.size <= table.bottom]
    yield rest


def _opened(data: bytes, where: str) -> Any:
    if not data.strip():
        raise EmptyFile("the file is empty", where=where, do="export it again")
    if b"%PDF-" not in data[:1024]:
        raise DamagedFile("this is not a PDF, whatever its name says", where=where, do="export it again as PDF")
    if b"%%EOF" not in data.rstrip(b"\0 \r\n\t")[-4096:]:
        raise DamagedFile("this PDF is truncated: its end is missing", where=where, do="fetch or export it again")
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
        strokes, borders = drawn(page) if not turn else ([], [])
        words = Glyphs(text, turn, width, height).words(placed=bool(strokes))
        words, strokes = strike(words, strokes)
        left, bottom, _, _ = page.get_cropbox()
        if (left or bottom) and not turn:
            words = [_moved(word, -left, -bottom) for word in words]
            strokes = [(x0 - left, x1 - left, y - bottom) for x0, x1, y in strokes]
            borders = [(x - left, y0 - bottom, y1 - bottom) for x, y0, y1 in borders]
        return Page(index + 1, width, height, words, strokes, borders)
    finally:
        text.close()
        page.close()


def _moved(word: Word, x: float, y: float) -> Word:
    """A word on a page whose visible corner is not at nought."""
    glyphs = [(character, left + x, right + x, baseline + y) for character, left, right, baseline in word.glyphs]
    return replace(word, left=word.left + x, right=word.right + x, baseline=word.baseline + y, glyphs=glyphs)


def _blank(pages: list[int], where: str) -> str:
    named = ", ".join(map(str, pages[:8])) + (" and others" if len(pages) > 8 else "")
    noun = "page" if len(pages) == 1 else "pages"
    return f"{where}: no text on {noun} {named}; if they are scanned, {_OCR}."
