"""How are a document's references and citing passages read into the workspace?

Keys follow from the words: what is read again and is the same keeps its key, and with it what people said of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.citing import citations as library
from hanse.citing.citations import Citation, citations
from hanse.citing.context import context, judged_citation, language_of
from hanse.citing.linking import Marker
from hanse.citing.reference import Reference as Named
from hanse.citing.stance import Stance, stance
from hanse.citing.unanswered import unanswered
from hanse.text import document as text
from hanse.text.document import Span
from hanse.text.sentences import sentences
from hanse.workspace.citations.identity import bare_symbol, digest, doi_key, title_start, work_of
from hanse.workspace.citations.models import CitingPassage, Paper, Reference, State
from hanse.workspace.citations.papers import byline
from hanse.workspace.citations.resolving import resolve, settle
from hanse.workspace.documents.models import Document

Tell = Callable[[float, str], None]
MOST_OPEN = 2_000
"""Citations without a reference, so that the check of a text in which nothing is answered stays a page."""
AROUND = 400
"""Characters of the sentence before and after that are kept, at most."""


def read_references(document: Document, tell: Tell) -> list[str]:
    """Read what a document cites, and where; what is to be said about it, in sentences. It can be done again."""
    tell(0.02, _("Looking for the references"))
    read = with_imported(document)
    found = citations(read)
    references = _references(document, found)
    passages = _passages(document, read, found, references, tell)
    open_marks = [asdict(each) for each in unanswered(read, found)[:MOST_OPEN]]
    with transaction.atomic():
        lost = _write(document, references, passages)
        Paper.objects.update_or_create(
            document=document,
            defaults={
                "state": State.READ,
                "read": timezone.now(),
                "warnings": list(found.warnings),
                "unanswered": open_marks,
            },
        )
    tell(0.95, _("Looking what of it is held here"))
    resolve(references)
    settle(document)
    return [*found.warnings, *lost]


def with_imported(document: Document) -> text.Document:
    """The document as it was read, with who wrote it; at its end the references that somebody brought for it."""
    read = replace(document.as_text(), actor=byline(document))
    paper = Paper.objects.filter(document=document).first()
    if not paper or not paper.imported:
        return read
    from hanse.workspace.citations.importing import as_list

    return as_list(read, paper.imported)


def _references(document: Document, found: library.Citations) -> list[Reference]:
    own = {cite for each in found for cite in each.own}
    met: Counter[str] = Counter()
    rows = []
    for order, each in enumerate(found.references):
        met[each.text] += 1
        rows.append(
            Reference(
                id=digest("reference", document.pk, each.text, met[each.text]),
                document=document,
                order=order,
                text=each.text,
                fields=fields_of(each),
                work=work_of(each),
                doi=doi_key(each.doi),
                symbol_key=bare_symbol(each.symbol),
                title_start=title_start(each.title),
                year=each.year[:4],
                own=order in own,
            )
        )
    return rows


def fields_of(named: Named) -> dict[str, Any]:
    """What a reference says, without its words, as JSON; what is empty is left out."""
    said = {name: value for name, value in asdict(named).items() if value and name != "text"}
    said["kind"] = named.kind
    if named.authors:
        said["authors"] = [[each.family, each.given] for each in named.authors]
    return said


def _passages(
    document: Document, read: text.Document, found: library.Citations, references: Sequence[Reference], tell: Tell
) -> list[CitingPassage]:
    words = {each.id: each.text for each in read.passages}
    spans = {pid: _spans(words[pid], read.language) for pid in {each.passage for each in found}}
    rows: dict[str, CitingPassage] = {}
    for place, each in enumerate(found):
        if place % 20 == 0:
            tell(0.1 + 0.8 * place / len(found), _("Reading citing passages"))
        around = _around(words[each.passage], spans[each.passage], each)
        for cite, marker in _cited(each):
            row = _passage(document, references[cite], each, marker, around, read.language)
            row.order = place
            row.own = cite in each.own
            rows.setdefault(row.id, row)
    return list(rows.values())


def _cited(citation: Citation) -> Iterator[tuple[int, Marker | None]]:
    """Each work that a sentence cites, once, with the first marker that means it."""
    for cite in citation.cites:
        yield cite, next((each for each in citation.markers if cite in each.cites), None)


class Around:
    """The words that are judged, where they stand in their passage, and the sentences before and after."""

    def __init__(self, passage: str, start: int, end: int, before: str, after: str) -> None:
        self.text, self.start, self.end, self.before, self.after = passage[start:end], start, end, before, after


def _spans(words: str, language: str) -> tuple[Span, ...]:
    return sentences(words, language)


def _around(passage: str, spans: Sequence[Span], citation: Citation) -> Around:
    """The words that are judged, and the sentences beside them."""
    start, end = context(passage, spans, citation.span)
    before = [passage[low:high] for low, high in spans if high <= start]
    after = [passage[low:high] for low, high in spans if low >= end]
    return Around(passage, start, end, before[-1][-AROUND:] if before else "", after[0][:AROUND] if after else "")


def _passage(
    document: Document, reference: Reference, citation: Citation, marker: Marker | None, around: Around, language: str
) -> CitingPassage:
    target = judged_citation(around.text, citation.text, marker) if marker else None
    told = _judged(around.text, citation.section, target, language)
    return CitingPassage(
        id=digest("passage", document.pk, reference.pk, citation.passage, around.start, around.text),
        reference=reference,
        document=document,
        pid=citation.passage,
        start=around.start,
        end=around.end,
        text=around.text,
        prefix=around.before,
        suffix=around.after,
        section=citation.section[:300],
        target=list(told.target) if told.target else None,
        stance=told.label,
        confidence=told.confidence,
        cues=[list(each) for each in told.cues],
        function=told.function,
        settled=told.label,
    )


def _judged(words: str, section: str, target: Span | None, language: str) -> Stance:
    return stance(words, section or None, target=target, language=language_of(words, language))


def _write(document: Document, references: Sequence[Reference], passages: Sequence[CitingPassage]) -> list[str]:
    """In place of what was read before; what people had judged and is gone is told."""
    gone = document.citing_passages.exclude(pk__in=[each.pk for each in passages])
    judged = gone.exclude(judged="").count()
    gone.delete()
    document.references.exclude(pk__in=[each.pk for each in references]).delete()
    Reference.objects.bulk_create(references, batch_size=500, **_renewed(Reference, ()))
    CitingPassage.objects.bulk_create(
        passages, batch_size=500, **_renewed(CitingPassage, ("judged", "settled", "made"))
    )
    unjudged = document.citing_passages.filter(judged="")
    for value in {each.stance for each in passages}:
        unjudged.filter(stance=value).exclude(settled=value).update(settled=value)
    if not judged:
        return []
    said = ngettext(
        "%(n)s passage that somebody had judged is not in the text any more; the judgement is kept.",
        "%(n)s passages that somebody had judged are not in the text any more; the judgements are kept.",
        judged,
    )
    return [said % {"n": judged}]


def _renewed(model: Any, kept: tuple[str, ...]) -> dict[str, Any]:
    fields = [each.name for each in model._meta.concrete_fields if each.name != "id" and each.name not in kept]
    return {"update_conflicts": True, "unique_fields": ["id"], "update_fields": fields}
