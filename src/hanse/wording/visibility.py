"""Who is named in these texts, how often, and where?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hanse.text.document import Document, Passage, Span
from hanse.text.given import each_of, no_text
from hanse.wording.flat import WORD, flat
from hanse.wording.lexicon import LANGUAGES, shared
from hanse.wording.phrases import PhraseBook
from hanse.wording.tongue import tongue

GROUPS = (
    "cities",
    "mayors",
    "local authorities",
    "urban",
    "networks",
    "states",
    "organisations",
    "migrants",
    "refugees",
)


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: which passage of which document, and the span in its text."""

    document: str
    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class Count:
    """How often a group is named: the number opens onto its places."""

    group: str
    mentions: int
    per_thousand: float
    """Mentions per 1,000 words of the texts."""
    documents: int
    """In how many of the documents."""
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who is named across all documents (``total``) and in each (``documents``, in their order, by id)."""

    words: int
    total: tuple[Count, ...]
    documents: tuple[tuple[str, tuple[Count, ...]], ...]

    def count(self, group: str) -> Count:
        """The total of one group; KeyError where there is no such group."""
        for each in self.total:
            if each.group == group:
                return each
        raise KeyError(group)


def visibility(docs: str | Passage | Document | Iterable[str | Passage | Document]) -> Visibility:
    """Counts mentions of cities, mayors, local authorities, the urban, networks, states, organisations, migrants and
    refugees, in English, French and Spanish (the document's language, or told from each passage).

    A mention counts once, in the group of the longest phrase that holds it: "city network" is a network, no city.
    Words are runs of letters or digits. Furniture is not read. Raises HanseError
    for what is no text.
    """
    documents = _documents(docs)
    rows = [(document.id, *_read(document)) for document in documents]
    words = sum(each[1] for each in rows)
    every = [place for each in rows for place in each[2]]
    return Visibility(
        words=words,
        total=_counts(every, words),
        documents=tuple((id, _counts(places, count)) for id, count, places in rows),
    )


def _documents(docs: str | Passage | Document | Iterable[str | Passage | Document]) -> list[Document]:
    items = [docs] if isinstance(docs, (str, Passage, Document)) else each_of(docs)
    found = []
    for place, item in enumerate(items, 1):
        if isinstance(item, str):
            found.append(Document.of(item, f"text{place}" if len(items) > 1 else "text"))
        elif isinstance(item, Passage):
            found.append(Document(id=f"text{place}" if len(items) > 1 else "text", content=(item,)))
        elif isinstance(item, Document):
            found.append(item)
        else:
            raise no_text(item)
    return found


def _read(document: Document) -> tuple[int, list[tuple[str, Place]]]:
    words, found = 0, []
    for passage in document.passages:
        flattened = flat(passage.text)
        words += sum(1 for _ in WORD.finditer(flattened))
        known = document.language[:2].lower()
        language = known if known in LANGUAGES else tongue(passage.text)
        found += [
            (hit.label, Place(document.id, passage.id, (hit.start, hit.end))) for hit in _book(language).find(flattened)
        ]
    return words, found


def _counts(found: list[tuple[str, Place]], words: int) -> tuple[Count, ...]:
    rows = []
    for group in GROUPS:
        places = tuple(place for label, place in found if label == group)
        rate = 1000 * len(places) / words if words else 0.0
        rows.append(Count(group, len(places), rate, len({place.document for place in places}), places))
    return tuple(rows)


@cache
def _book(language: str) -> PhraseBook[str]:
    return PhraseBook((phrase, group) for group in GROUPS for phrase in shared("named")[group][language])
