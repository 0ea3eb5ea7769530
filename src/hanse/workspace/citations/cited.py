"""Who cites a work, and how? A document that is held here, or a work that is only named; as a reader may see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, When

from hanse.workspace.citations.models import CitingPassage, Reference, StanceKind
from hanse.workspace.documents.models import Document

SHOWN = (StanceKind.SUPPORTS, StanceKind.CONTRASTS, StanceKind.UNSURE, StanceKind.MENTIONS)
"""The order in which stances stand."""
IN_ORDER = Case(*(When(settled=each, then=place) for place, each in enumerate(SHOWN)), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Number:
    """Passages of one stance: what people judged so, and what is only proposed."""

    stance: StanceKind
    judged: int = 0
    proposed: int = 0

    @property
    def total(self) -> int:
        return self.judged + self.proposed


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a work is cited with which stance; ``own`` of them by its own authors."""

    counts: tuple[Number, ...] = field(default_factory=lambda: tuple(Number(each) for each in SHOWN))
    own: int = 0

    @property
    def total(self) -> int:
        return sum(each.total for each in self.counts)

    @property
    def judged(self) -> int:
        return sum(each.judged for each in self.counts)

    def of(self, stance: str) -> Number:
        return next(each for each in self.counts if each.stance == stance)


def citing(user: Any) -> Any:
    """The citing passages that count for a reader: what may be seen, without manuscripts."""
    return CitingPassage.objects.visible_to(user).published()


def of_document(document: Document, user: Any) -> Any:
    """The passages that cite a document."""
    return citing(user).filter(reference__held__document=document)


def of_work(work: str, user: Any) -> Any:
    """The passages that cite a work, by its key."""
    return citing(user).filter(reference__work=work)


def tally(passages: Any) -> Tally:
    """Count passages; one question to the database."""
    found: dict[str, Counter[bool]] = {each.value: Counter() for each in SHOWN}
    own = 0
    rows = passages.order_by().values("settled", "own", by_people=~Q(judged="")).annotate(n=Count("pk"))
    for row in rows:
        found[row["settled"]][row["by_people"]] += row["n"]
        own += row["n"] if row["own"] else 0
    counts = tuple(Number(each, found[each.value][True], found[each.value][False]) for each in SHOWN)
    return Tally(counts, own)


def documents(passages: Any) -> int:
    """In how many documents passages stand."""
    return int(passages.order_by().values("document").distinct().count())


@dataclass(frozen=True, slots=True)
class Citer:
    """A document that cites the work, and how often with which stance."""

    document: Document
    counts: tuple[tuple[StanceKind, int], ...]
    own: bool

    @property
    def contrasts(self) -> int:
        return dict(self.counts)[StanceKind.CONTRASTS]


def citers(passages: Any, user: Any, most: int = 100) -> list[Citer]:
    """The documents that cite, those that contrast first."""
    kinds = {each.value: Count("pk", filter=Q(settled=each.value)) for each in SHOWN}
    rows = passages.order_by().values("document").annotate(by_own=Count("pk", filter=Q(own=True)), **kinds)
    rows = sorted(rows, key=lambda row: (-row["contrasts"], -row["supports"], row["document"]))[:most]
    documents = Document.objects.visible_to(user).in_bulk([row["document"] for row in rows])
    return [
        Citer(documents[row["document"]], tuple((each, row[each.value]) for each in SHOWN), bool(row["by_own"]))
        for row in rows
        if row["document"] in documents
    ]


def named(references: Iterable[Reference]) -> Reference | None:
    """The fullest of the references that name one work: the one that is shown for it."""
    return max(references, key=lambda each: (len(each.fields), -len(each.text), each.pk), default=None)
