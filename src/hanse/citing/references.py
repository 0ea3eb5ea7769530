"""What does a reference string say? Its marks are taken out, then its head is read, then what follows the title."""

from __future__ import annotations

import re
from dataclasses import replace

from hanse.citing.reference import Author, Kind, Reference
from hanse.citing.reference_back import pointing_back
from hanse.citing.reference_details import Details, details
from hanse.citing.reference_heads import Head, head
from hanse.citing.reference_labels import labelling
from hanse.citing.reference_marks import Marks, mended, taken
from hanse.citing.reference_names import authors
from hanse.citing.reference_parts import Parts, parts
from hanse.citing.reference_un import house, organ, resolution, signed, treaty, un_head, under, whole_title

_NEWS = re.compile(
    r"\b(?:Times|Post|Guardian|Herald|Tribune|Gazette|Daily|News|Newspaper|Economist|Monde|País|Zeitung|Reuters"
    r"|Financial Times|Observer|Independent|Chronicle|Telegraph|Star|Standard|Nation|Mail|Spiegel|Politico"
    r"|Courier|Mirror)\b"
)
_SPOKEN = re.compile(r"^[A-ZÀ-ÞĀ-Ž][a-zß-ž][^,]* [^,]*[a-zß-ž]$")
_REPORT = re.compile(r"\breports?\b|\bbrief|\bassessment\b|\bannual\b|\bguidelines\b|\bstudy\b", re.IGNORECASE)
_WORKING = re.compile(r"working paper|discussion paper|\bWP\b|occasional paper", re.IGNORECASE)


def reference(text: str, *, note: bool = False) -> Reference:
    """A reference string, lines and all, as a Reference; ``note`` where it stands in a footnote, in which a last bare
    number is the page that is pointed to. What the string does not say is empty; an empty string gives an empty one."""
    words = mended(text)
    marks = taken(words)
    if note and (back := pointing_back(words, marks)):
        return back
    ruled = _ruled(words, marks, note=note)
    if not marks.rest or treaty(marks.rest):
        return ruled
    told = parts(marks.rest, ruled, labelling(), note=note)
    if marks.symbol and not told.fields["title"] and (within := told.fields["container"]):
        opened = re.search(rf"\b[IE]n {re.escape(within)}", marks.rest)  # "In Safety and Dignity" is no chapter
        told.fields["title"] = opened[0] if opened else within
    if resolution(marks.rest) and (not told.fields["title"] or _SPOKEN_OF.search(told.fields["title"])):
        return _numbered(ruled, marks.rest)
    if not told.fields["title"]:
        return _phrased(ruled, marks.rest) if marks.symbol and ruled.title else ruled
    by = replace(ruled, authors=told.authors, others=told.others)
    if marks.symbol:
        return _of_un(by, told, marks.rest)
    return replace(by, kind=told.kind, **told.fields)


def _of_un(by: Reference, told: Parts, rest: str) -> Reference:
    """A document with a symbol: its paragraphs, sessions, supplements and resolutions are told by their form."""
    held = {name: told.fields[name] for name in ("title", "year", "suffix", "publisher", "place")}
    people = [replace(each, family=_RESOLVED.sub("", each.family)) for each in by.authors]
    if _RELEASE.fullmatch(held["title"]) and people:  # what stands before it is the title
        held["title"], people = ", ".join(each.family for each in people), []
    held["year"] = held["year"] or by.year
    if not people:
        body, held["title"] = organ(held["title"])
        people = [Author(body)]
    elif f"{people[-1].family} {held['title']}" in rest:  # a body was cut in two
        body, title = organ(f"{people[-1].family} {held['title']}")
        if body:
            people[-1], held["title"] = Author(body), title
    if not people[-1].given:
        body, held["title"] = under(people[-1].family, held["title"], rest)
        people[-1] = Author(body)
    held["title"] = whole_title(held["title"], rest)
    held["publisher"] = house(held["publisher"], held["title"], rest)
    held["place"] = held["place"] if held["place"] in rest.replace(held["title"], "", 1) else ""
    held |= {"container": "", "volume": "", "issue": "", "pages": ""}
    pin = signed(rest) or told.fields["pinpoint"] or by.pinpoint
    named = tuple(each for each in people if each.family)
    return replace(by, kind="un-document", authors=named, pinpoint=pin, **held)


def _phrased(ruled: Reference, rest: str) -> Reference:
    """A document as the rules read it, its body told from its title, and its paragraph told by its sign."""
    body, title = organ(ruled.title) if not ruled.authors else ("", ruled.title)
    people = (Author(body),) if body else ruled.authors
    return replace(ruled, authors=people, title=whole_title(title, rest), pinpoint=signed(rest) or ruled.pinpoint)


