"""Which sentences of a document cite, and what? Every citation marker tied to its reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from hanse.citing.linking import Marker, Works, folded
from hanse.citing.notes import NotesRead, mark_places
from hanse.citing.reference import Reference
from hanse.citing.reference_list import ReferenceList, references
from hanse.citing.reference_names import authors
from hanse.text.document import Document, Passage, Span
from hanse.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that cites: where it stands, its markers, and the places of the references that it cites."""

    passage: str
    """Id of the document's passage."""
    span: Span
    """The sentence in that passage's text."""
    text: str
    section: str
    markers: tuple[Marker, ...]
    """Those in its text, then those of its notes; a marker of a note has its place in the note."""
    cites: tuple[int, ...]
    notes: tuple[str, ...] = ()
    own: tuple[int, ...] = ()
    """The cited works that share an author with the document."""


@dataclass(frozen=True)
class Citations:
    """A document's references (a list's, or those that its notes hold in full) and the sentences that cite them."""

    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]
    warnings: tuple[str, ...] = field(default=())
    until: int = 0
    """How many of the document's passages stand before its list of references."""

    def __iter__(self) -> Iterator[Citation]:
        return iter(self.citations)

    def __len__(self) -> int:
        return len(self.citations)


def citations(document: Document) -> Citations:
    """Every sentence of a document that cites, tied to what it cites: author and year, numbers, notes with "ibid." and
    the like, symbols of the United Nations. A marker that no reference answers ties to nothing."""
    listed = references(document)
    works = Works(listed.references, numbered=bool(listed.references) and _by_number(document, listed))
    notes = NotesRead(document, works, listed=bool(listed.references))
    writers = _writers(document)
    found: list[Citation] = []
    places = mark_places(document, notes, works)
    before: tuple[int, ...] = ()
    for passage in document.passages[: listed.start]:
        if passage.kind == "title" or passage.id in notes.passages:
            continue
        for citation in _cited(passage, works, notes, places.get(passage.id, []), writers, document.language, before):
            found.append(citation)
            before = citation.markers[-1].cites
    warnings = listed.warnings if not works.references else ()
    return Citations(tuple(works.references), tuple(found), warnings, len(document.passages[: listed.start]))


def _by_number(document: Document, listed: ReferenceList) -> bool:
    """Whether "[1]" means the first of the list: it has numbers, or no more citations are by author and year."""
    if listed.numbered or any(reference.number for reference in listed.references):
        return True
    named, counted = Works(listed.references), Works(listed.references, numbered=True)
    texts = [passage.text for passage in document.passages[: listed.start]]
    return sum(len(counted.markers(text)) for text in texts) >= 2 * sum(len(named.markers(text)) for text in texts)


def _cited(
    passage: Passage,
    works: Works,
    notes: NotesRead,
    marks: list[tuple[int, str, bool]],
    writers: frozenset[str],
    language: str,
    before: tuple[int, ...],
) -> Iterator[Citation]:
    words = passage.text
    for at, mark, glued in marks:
        if glued:
            words = words[:at] + " " * len(mark) + words[at + len(mark) :]
    spans = _whole(words, _apart(words, sentences(words, language)))
    for place, (start, end) in enumerate(spans):
        text = words[start:end]
        until = spans[place + 1][0] if place + 1 < len(spans) else len(passage.text) + 1
        markers = _with_again(text, works.markers(text), before)
        told: list[str] = []
        for at, mark, _ in marks:
            if not start < at <= max(end, until - 1) and not (at == start == 0):
                continue
            if mark in notes.texts:
                told.append(notes.texts[mark])
                markers += notes.markers(mark)
            elif re.match(r"\d", mark) and (cites := works.numbers(mark)):
                markers.append(Marker(mark, (min(at, end) - start, min(at, end) - start), cites))
        cites = tuple(dict.fromkeys(cite for marker in markers for cite in marker.cites))
        if cites:
            before = markers[-1].cites
            own = tuple(cite for cite in cites if writers & _families(works.references[cite]))
            section = passage.headings[-1] if passage.headings else ""
            yield Citation(passage.id, (start, end), text, section, tuple(markers), cites, tuple(told), own)


_AGAIN = re.compile(
    r"[(\[](?:(?:see(?: also)?|cf\.|voir|véase|siehe|vgl\.)\s)?(?:ib[ií]d(?:em)?|[ií]dem|id\.|ebd\.|ebenda)"
    r"(?=[.,;:)\]\s])[^()\[\]]*[)\]]",
    re.IGNORECASE,
)


def _with_again(text: str, markers: tuple[Marker, ...], before: tuple[int, ...]) -> list[Marker]:
    """The markers of a sentence, and "(ibid., p. 4)" for what the marker before it cites; ``before`` are the works
    that the sentence before cites last."""
    found = list(markers)
    for match in _AGAIN.finditer(text):
        meant = next((each.cites for each in reversed(found) if each.span[1] <= match.start()), before)
        if meant:
            found.append(Marker(match[0], match.span(), meant))
            found.sort(key=lambda marker: marker.span)
    return found


_PLAIN_END = re.compile(r"(?<=[a-z]{4})(?<!\bparas)(?<!\bsect)(?<!\barts)(?<!\bnotes)[.]\s+(?=[A-Z][a-z]+ )")


def _apart(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Sentences that end in a plain word and were not told from the next."""
    found: list[Span] = []
    for start, end in spans:
        for match in _PLAIN_END.finditer(text, start, end):
            found.append((start, match.start() + 1))
            start = match.end()
        found.append((start, end))
    return tuple(found)


def _whole(text: str, spans: tuple[Span, ...]) -> list[Span]:
    """Sentences; what was cut after "et al." or inside a bracket is put together again."""
    found: list[Span] = []
    for start, end in spans:
        if found:
            before = text[found[-1][0] : found[-1][1]]
            after = text[start:end]
            if (
                before.count("(") > before.count(")")
                or (re.search(r"(?:\bet al|\bn\.d|\bcf)\.$", before) and re.match(r"[(\[\d]|[a-z]", after))
                or re.match(r"\s*[(\[][^()]*\d{4}[^()]*[)\]][.;]?\s*$|\s*\[[\d, –-]+\]\.?$", after)
            ):
                found[-1] = (found[-1][0], end)
                continue
        found.append((start, end))
    return found


def _writers(document: Document) -> frozenset[str]:
    """The families of the document's own authors, from what stands right beneath its title."""
    if document.actor:
        return frozenset(folded(author.family) for author in authors(document.actor)[0])
    for passage in document.passages[:4]:
        if (
            passage.text != document.title
            and len(passage.text) < 200
            and passage.kind != "heading"
            and not passage.text.rstrip().endswith(".")
        ):
            return frozenset(folded(author.family) for author in authors(passage.text)[0] if author.given)
    return frozenset()


def _families(reference: Reference) -> set[str]:
    return {folded(author.family) for author in reference.authors if author.given}
