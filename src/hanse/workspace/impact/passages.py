"""Which words of a source stand behind a counted record? A passage, and the page of the document where it is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType

from hanse.workspace.documents.models import Document
from hanse.workspace.documents.quoted import address
from hanse.workspace.impact.values import Unit
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Attestation
from hanse.workspace.registry.said import links_of


@dataclass(frozen=True, slots=True)
class Words:
    """A quote and its source; ``address`` leads to the words themselves where the text is held here."""

    quote: str
    source: str
    address: str
    held: bool


def passages(units: Sequence[Unit], user: Any) -> list[Words | None]:
    """For each unit the first passage that a source has on it; None where there is none. A few queries for all."""
    told = _attested([each for each in units if each.kind in KINDS], user)
    return [_of_position(each) if each.kind not in KINDS else told.get((each.kind, each.key)) for each in units]


def _attested(units: Sequence[Unit], user: Any) -> dict[tuple[str, str], Words]:
    found: dict[tuple[str, str], Words] = {}
    for plural in dict.fromkeys(each.kind for each in units):
        model = KINDS[plural].model
        keys = [each.key for each in units if each.kind == plural]
        about = ContentType.objects.get_for_model(model)
        said = Attestation.objects.visible_to(user).filter(record_type=about, record_id__in=keys).exclude(quote="")
        rows = list(said.select_related("source").order_by("field", "on", "pk"))
        texts = Document.objects.visible_to(user).in_bulk([each.source.document_id for each in rows])
        links = links_of([each.source for each in rows], user)
        for each in rows:
            found.setdefault((plural, each.record_id), _words(each, texts.get(each.source.document_id), links))
    return found


def _words(said: Attestation, text: Document | None, links: dict[str, str]) -> Words:
    leads = address(text.get_absolute_url(), said.quote) if text else links[said.source_id]
    return Words(said.quote, str(said.source), leads, text is not None)


def _of_position(unit: Unit) -> Words | None:
    """The words of the passage that took up the ask; of a change, what attests it."""
    first = unit.records[0]
    if first.passage is not None and first.text is not None:
        start, end = _span(first)
        quote = first.passage.text[start:end]
        leads = address(first.text.address, quote, first.passage.id) if first.text.address else ""
        return Words(quote, first.text.title, leads, bool(first.text.address))
    if first.evidence:
        said = first.evidence[0]
        return Words(said.words, said.source, said.address, False)
    return None


def _span(position: Any) -> tuple[int, int]:
    """From the first to the last of the words that were taken up; the whole passage where these are not known."""
    spans = [there for _asked, there in position.spans]
    if not spans:
        return 0, len(position.passage.text)
    return min(start for start, _ in spans), max(end for _, end in spans)
