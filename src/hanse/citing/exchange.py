"""How do references come in from other programs, and go out to them? BibTeX, RIS, CSL-JSON; citations as JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import rispy
from pybtex.database import BibliographyData, Entry, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from hanse.citing.citations import Citations
from hanse.citing.reference import Author, Kind, Reference
from hanse.errors import DamagedFile

_CSL: dict[Kind, str] = {
    "journal-article": "article-journal",
    "book": "book",
    "chapter": "chapter",
    "report": "report",
    "working-paper": "article",
    "web-page": "webpage",
    "un-document": "legislation",
    "thesis": "thesis",
    "news": "article-newspaper",
}
_BIBTEX: dict[Kind, str] = {
    "journal-article": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "working-paper": "unpublished",
    "web-page": "online",
    "un-document": "legal",
    "thesis": "phdthesis",
    "news": "newspaper",
}
_RIS: dict[Kind, str] = {
    "journal-article": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "working-paper": "UNPB",
    "web-page": "ELEC",
    "un-document": "GOVDOC",
    "thesis": "THES",
    "news": "NEWS",
}
_CITO = {"supports": "supports", "contrasts": "disputes", "mentions": "cites", "unsure": "cites"}
_CONTEXT = {"cito": "http://purl.org/spar/cito/", "dcterms": "http://purl.org/dc/terms/"}
_PAGES = re.compile(r"\s*(?:--?|–|—)\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def to_csl(references: Iterable[Reference]) -> str:
    """References as CSL-JSON, in order; ids are "r1", "r2" ..."""
    items = [_csl(reference, f"r{place}") for place, reference in enumerate(references, 1)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def from_csl(text: str) -> tuple[Reference, ...]:
    """References from CSL-JSON. Raises DamagedFile where it is none."""
    try:
        items = json.loads(text)
    except ValueError:
        items = None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise DamagedFile("this is no list of references in CSL-JSON", do="export it again as CSL-JSON")
    return tuple(_from_csl(item) for item in items)


def to_bibtex(references: Iterable[Reference]) -> str:
    """References as BibTeX, in order; keys are "r1", "r2" ..."""
    entries = {f"r{place}": _entry(each) for place, each in enumerate(references, 1)}
    return str(BibliographyData(entries).to_string("bibtex"))


def from_bibtex(text: str) -> tuple[Reference, ...]:
    """References from BibTeX. Raises DamagedFile where it cannot be read."""
    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        raise DamagedFile("this BibTeX cannot be read", do="export it again") from error
    return tuple(_from_entry(entry) for entry in entries.values())


def to_ris(references: Iterable[Reference]) -> str:
    """References as RIS, in order."""
    return str(rispy.dumps([_ris(each) for each in references]))


def from_ris(text: str) -> tuple[Reference, ...]:
    """References from RIS. Raises DamagedFile where it cannot be read."""
    try:
        items = rispy.loads(text)
    except (OSError, ValueError, KeyError) as error:
        raise DamagedFile("this RIS cannot be read", do="export it again") from error
    return tuple(_from_ris(item) for item in items)


def to_cito(document: str, found: Citations, stances: Sequence[str] = ()) -> str:
    """What a document cites, as JSON-LD in the words of the Citation Typing Ontology; ``stances`` has one for each
    citation, in order, and all are mere citations without it. ``document`` is the document's address or id."""
    told = list(stances) or ["mentions"] * len(found.citations)
    acts = [
        {
            "@type": "cito:Citation",
            "cito:hasCitingEntity": {"@id": document},
            "cito:hasCitationCharacterization": {"@id": f"cito:{_CITO[stance]}"},
            "cito:hasCitedEntity": {"@id": _address(found.references[place], place)},
            "dcterms:description": citation.text,
        }
        for citation, stance in zip(found.citations, told, strict=True)
        for place in citation.cites
    ]
    return json.dumps({"@context": _CONTEXT, "@graph": acts}, ensure_ascii=False, indent=1) + "\n"


def _address(reference: Reference, place: int) -> str:
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    if reference.symbol:
        return f"https://undocs.org/{reference.symbol.replace(' ', '')}"
    return reference.url or f"_:r{place + 1}"


