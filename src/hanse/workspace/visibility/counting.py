"""Who is named in a document? Counted once for a text and a lexicon, and kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import QuerySet

from hanse.text import document as text
from hanse.wording.named import Lexicon
from hanse.wording.omitted import omitted
from hanse.wording.trend import Speech, spoken
from hanse.wording.uncounted import Uncounted
from hanse.wording.visibility import WHOLE, Count, Place, Visibility, visibility
from hanse.workspace.documents.library import names
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility.models import Counted

AT_ONCE = 400_000
"""Words of a document that are counted while somebody waits, a second or two; more is the worker's."""


def counted(document: Document, lexicon: Lexicon) -> Counted | None:
    """The count that is kept of a document as its text is now; None where none is."""
    return current([document.pk], lexicon).get(document.pk)


def current(keys: Collection[str], lexicon: Lexicon, *, bodies: bool = True) -> dict[str, Counted]:
    """The counts that are kept of documents as their texts are now, by the documents' keys."""
    states = names(Document.objects.filter(pk__in=keys))
    held = Counted.objects.filter(document__in=keys, lexicon=lexicon.sha256)
    held = held if bodies else held.defer("body")
    return {each.document_id: each for each in held if states.get(each.document_id) == each.state}


def waiting(documents: QuerySet[Document], lexicon: Lexicon) -> list[str]:
    """The keys of those documents that have words and were not counted as they are now."""
    states = names(documents)
    held = Counted.objects.filter(document__in=documents.order_by(), lexicon=lexicon.sha256)
    known = dict(held.values_list("document_id", "state"))
    return [pk for pk, state in states.items() if known.get(pk) != state]


def count(document: Document, lexicon: Lexicon) -> Counted:
    """Count a document and keep it; an older count of it with the same lexicon goes."""
    state = names(Document.objects.filter(pk=document.pk)).get(document.pk, "")
    read = document.as_text()
    (found, moving), body = spoken(read, lexicon), stored(read, lexicon)
    places = {"near": [_row(place) for place in found.together], "moving": [_row(place) for place in moving]}
    said = {
        "state": state,
        "words": found.words,
        "migration": found.migration,
        "cities": found.cities,
        "near": len(found.together),
        "body": {**body, **places},
    }
    return Counted.objects.update_or_create(document=document, lexicon=lexicon.sha256, defaults=said)[0]


def moving_of(row: Counted, document: Document, lexicon: Lexicon) -> Iterable[Place]:
    """The mentions of migration behind a kept count, in order; looked for now where an older count kept none."""
    if "moving" in row.body:
        return places_of(row.body["moving"], document.pk)
    return spoken(document.as_text(), lexicon)[1]


def stored(read: text.Document, lexicon: Lexicon, take: Collection[str] = WHOLE) -> dict[str, Any]:
    """What the library counts, as JSON; `told` makes it the library's again."""
    found = visibility(read, lexicon=lexicon, take=take)
    uncounted = found.uncounted
    return {
        "words": found.words,
        "groups": {
            each.group: {
                "places": [_row(place) for place in each.places],
                "forms": each.forms,
                "company": each.company,
                "parts": each.parts,
            }
            for each in found.total
        },
        "inside": uncounted.inside,
        "left": uncounted.left,
        "proposed": uncounted.proposed,
    }


def _row(place: Place) -> list[Any]:
    return [place.passage, *place.span, place.words, place.part]


def told(body: dict[str, Any], document: str, lexicon: Lexicon) -> Visibility:
    """A count that was stored, as the library tells it, its omissions in the language that is spoken."""
    words = body["words"]
    groups = body["groups"]  # in the order of the lexicon: PostgreSQL keeps none
    total = tuple(_count(group, groups[group], words, document) for group in lexicon.words if group in groups)
    uncounted = Uncounted(
        tuple((hidden, other, number) for hidden, other, number in body["inside"]),
        tuple((group, part, number) for group, part, number in body["left"]),
        _pairs(body["proposed"]),
    )
    return Visibility(
        words=words,
        total=total,
        documents=((document, total),),
        omits=omitted({each.group: each.forms for each in total}, uncounted, lexicon),
        lexicon=lexicon.name,
        version=lexicon.version,
        sha256=lexicon.sha256,
        uncounted=uncounted,
    )


def _count(group: str, held: dict[str, Any], words: int, document: str) -> Count:
    places = tuple(places_of(held["places"], document))
    return Count(
        group=group,
        mentions=len(places),
        per_thousand=1000 * len(places) / words if words else 0.0,
        documents=int(bool(places)),
        places=places,
        forms=_pairs(held["forms"]),
        company=_pairs(held["company"]),
        parts=_pairs(held["parts"]),
    )


def places_of(rows: Iterable[list[Any]], document: str) -> Iterable[Place]:
    """The places that were stored."""
    return (Place(document, passage, (start, end), words, part) for passage, start, end, words, part in rows)


def _pairs(rows: Iterable[list[Any]]) -> tuple[tuple[str, int], ...]:
    return tuple((name, number) for name, number in rows)


def spoken_of(row: Counted, *, actor: str, year: int | None) -> Speech:
    """A kept count as the library's trend takes it."""
    return Speech(
        document=row.document_id,
        actor=actor,
        year=year,
        words=row.words,
        migration=row.migration,
        cities=row.cities,
        together=(Place(row.document_id, "", (0, 0)),) * row.near,
    )
