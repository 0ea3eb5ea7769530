"""What does this PDF say? Its text as Blocks in reading order, furniture of the pages set apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from hanse.errors import DamagedFile, EmptyFile, EncryptedFile, NoTextLayer
from hanse.text.blocks import Block, Layout
from hanse.text.columns import regions
from hanse.text.limits import check_size
from hanse.text.pdf_blocks import composed
from hanse.text.pdf_lines import Line, lines
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
    blank = [index + 1 for index, words in enumerate(pages) if not words]
    if len(blank) == len(pages):
        raise NoTextLayer("this PDF holds pictures of pages and no text", where=where, do=_OCR)
    warnings = (_blank(blank, where),) if blank else ()
    columns: list[Sequence[Line]] = []
    for number, words in enumerate(pages, 1):
        for region in regions(words):
            found = lines(region.words)
            for line in found:
                line.page, line.column = number, region.column
            columns.append(found)
    return Layout(tuple(composed(columns)), warnings)


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


def _page(document: Any, index: int, where: str) -> list[Word]:
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise DamagedFile(
            f"page {index + 1} of this PDF is damaged", where=where, do="fetch or export it again"
        ) from None
    try:
        return Glyphs(text, pdfium.FPDFPage_GetRotation(page.raw), *page.get_size()).words()
    finally:
        text.close()
        page.close()


def _blank(pages: list[int], where: str) -> str:
    named = ", ".join(map(str, pages[:8])) + (" and others" if len(pages) > 8 else "")
    noun = "page" if len(pages) == 1 else "pages"
    return f"{where}: no text on {noun} {named}; if they are scanned, {_OCR}."
