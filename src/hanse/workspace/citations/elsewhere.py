"""What do other documents say of the works that a document refers to, and what of these works is held here?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from hanse.workspace.citations.cited import citing
from hanse.workspace.citations.models import CitingPassage, Held, Reference, StanceKind
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.models import Instrument, Source


@dataclass
class Row:
    """A reference of a document: what of it is held, how often it is cited in the document, and with which stance the
    other documents cite the same work: the keys of those passages by stance."""

    reference: Reference
    cited: int = 0
    held: list[Any] = field(default_factory=list)
    elsewhere: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def contrasts(self) -> int:
        return len(self.elsewhere[StanceKind.CONTRASTS])

    @property
    def supports(self) -> int:
        return len(self.elsewhere[StanceKind.SUPPORTS])

    @property
    def others(self) -> int:
        return len(self.elsewhere[StanceKind.MENTIONS]) + len(self.elsewhere[StanceKind.UNSURE])

    @property
    def document(self) -> Document | None:
        """The text itself, where it is held."""
        return next((each for each in self.held if isinstance(each, Document)), None)


def rows(document: Document, user: Any) -> list[Row]:
    """All references of a document in their order, as a reader may see them; a few questions whatever their number."""
    references = Reference.objects.visible_to(user).filter(document=document).annotate(here=Count("passages"))
    found = {each.pk: Row(each, each.here) for each in references.order_by("order")}
    by_document: dict[str, list[Row]] = defaultdict(list)
    for key, thing in _held(document, user):
        if key in found:
            found[key].held.append(thing)
            if isinstance(thing, Document):
                by_document[thing.pk].append(found[key])
    by_work: dict[str, list[Row]] = defaultdict(list)
    for row in found.values():
        by_work[row.reference.work].append(row)
    others = citing(user).exclude(document=document).order_by()
    same_work = others.filter(reference__work__in=document.references.values("work"))
    for key, work, stance in same_work.values_list("pk", "reference__work", "settled"):
        for row in by_work[work]:
            row.elsewhere[stance].append(key)
    same_text = others.filter(reference__held__document__in=list(by_document))
    for key, held, stance in same_text.values_list("pk", "reference__held__document", "settled"):
        for row in by_document.get(held, ()):
            if key not in row.elsewhere[stance]:
                row.elsewhere[stance].append(key)
    return list(found.values())


def _held(document: Document, user: Any) -> list[tuple[str, Any]]:
    """What a reader may see of what the references name, with their keys; the text itself first."""
    held = Held.objects.filter(reference__document=document)
    seen = Q(document__in=Document.objects.visible_to(user).values("pk"))
    seen |= Q(instrument__in=Instrument.objects.visible_to(user).values("pk"))
    seen |= Q(source__in=Source.objects.visible_to(user).values("pk"))
    seen &= Q(document=None) | ~Q(document__paper__manuscript=True)
    found = held.filter(seen).select_related("document", "instrument", "source")
    pairs = [(each.reference_id, each.document or each.instrument or each.source) for each in found]
    return sorted(pairs, key=lambda pair: not isinstance(pair[1], Document))


def passages_of(rows: Sequence[Row], user: Any, stance: str = "", most: int = 5) -> dict[str, list[CitingPassage]]:
    """By a reference's key: passages of other documents that cite the same work; ``most`` of each."""
    wanted = {row.reference.pk: _keys(row, stance)[:most] for row in rows}
    keys = {key for each in wanted.values() for key in each}
    held = citing(user).filter(pk__in=keys).select_related("document", "reference")
    passages = {each.pk: each for each in held}
    return {pk: [passages[key] for key in each if key in passages] for pk, each in wanted.items()}


def _keys(row: Row, stance: str) -> list[str]:
    return row.elsewhere[stance] if stance else [key for each in row.elsewhere.values() for key in each]
