"""Who disagrees with whom? Each document with each work that it contrasts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hanse.workspace.citations.cited import citing
from hanse.workspace.citations.models import CitingPassage, Held, Reference, StanceKind
from hanse.workspace.documents.models import Document

MOST = 5_000


@dataclass
class Pair:
    """A document and a work that it contrasts; ``held`` is the work's text, where a reader may see it."""

    document: Document
    reference: Reference
    passages: list[CitingPassage] = field(default_factory=list)
    held: Document | None = None

    @property
    def judged(self) -> int:
        return sum(bool(each.judged) for each in self.passages)

    @property
    def address(self) -> str:
        return f"{self.held.get_absolute_url()}cited/" if self.held else self.reference.get_absolute_url()

    @property
    def named(self) -> str:
        return str(self.held or self.reference)


def pairs(user: Any) -> list[Pair]:
    """Every pair that a reader may see, what people judged first; self-citations are none."""
    against = citing(user).filter(settled=StanceKind.CONTRASTS, own=False)
    found: dict[tuple[str, str], Pair] = {}
    for each in against.select_related("document", "reference").order_by("-document__date", "order")[:MOST]:
        pair = found.setdefault((each.document_id, each.reference.work), Pair(each.document, each.reference))
        pair.passages.append(each)
    held = Held.objects.filter(reference__in=against.values("reference"), document__isnull=False)
    held = held.filter(document__in=Document.objects.visible_to(user).values("pk"))
    texts = {each.reference_id: each.document for each in held.select_related("document")}
    for pair in found.values():
        pair.held = next((texts[each.reference_id] for each in pair.passages if each.reference_id in texts), None)
    return sorted(found.values(), key=lambda pair: -min(pair.judged, 1))
