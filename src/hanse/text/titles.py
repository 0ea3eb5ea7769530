"""What is a document called? By its properties, else by the heading that opens it, else by its file's name in words."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import unquote

from hanse.errors import HanseError
from hanse.text.characters import squeezed
from hanse.text.document import Document
from hanse.text.docx_package import Package
from hanse.text.formats import Format, format_of
from hanse.text.structure import title as opening

LONGEST = 300
"""Characters: what is longer in a file's properties is an abstract or a paragraph, and no title."""
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_FILES = (
    r"docx?|docm|dotx?|rtf|odt|pages|wpd|pdf|txt|md|html?|xlsx?|csv|pptx?|ppsx?|odp|indd|indb|qx[dp]|fm|p65|pub|tex|dvi"
    r"|e?ps|ai|cdr|psd|jpe?g|png|tiff?"
)
_OF_A_PROGRAM = re.compile(
    rf"microsoft (?:office )?(?:word|powerpoint|excel|publisher)\b.*|.*\.(?:{_FILES})|[a-z]:\\.*|\w+://.*|/\w.*"
    r"|[\[(<].*[\])>]|.*\b(?:click to (?:add|edit)|type the (?:document )?title)\b.*",
    re.IGNORECASE,
)
"""Names that a program wrote: itself and a file, a path, an address, a place to be filled."""
_NOBODYS = re.compile(
    r"(?:un|no[ -]?)titled?(?: document)?|sans[ -](?:titre|nom)|sin t[ií]tulo|sem t[ií]tulo|senza titolo|ohne titel"
    r"|unbenannt|без (?:названия|имени)|(?:بدون|بلا) عنوان|无标题|未命名|無題"
    r"|(?:new |blank |scanned |word[ -]|my )?(?:document|file|page|image)|scan(?: to \w+)?|camscanner.*"
    r"|(?:nouveau |neues |nuevo |novo )?(?:documento?|dokument|документ|مستند|文档|文件)(?: (?:microsoft )?word)?"
    r"|document(?:o sin t[ií]tulo| sans (?:titre|nom)|o sem t[ií]tulo)"
    r"|(?:powerpoint[ -])?pr[eéä]s[ei]nta(?:tion|ci[oó]n|zione)(?: powerpoint)?|slide|diapositiva|folie"
    r"|title|titre|t[ií]tulo|titel|название|عنوان|标题|name|(?:normal )?template|normal|layout|default|none|null|test"
    r"|full page fax print|print|printing|cover|blank|copy|text|contents|table of contents|sommaire|índice"
    r"|draft|final|final draft|report|paper|letter|memo(?:randum)?|statement|press release|agenda",
    re.IGNORECASE,
)
"""What any document is called that nobody named, a number behind it or not."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")


def title_of(document: Document, data: bytes) -> str:
    """The title that a document gives itself; "" where none can be told.

    ``data`` are the bytes it was read from. The title in the properties of a PDF or a Word file comes first, unless it
    is what programs put there ("Microsoft Word - x.doc", "untitled"); then the title or heading that opens the text.
    """
    properties = _properties(data, document.source)
    if telling(properties):
        return properties
    heading = squeezed(opening(document.content))
    return heading if telling(heading) else ""


def telling(title: str) -> bool:
    """Whether a title says what a text is, and not which program or file it comes from."""
    if not 2 < len(title) <= LONGEST or "\ufffd" in title or not title.isprintable():
        return False
    bare = re.sub(r"[\W\d_]+$", "", title)
    if _OF_A_PROGRAM.fullmatch(title) or _NOBODYS.fullmatch(bare) or not any(map(str.isalpha, bare)):
        return False
    return (
        " " in title
        or bool(_UNSPACED.search(title))
        or re.fullmatch(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", title) is not None
    )


def in_words(name: str) -> str:
    """The name of a file, without its ending, as words: "zero_draft%20rev1 (2)" is "Zero draft rev1"."""
    words = re.sub(r"(?<=\S)\s*\(\d{1,2}\)$", "", squeezed(unquote(name).replace("_", " ")))
    if " " not in words:
        words = squeezed(words.replace("-", " "))
    return words[:1].upper() + words[1:] or name


def _properties(data: bytes, name: str) -> str:
    """The title in the properties of a file that was read already."""
    try:
        kind = format_of(data, name)
        if kind is Format.PDF:
            return _of_pdf(data)
        return _of_word(data, name) if kind is Format.DOCX else ""
    except HanseError:
        return ""


def _of_pdf(data: bytes) -> str:
    import pypdfium2

    with suppress(pypdfium2.PdfiumError, ValueError):
        document = pypdfium2.PdfDocument(data)
        try:
            return squeezed(document.get_metadata_value("Title"))
        finally:
            document.close()
    return ""


def _of_word(data: bytes, name: str) -> str:
    properties = Package(data, name).properties()
    found = None if properties is None else properties.findtext(_TITLE)
    return squeezed(found or "")
