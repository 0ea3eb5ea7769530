"""How does evidence come to a claim? It is proposed once, with the words it quotes and where they stand."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from hanse.text import anchors
from hanse.text import document as text
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.models import Evidence, known_by
from hanse.workspace.registry.models import Claim

NEAR = 4
"""Passages before and after that are read for what surrounds a quotation."""


def propose(claim: Claim, **fields: Any) -> Evidence:
    """Propose a passage as evidence of a claim; the one that there is, where it was proposed before.

    ``fields`` are those of `Evidence`: ``stance``, ``document`` with ``passage`` (its id) or ``source``, ``quote`` (the
    exact words; the whole passage where none are given), ``found_by``, ``confidence``, ``cues``, ``value`` ... What
    surrounds the quotation, the digest of the document and its title are filled in. Same claim, document, passage and
    quotation: the same evidence, as it is, withdrawn or not, so that a machine that proposes anew changes nothing.
    """
    made = Evidence(claim=claim, **{"handling": claim.handling, **fields})
    if made.document_id:
        _anchored(made, made.document)
    elif made.source_id and made.source.document_id and not made.sha256:
        made.sha256 = made.source.document.sha256
    with transaction.atomic():
        Claim.objects.select_for_update().filter(pk=claim.pk).first()
        found = Evidence.objects.filter(digest=known_by(made)).first()
        if found is None:
            made.save()
        return found or made


def _anchored(made: Evidence, document: Document) -> None:
    made.sha256 = made.sha256 or document.sha256
    held = document.passages.filter(pid=made.passage).first() if made.passage else None
    if held is None:
        return
    made.quote = made.quote or held.text
    start = held.text.find(made.quote)
    if start < 0 or made.prefix or made.suffix:
        return
    near = document.passages.filter(order__range=(held.order - NEAR, held.order + NEAR))
    said = text.Document(id=document.pk, content=tuple(each.as_text() for each in near))
    around = anchors.anchor(said, held.pid, (start, start + len(made.quote)))
    made.prefix, made.suffix = around.before, around.after
