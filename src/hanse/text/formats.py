"""Which format is this file in? Told by its bytes; its name only settles what the bytes leave open."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from hanse.errors import DamagedFile, EncryptedFile, UnsupportedFile

SUPPORTED = "PDF, DOCX, HTML, TXT and Markdown"


class Format(Enum):
    PDF = "PDF"
    DOCX = "DOCX"
    HTML = "HTML"
    MARKDOWN = "Markdown"
    TEXT = "plain text"


_SUFFIXES = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    "": Format.TEXT,
}
_OTHERS = (
    (b"{\\rtf", "a rich text file (RTF)", "save it as DOCX"),
    (b"\x89PNG", "a picture (PNG)", "run it through OCR and save it as PDF"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "run it through OCR and save it as PDF"),
    (b"GIF8", "a picture (GIF)", "run it through OCR and save it as PDF"),
    (b"II*\x00", "a picture (TIFF)", "run it through OCR and save it as PDF"),
    (b"MM\x00*", "a picture (TIFF)", "run it through OCR and save it as PDF"),
    (b"%!PS", "a PostScript file", "save it as PDF"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"MZ", "a program", "leave it out"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"SQLite format 3", "a database", "leave it out"),
)
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def format_of(data: bytes, where: str) -> Format:
    """The format of a file's bytes.

    Raises UnsupportedFile for what Hanse does not read, and DamagedFile where the name promises another format than the
    bytes have.
    """
    suffix = PurePath(where).suffix.lower()
    promised = _SUFFIXES.get(suffix)
    found = _by_bytes(data, where)
    if found is None:
        return _text(data, promised, suffix, where)
    if promised is found or promised is None or suffix == "":
        return found
    if promised in (Format.TEXT, Format.MARKDOWN) and found is Format.HTML:
        return found
    raise DamagedFile(
        f"the name promises {promised.value} but the file is {found.value}",
        where=where,
        do=f"rename it to end in .{_ending(found)}",
    )


def _by_bytes(data: bytes, where: str) -> Format | None:
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data, where)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data, where)
    for magic, what, do in _OTHERS:
        if data.startswith(magic) and not (magic == b"MZ" and b"\x00" not in data[:200]):
            raise UnsupportedFile(f"this is {what}; Hanse reads {SUPPORTED}", where=where, do=do)
    return Format.HTML if _MARKUP.match(data[:4096]) else None


def _packed(data: bytes, where: str) -> Format:
    if b"word/" in data or PurePath(where).suffix.lower() in (".docx", ".docm", ".dotx"):
        return Format.DOCX
    kinds = (
        (b"xl/", "an Excel workbook"),
        (b"ppt/", "a PowerPoint file"),
        (b"opendocument", "an OpenDocument file"),
        (b"epub", "an e-book"),
    )
    what = next((name for mark, name in kinds if mark in data[:4096] or mark in data[-8192:]), "a zip archive")
    do = "unpack it first" if what == "a zip archive" else "save it as DOCX or PDF"
    raise UnsupportedFile(f"this is {what}; Hanse reads {SUPPORTED}", where=where, do=do)


def _compound(data: bytes, where: str) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile("the document is locked with a password", where=where, do="save it without the password")
    raise UnsupportedFile(
        f"this is a file of Word 97-2003 (DOC); Hanse reads {SUPPORTED}", where=where, do="save it as DOCX"
    )


def _text(data: bytes, promised: Format | None, suffix: str, where: str) -> Format:
    """What the bytes do not name is text, if the name does not promise a format that would have said so."""
    if promised in (Format.PDF, Format.DOCX):
        raise DamagedFile(
            f"the name promises {promised.value} but the file is not one",
            where=where,
            do="fetch or export it again, or give it the ending of its true format",
        )
    if promised is None:
        if b"\x00" in data[:4096] or _FOREIGN.fullmatch(suffix):
            raise UnsupportedFile(
                f"files ending in {suffix} are not read; Hanse reads {SUPPORTED}",
                where=where,
                do="save it as one of these",
            )
        return Format.TEXT
    return promised


_FOREIGN = re.compile(r"\.(?:rtf|odt|doc|xlsx?|csv|tsv|pptx?|json|xml|epub|png|jpe?g|gif|tiff?|zip|exe|py|js|css)")


def _ending(found: Format) -> str:
    return {Format.PDF: "pdf", Format.DOCX: "docx", Format.HTML: "html", Format.MARKDOWN: "md", Format.TEXT: "txt"}[
        found
    ]
