"""Who disagrees with whom? Each document with each work that it contrasts, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, IntegerField, Max, Min, Q, Value, When
from django.urls import reverse

from hanse.workspace.citations.cited import citing
from hanse.workspace.citations.models import CitingPassage, Held, Reference, StanceKind
from hanse.workspace.documents.models import Document

BY_PEOPLE = Max(Case(When(judged="", then=Value(0)), default=Value(1)), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Pair:
    """A document and a work that it contrasts in ``count`` passages, of which ``passage`` is the first; ``judged``
    whether people judged one so; ``held`` is the work's text, where a reader may see it."""

    passage: CitingPassage
    count: int
    judged: bool
    held: Document | None = None

    @property
    def document(self) -> Document:
        return self.passage.document

    @property
    def reference(self) -> Reference:
        return self.passage.reference

    @property
    def address(self) -> str:
        return f"{self.held.get_absolute_url()}cited/" if self.held else self.reference.get_absolute_url()

    @property
    def counted(self) -> str:
        """The address of exactly the passages that it counts."""
        said = {"document": self.document.pk, "work": self.reference.work, "stance": StanceKind.CONTRASTS, "own": "out"}
        return f"{reverse('citations')}?{urlencode(said)}"

    @property
    def named(self) -> str:
        return str(self.held or self.reference)


class Pairs:
    """Every pair that a reader may see, what people judged first; self-citations are none.

    As long as there are pairs; of a slice the database is asked in three questions, however many there are.
    """

    def __init__(self, user: Any) -> None:
        self.user = user
        self.against = citing(user).filter(settled=StanceKind.CONTRASTS, own=False)
        rows = self.against.order_by().values("document", "reference__work")
        rows = rows.annotate(people=BY_PEOPLE, count=Count("pk"), day=Max("document__date"), first=Min("order"))
        self.rows = rows.order_by("-people", "-day", "document", "first", "reference__work")

    def __len__(self) -> int:
        return int(self.rows.count())

    def __getitem__(self, place: slice) -> list[Pair]:
        rows = list(self.rows[place])
        first, held = self._first(rows), self._held(rows)
        found = []
        for row in rows:
            key = row["document"], row["reference__work"]
            if key in first:
                found.append(Pair(first[key], row["count"], bool(row["people"]), held.get(key)))
        return found

    def _first(self, rows: Sequence[dict[str, Any]]) -> dict[tuple[str, str], CitingPassage]:
        wanted = Q(pk__in=())
        for row in rows:
            wanted |= Q(document=row["document"], reference__work=row["reference__work"], order=row["first"])
        held = self.against.filter(wanted).select_related("document", "reference").order_by("-pk")
        return {(each.document_id, each.reference.work): each for each in held}

    def _held(self, rows: Sequence[dict[str, Any]]) -> dict[tuple[str, str], Document]:
        held = Held.objects.filter(
            reference__document__in={row["document"] for row in rows},
            reference__work__in={row["reference__work"] for row in rows},
            document__in=Document.objects.visible_to(self.user).values("pk"),
        )
        ordered = held.select_related("document", "reference").order_by("-pk")
        return {(each.reference.document_id, each.reference.work): each.document for each in ordered}
