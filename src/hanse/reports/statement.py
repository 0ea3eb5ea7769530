"""What did the cities sign, and who are they? A joint statement as an accessible PDF."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Any

from hanse.reports import frame, qr
from hanse.reports.typesetting import pieces, typeset


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the frozen text; ``number`` as it is cited ("4", "PP5", "(a)"), or empty."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature: who signed for which city, when; ``mark`` is late, rolling, on behalf, other words, or empty."""

    city: str
    country: str
    signer: str
    office: str
    date: calendar_date | str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The signatures of one region, in the order in which they are printed."""

    region: str
    signatures: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """All that is printed of a statement, in one language.

    ``language``, and ``versions`` (the other languages), are BCP 47 tags. ``date``, ``as_of`` and the dates of
    signatures are dates or EDTF. ``sha256`` is that of the frozen text, in hexadecimal. ``authentic`` is the tag of
    the authentic language, or a note in words. ``counting`` is the rule by which signatures are counted.
    """

    title: str
    language: str
    date: calendar_date | str
    sha256: str
    address: str
    authentic: str
    paragraphs: tuple[Paragraph, ...]
    groups: tuple[Group, ...]
    as_of: calendar_date | str
    counting: str
    withdrawn: int = 0
    versions: tuple[str, ...] = ()


def statement_pdf(sheet: StatementSheet) -> bytes:
    """The statement with its signatories by region, its hash and its public address; same sheet, same bytes.

    Raises UnprintableText where the title is empty, the language is no tag, or a character is in no font.
    """
    return typeset("statement", _data(sheet), language=sheet.language)


def _data(sheet: StatementSheet) -> dict[str, Any]:
    return {
        "title": " ".join(sheet.title.split()),
        "printed": str(sheet.as_of),
        "date": frame.day(sheet.date, sheet.language),
        "language": frame.named(sheet.language),
        "authentic": frame.named(sheet.authentic),
        "versions": [frame.named(each) for each in sheet.versions],
        "sha256": sheet.sha256,
        "address": sheet.address,
        "code": qr.svg(sheet.address),
        "paragraphs": [{"number": each.number, "text": pieces(each.text)} for each in sheet.paragraphs],
        "as_of": frame.day(sheet.as_of, sheet.language),
        "counting": sheet.counting,
        "signed": sum(len(group.signatures) for group in sheet.groups),
        "withdrawn": sheet.withdrawn,
        "groups": [
            {"region": group.region, "signatures": [_signature(each, sheet.language) for each in group.signatures]}
            for group in sheet.groups
        ],
    }


def _signature(signed: Signed, language: str) -> dict[str, str]:
    marks = frame.words(language)["marks"]
    return {
        "city": signed.city,
        "country": signed.country,
        "signer": signed.signer,
        "office": signed.office,
        "date": frame.day(signed.date, language, "medium"),
        "mark": marks.get(signed.mark.strip().casefold(), signed.mark),
    }
