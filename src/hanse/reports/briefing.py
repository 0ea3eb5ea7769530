"""What does a mayor need to know before the meeting? Two pages on a counterpart, every line with its source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as calendar_date
from typing import Any

import pypdfium2

from hanse.errors import UnprintableText
from hanse.reports import frame
from hanse.reports.typesetting import pieces, typeset

PAGES = 2
"""What a mayor reads on the way."""
LENGTHS = ((None, None), *((lines, 280) for lines in range(16, 0, -1)), (1, 140), (1, 70))
"""Lines of a section and characters of a text or quotation, from all that was given to the least that is printed."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know: ``text``, the words that prove it where there are any, and where it comes from.

    ``source`` is a short name with document and paragraph ("A/RES/73/195, para. 31"), ``href`` its address or empty.
    """

    text: str
    quote: str
    source: str
    href: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, the weightiest first; ``more`` counts those that only the page has."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that is told of a counterpart before a meeting; the first section is what to ask for.

    ``counterpart`` is name and kind; ``occasion`` what it is for; ``address`` the page that has everything; ``date`` is
    the meeting's, ``made`` the day on which the briefing was put together (dates or EDTF).
    """

    title: str
    counterpart: str
    occasion: str
    date: calendar_date | str
    language: str
    address: str
    sections: tuple[Section, ...]
    made: calendar_date | str


def briefing_pdf(briefing: Briefing) -> bytes:
    """The briefing on two A4 pages at most; same briefing, same bytes.

    What does not fit is cut evenly: every section keeps its first lines and says how many more the page has; after
    that long texts end in an ellipsis. The first section keeps twice the lines of the others.
    Raises UnprintableText where even one short line a section does not fit, or a character is in no font.
    """
    for lines, characters in LENGTHS:
        made = typeset("briefing", _data(shortened(briefing, lines, characters)), language=briefing.language)
        if pages(made) <= PAGES:
            return made
    raise UnprintableText(
        f"one line a section is more than {PAGES} pages",
        where=f"the briefing “{briefing.title}”",
        do="give fewer sections or shorter headings",
    )


def shortened(briefing: Briefing, lines: int | None, characters: int | None) -> Briefing:
    """The briefing with at most so many lines a section (twice as many in the first), and so long texts."""
    if lines is None:
        return briefing
    kept = tuple(
        _cut(section, lines if place else 2 * lines, characters) for place, section in enumerate(briefing.sections)
    )
    return replace(briefing, sections=kept)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _cut(section: Section, lines: int, characters: int | None) -> Section:
    kept = tuple(
        replace(line, text=_clipped(line.text, characters), quote=_clipped(line.quote, characters))
        for line in section.lines[:lines]
    )
    return replace(section, lines=kept, more=section.more + len(section.lines) - len(kept))


def _clipped(text: str, characters: int | None) -> str:
    """A text that ends at a word within so many characters, with an ellipsis where it was cut."""
    if characters is None or len(text) <= characters:
        return text
    start = text[: characters - 1]
    return f"{start.rsplit(maxsplit=1)[0] if ' ' in start[characters // 2 :] else start}…"


def _data(briefing: Briefing) -> dict[str, Any]:
    made = frame.day(briefing.made, briefing.language)
    return {
        "title": " ".join(briefing.title.split()),
        "printed": str(briefing.made),
        "counterpart": briefing.counterpart,
        "occasion": briefing.occasion,
        "date": frame.day(briefing.date, briefing.language),
        "address": briefing.address,
        "made": made,
        "sections": [
            {
                "heading": section.heading,
                "more": section.more,
                "lines": [
                    {"text": pieces(line.text), "quote": line.quote, "source": line.source, "href": line.href}
                    for line in section.lines
                ],
            }
            for section in briefing.sections
        ],
    }
