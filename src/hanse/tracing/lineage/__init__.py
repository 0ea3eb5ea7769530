"""Who first had these words, and how did they travel since?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.tracing.board import Ask
from hanse.tracing.given import passage_document
from hanse.tracing.lineage.context import furthest
from hanse.tracing.lineage.dates import days, earliest
from hanse.tracing.lineage.descent import Dated, ties
from hanse.tracing.lineage.index import Concordance as Concordance
from hanse.tracing.lineage.places import Place, places
from hanse.tracing.lineage.value import Appearance as Appearance
from hanse.tracing.lineage.value import Lineage as Lineage
from hanse.tracing.standing import Standing

Text = str | Passage | Document
_BEST = ("verbatim", "close", "paraphrase")


def lineage(phrase: Text | Ask, documents: Text | Iterable[Text] | Concordance) -> Lineage:
    """Where the words of ``phrase`` first appeared in ``documents``, and the way they travelled since.

    ``documents`` carry their dates (EDTF, partial ones too); strings and passages are documents without one. Whoever
    asks for several phrases makes a `Concordance` of the documents once and hands that in.

    Up to twelve words are a phrase: found by whole words, unbroken (``verbatim``), inflected or with other small words
    (``close``), or changed: reordered, with words put in or left out (``paraphrase``). Longer texts are found as asks
    are, by alignment with synonyms. Words in brackets or in tracked insertions count, and are said to be pending. Each
    document that has the words is one appearance, undated ones apart; ``first`` names all that no other surely
    precedes. Ties are made as `hanse.tracing.lineage.descent` says.

    Raises HanseError for a phrase without words. Words that no document has give a Lineage without appearances.
    """
    words = _words(phrase)
    held = documents if isinstance(documents, Concordance) else Concordance(documents)
    best = _best_of_documents(held, places(held, words))
    dated, undated = [], []
    for place, others in zip(furthest(held, [_equals(held, each) for each in best]), best, strict=True):
        found = _appearance(held, place, others)
        known = days(found.date)
        if known is None:
            undated.append(found)
        else:
            dated.append(Dated(found, known, place, _ancestors(held, found.document)))
    dated.sort(key=lambda each: (each.days, len(each.ancestors)))
    return Lineage(
        phrase=words,
        first=_first(dated),
        appearances=tuple(each.appearance for each in dated),
        ties=ties(held, dated),
        undated=tuple(undated),
        documents=len(held.documents),
        undated_documents=sum(days(each.date) is None for each in held.documents),
    )


def _words(phrase: Text | Ask) -> str:
    passages = (phrase,) if isinstance(phrase, Ask) else passage_document(phrase, "phrase").passages
    words = " ".join(word for passage in passages for word in passage.text.split())
    if not any(character.isalnum() for character in words):
        raise HanseError("there are no words to look for", where=f"“{words}”", do="give a phrase or an ask")
    return words


def _best_of_documents(held: Concordance, found: Sequence[Place]) -> list[list[Place]]:
    """The places of each document, the best first: to the letter before changed, then in the document's order."""
    of_document: dict[int, list[Place]] = {}
    for place in found:
        of_document.setdefault(held.passages[place.passage][0], []).append(place)
    return [
        sorted(
            each,
            key=lambda place: (_BEST.index(place.how), -place.coverage, place.passage in held.amended, place.passage),
        )
        for each in of_document.values()
    ]


def _equals(held: Concordance, places: Sequence[Place]) -> list[Place]:
    """Of sorted places those that are as good as the first."""
    good = [(each.how, each.coverage, each.passage in held.amended) for each in places]
    return [place for place, worth in zip(places, good, strict=True) if worth == good[0]]


def _appearance(held: Concordance, place: Place, others: Sequence[Place]) -> Appearance:
    number, passage = held.passages[place.passage]
    again = {held.passages[row][1].id: held.passages[row][1] for row in sorted(each.passage for each in others)}
    again.pop(passage.id, None)
    document = held.documents[number]
    return Appearance(
        document=document.id,
        title=document.title,
        date=document.date,
        actor=document.actor,
        symbol=document.symbol,
        adopted=document.adopted,
        kind=document.kind,
        passage=passage,
        spans=place.spans,
        how=place.how,
        coverage=place.coverage,
        language=held.languages[number],
        handling=document.handling,
        pending=_pending(held, place),
        again=tuple(again.values()),
    )


def _pending(held: Concordance, place: Place) -> str:
    """Why the words do not stand, as a clause."""
    if place.passage in held.amended:
        return f"only in a tracked insertion by {held.amended[place.passage]}"
    standing = Standing(held.passages[place.passage][1])
    if standing.wholly_pending:
        return standing.wholly_pending
    first, last = place.spans[0][0], place.spans[-1][1]
    kept = standing.stands[first:last] == standing.passage.text[first:last]
    return "" if kept else "in square brackets"


def _ancestors(held: Concordance, document: str) -> tuple[str, ...]:
    """The versions that a document says it revises, nearest first."""
    chain: list[str] = []
    parent = held.parents.get(document)
    while parent is not None and parent not in chain and parent != document:
        chain.append(parent)
        parent = held.parents.get(parent)
    return tuple(chain)


def _first(dated: Sequence[Dated]) -> tuple[Appearance, ...]:
    """The earliest of those that have the very words; of the others only where none has."""
    for how in _BEST:
        same = [each for each in dated if each.appearance.how == how]
        if same:
            return tuple(same[k].appearance for k in earliest([each.days for each in same]))
    return ()