_RESOLVED = re.compile(r",?\s*\b[Rr]es(?:olution\b|\b\.?)(?:\s+\d[\d/]*(?:\s?\([IVXLC]+\))?)?$")
_RELEASE = re.compile(r"(?:UN |United Nations )?[Pp]ress [Rr]elease")
_SPOKEN_OF = re.compile(r"(?:^|^[\w. ]+ )(?:[Rr]es\b\.?|[Rr]esolution|[Rr]ésolution|[Rr]esolución) [\d/]+|^\d[\d/]*$")


def _numbered(ruled: Reference, rest: str) -> Reference:
    """A resolution that is cited by number alone: it has no title but its number."""
    if re.search(r"[^\W\d_]{2}", ruled.title) and not _SPOKEN_OF.search(ruled.title):
        return ruled
    body = re.match(r"^((?:UN |United Nations )?(?:[A-Z][\w-]+ ?)+?),? [Rr](?:es\b|esolution)", rest)
    named = tuple(replace(each, family=_RESOLVED.sub("", each.family)) for each in ruled.authors)
    people = named or ((Author(body[1]),) if body else ())
    pin = re.search(r"(?:[¶§]+|\bparas?\.?|\barts?\.?|\bat|\bOP)\s*(\d+(?:[-–]\d+)?(?:\([a-z]\))?)", rest)
    return replace(ruled, title="", authors=people, pinpoint=ruled.pinpoint or (pin[1] if pin else ""))


def ruled_reference(text: str, *, note: bool = False) -> Reference:
    """A reference string as the rules alone read it."""
    words = mended(text)
    return _ruled(words, taken(words), note=note)


def _ruled(words: str, marks: Marks, *, note: bool) -> Reference:
    if not marks.rest:
        return Reference(words, number=marks.number, doi=marks.doi, url=marks.url, symbol=marks.symbol)
    if convention := treaty(marks.rest):
        top, series, volume, page, pin = convention
        placed = Details(container=series, volume=volume, pages=page, pinpoint=pin)
        return replace(_made(words, marks, top, placed, (), False), kind="un-document")
    top = head(marks.rest)
    if marks.symbol and not top.dated:
        top, pin, publisher, place = un_head(marks.rest, marks.symbol)
        names, others = authors(top.authors)
        rest = Details(pinpoint=pin, publisher=publisher, place=place)
        return _made(words, marks, top, rest, names, others)
    pointed = note or (not top.dated and bool(_SPOKEN.match(top.authors)))
    rest = details(top.rest, quoted=top.quoted, note=pointed, dated=bool(top.year))
    names, others = authors(top.authors)
    return _made(words, marks, top, rest, names, others)


def _made(words: str, marks: Marks, top: Head, rest: Details, names: tuple[Author, ...], others: bool) -> Reference:
    kind = _kind(words, marks, top, rest)
    publisher, container = rest.publisher, rest.container or rest.series
    if container in ("Report", "Publication") and container == rest.series:
        container = ""
    if kind in ("web-page", "news") and not container:
        container, publisher = publisher, ""
    if kind == "journal-article" and not container:
        container, publisher = publisher, ""
    if kind == "news" and rest.pinpoint and not rest.pages:
        rest.pages, rest.pinpoint = rest.pinpoint, ""
    return Reference(
        text=words,
        kind=kind,
        authors=names,
        others=others,
        year=top.year or rest.year,
        suffix=top.suffix,
        title=top.title,
        container=container,
        volume=rest.volume,
        issue=rest.issue,
        pages=rest.pages,
        publisher=publisher,
        place=rest.place,
        doi=marks.doi,
        url=marks.url,
        symbol=marks.symbol,
        pinpoint=rest.pinpoint,
        number=marks.number,
    )


def _kind(words: str, marks: Marks, top: Head, rest: Details) -> Kind:
    if marks.symbol:
        return "un-document"
    if rest.thesis:
        return "thesis"
    if rest.series:
        return "working-paper" if _WORKING.search(rest.series) else "report"
    if rest.within:
        return "chapter"
    if _NEWS.search(rest.container or rest.publisher) and not (rest.issue or (rest.place and not rest.container)):
        return "news"
    if rest.volume or (rest.container and rest.pages):
        return "journal-article"
    if marks.url and re.search(r"\bblog\b|\.(?:org|com|net)$", rest.publisher, re.IGNORECASE):
        return "web-page"
    if marks.url and (top.quoted or not rest.publisher):
        return "web-page"
    if top.quoted and rest.container:
        return "journal-article" if marks.doi else "web-page"
    return "report" if _REPORT.search(words) or (top.authors and names_body(top.authors)) else "book"


def names_body(text: str) -> bool:
    """Whether a list of authors is a single body."""
    found, _ = authors(text)
    return bool(found) and not any(author.given for author in found)