def _csl(reference: Reference, id: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": id, "type": _CSL[reference.kind]}
    people = [
        {"family": each.family, "given": each.given} if each.given else {"literal": each.family}
        for each in reference.authors
    ]
    fields = {
        "author": people,
        "issued": {"date-parts": [[int(reference.year)]]} if reference.year else None,
        "title": reference.title,
        "container-title": reference.container,
        "volume": reference.volume,
        "issue": reference.issue if reference.kind == "journal-article" else "",
        "number": reference.symbol or (reference.issue if reference.kind != "journal-article" else ""),
        "page": reference.pages,
        "publisher": reference.publisher,
        "publisher-place": reference.place,
        "DOI": reference.doi,
        "URL": reference.url,
    }
    return item | {name: value for name, value in fields.items() if value}


def _from_csl(item: Mapping[str, Any]) -> Reference:
    kinds: dict[str, Kind] = {csl: kind for kind, csl in _CSL.items()}
    kind = kinds.get(str(item.get("type", "")), "book")
    people = [each for each in item.get("author") or [] if isinstance(each, dict)]
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    year = str(parts[0][0]) if parts and parts[0] else ""
    number = str(item.get("number", ""))
    return Reference(
        text=str(item.get("title", "")),
        kind=kind,
        authors=tuple(
            Author(str(each.get("literal") or each.get("family", "")), str(each.get("given", ""))) for each in people
        ),
        year=year,
        title=str(item.get("title", "")),
        container=str(item.get("container-title", "")),
        volume=str(item.get("volume", "")),
        issue=str(item.get("issue", "")) or ("" if kind == "un-document" else number),
        pages=_PAGES.sub("–", str(item.get("page", ""))),
        publisher=str(item.get("publisher", "")),
        place=str(item.get("publisher-place", "")),
        doi=str(item.get("DOI", "")),
        url=str(item.get("URL", "")),
        symbol=number if kind == "un-document" else "",
    )


def _entry(reference: Reference) -> Entry:
    container = "booktitle" if reference.kind == "chapter" else "journal"
    fields = {
        "title": reference.title,
        "year": reference.year,
        container: reference.container,
        "volume": reference.volume,
        "number": reference.symbol or reference.issue,
        "pages": _PAGES.sub("--", reference.pages),
        "school" if reference.kind == "thesis" else "publisher": reference.publisher,
        "address": reference.place,
        "doi": reference.doi,
        "url": reference.url,
    }
    people = [
        Person(first=_safe(each.given), last=_safe(each.family))
        if each.given
        else Person(last=f"{{{_safe(each.family)}}}")
        for each in reference.authors
    ]
    kept = [(name, _safe(value)) for name, value in fields.items() if value]
    return Entry(_BIBTEX[reference.kind], fields=kept, persons={"author": people} if people else {})


def _from_entry(entry: Any) -> Reference:
    kinds: dict[str, Kind] = {name: kind for kind, name in _BIBTEX.items()}
    kind = kinds.get(entry.type, "book")
    told = {name.lower(): _plain(value) for name, value in entry.fields.items()}
    people = [
        Author(
            _plain(" ".join([*each.prelast_names, *each.last_names])),
            _plain(" ".join([*each.first_names, *each.middle_names])),
        )
        for each in entry.persons.get("author", [])
    ]
    number = told.get("number", "")
    return Reference(
        text=told.get("title", ""),
        kind=kind,
        authors=tuple(people),
        year=told.get("year", ""),
        title=told.get("title", ""),
        container=told.get("journal") or told.get("booktitle", ""),
        volume=told.get("volume", ""),
        issue="" if kind == "un-document" else number,
        pages=_PAGES.sub("–", told.get("pages", "")),
        publisher=told.get("publisher") or told.get("school") or told.get("institution", ""),
        place=told.get("address", ""),
        doi=told.get("doi", ""),
        url=told.get("url", ""),
        symbol=number if kind == "un-document" else "",
    )


def _plain(value: str) -> str:
    """A value with LaTeX's accents and signs as letters, without braces."""
    try:
        return str(Text.from_latex(value))
    except PybtexError:
        return re.sub(r"[{}]", "", value)


def _safe(value: str) -> str:
    """A value without braces and signs that no text file holds: BibTeX refuses those that are not paired."""
    return re.sub(r"[{}\\]", "", _CONTROL.sub("", value))


def _ris(reference: Reference) -> dict[str, Any]:
    low, _, high = reference.pages.partition("–")
    fields = {
        "type_of_reference": _RIS[reference.kind],
        "authors": [f"{each.family}, {each.given}" if each.given else each.family for each in reference.authors],
        "title": reference.title,
        "year": reference.year,
        "secondary_title": reference.container,
        "volume": reference.volume,
        "number": reference.symbol or reference.issue,
        "start_page": low,
        "end_page": high,
        "publisher": reference.publisher,
        "place_published": reference.place,
        "doi": reference.doi,
        "urls": [reference.url] if reference.url else [],
    }
    return {name: value for name, value in fields.items() if value}


def _from_ris(item: Mapping[str, Any]) -> Reference:
    kinds: dict[str, Kind] = {name: kind for kind, name in _RIS.items()}
    kind = kinds.get(str(item.get("type_of_reference", "")), "book")
    people = [name.partition(", ") for name in item.get("authors") or item.get("first_authors") or []]
    title = str(item.get("title") or item.get("primary_title", ""))
    number = str(item.get("number", ""))
    year = re.search(r"\d{4}", str(item.get("year") or item.get("publication_year", "")))
    return Reference(
        text=title,
        kind=kind,
        authors=tuple(Author(family, given) for family, _, given in people),
        year=year[0] if year else "",
        title=title,
        container=str(item.get("secondary_title") or item.get("journal_name", "")),
        volume=str(item.get("volume", "")),
        issue="" if kind == "un-document" else number,
        pages="–".join(filter(None, (str(item.get("start_page", "")), str(item.get("end_page", ""))))),
        publisher=str(item.get("publisher", "")),
        place=str(item.get("place_published", "")),
        doi=str(item.get("doi", "")),
        url=str((item.get("urls") or [""])[0]),
        symbol=number if kind == "un-document" else "",
    )
