"""What of that which is referred to is held here? References and documents, sources, instruments find each other.

Each pair is looked at by itself (`hanse.citing.known_works`): a DOI or a symbol is enough, a title is not without the
year or an author. So what is hidden never decides about what is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Q

from hanse.citing.known_works import known_work
from hanse.citing.reference import Author
from hanse.citing.reference import Reference as Named
from hanse.workspace.citations.identity import bare_symbol, doi_in, title_start
from hanse.workspace.citations.models import Held, Paper, Reference
from hanse.workspace.citations.papers import as_cited, introduce
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.models import Instrument, Source

AT_ONCE = 400
"""References that are looked up in one question to the database."""


def resolve(references: Sequence[Reference]) -> None:
    """Find what these references name; what was found for them before is put right."""
    records = [_of_instrument(each) for each in Instrument.objects.standing()]
    records += [_of_source(each) for each in Source.objects.standing()]
    for place in range(0, len(references), AT_ONCE):
        _resolve(references[place : place + AT_ONCE], records)


def _resolve(references: Sequence[Reference], records: Sequence[Candidate]) -> None:
    found = []
    candidates = [*_documents(references), *records]
    by_key: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in candidates:
        for key in candidate.keys:
            by_key.setdefault(key, []).append(candidate)
    for reference in references:
        named = reference.as_reference()
        near = [each for key in _keys(reference) for each in by_key.get(key, ())]
        for candidate in dict.fromkeys(near):
            if candidate.document_id == reference.document_id:
                continue
            if by := _same(named, candidate.named):
                found.append(Held(reference=reference, by=by, **candidate.thing))
    _write(Q(reference__in=references), found)


def settle(document: Document) -> None:
    """A document came, or changed: which references name it now?"""
    paper = introduce(document)
    named = as_cited(paper)
    near = Q(title_start__in={paper.title_start, paper.heading_start} - {""})
    if paper.doi:
        near |= Q(doi=paper.doi)
    if document.symbol:
        near |= Q(symbol_key=bare_symbol(document.symbol))
    found = [
        Held(reference=reference, document=document, by=by)
        for reference in Reference.objects.filter(near).exclude(document=document)
        if (by := _same(reference.as_reference(), named))
    ]
    _write(Q(document=document), found)


def settle_record(record: Source | Instrument) -> None:
    """The same for a source or an instrument of the registry."""
    candidate = _of_source(record) if isinstance(record, Source) else _of_instrument(record)
    near = Q(pk=None)
    for kind, key in candidate.keys if record.removed is None else ():
        near |= Q(**{kind: key})
    found = [
        Held(reference=reference, by=by, **candidate.thing)
        for reference in Reference.objects.filter(near)
        if (by := _same(reference.as_reference(), candidate.named))
    ]
    _write(Q(**candidate.thing), found)


def _write(those: Q, found: Iterable[Held]) -> None:
    """``found`` in place of what was held of ``those``; what stays the same is not touched."""
    wanted = {_key(each): each for each in found}
    for before in Held.objects.filter(those):
        if wanted.pop(_key(before), None) is None:
            before.delete()
    Held.objects.bulk_create(wanted.values(), ignore_conflicts=True)


def _key(held: Held) -> tuple[Any, ...]:
    return held.reference_id, held.document_id, held.source_id, held.instrument_id, held.by


def _same(named: Named, known: Sequence[Named]) -> str:
    """How it is told that a reference names a known work: doi | symbol | title; "" where it does not."""
    if known_work(named, known) is None:
        return ""
    if named.doi and any(named.doi.casefold() == each.doi.casefold() for each in known):
        return "doi"
    if named.symbol and any(bare_symbol(named.symbol) == bare_symbol(each.symbol) for each in known if each.symbol):
        return "symbol"
    return "title"


class Candidate:
    """Something that is held, the references that would name it, and the keys by which they are looked up."""

    def __init__(self, thing: dict[str, Any], named: Sequence[Named], document_id: str | None = None) -> None:
        self.thing, self.named, self.document_id = thing, tuple(named), document_id

    @property
    def keys(self) -> Iterator[tuple[str, str]]:
        for each in self.named:
            if each.doi:
                yield "doi", each.doi.casefold()
            if each.symbol:
                yield "symbol_key", bare_symbol(each.symbol)
            if start := title_start(each.title):
                yield "title_start", start


def _keys(reference: Reference) -> Iterator[tuple[str, str]]:
    for name in ("doi", "symbol_key", "title_start"):
        if value := getattr(reference, name):
            yield name, value


def _documents(references: Sequence[Reference]) -> list[Candidate]:
    starts = {each.title_start for each in references} - {""}
    dois = {each.doi for each in references} - {""}
    symbols = {each.symbol_key for each in references} - {""}
    symbols |= {f"a/res/{each}" for each in symbols}
    near = Q(title_start__in=starts) | Q(heading_start__in=starts) | Q(doi__in=dois)
    near |= Q(document__symbol_key__in=symbols)
    papers = Paper.objects.filter(near, document__removed=None).select_related("document")
    return [Candidate({"document": each.document}, as_cited(each), each.document_id) for each in papers]


def _of_instrument(instrument: Instrument) -> Candidate:
    year = instrument.adopted[:4] if instrument.adopted[:4].isdigit() else ""
    titles = dict.fromkeys(filter(None, (instrument.title, instrument.short)))
    named = [Named(text=each, title=each, year=year, symbol=instrument.symbol) for each in titles]
    return Candidate({"instrument": instrument}, named)


def _of_source(source: Source) -> Candidate:
    year = source.date[:4] if source.date[:4].isdigit() else ""
    body = (Author(source.publisher),) if source.publisher else ()
    named = [Named(text=source.title, title=source.title, year=year, authors=body, doi=doi_in(source.url))]
    if body and year:
        named.append(Named(text=source.title, title=source.title, year=year, doi=named[0].doi))
    return Candidate({"source": source}, named)
