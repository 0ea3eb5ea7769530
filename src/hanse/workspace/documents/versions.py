"""Which documents are other versions of this one, as far as a visitor may know?"""

from __future__ import annotations

from typing import Any

from django.dispatch import Signal

from hanse.workspace.documents.models import Document

versions_wanted = Signal()
"""Sent with ``document`` and ``user``. A receiver gives the keys of documents that it holds for versions of one text
with this one; only what the user may know."""


def versions(document: Document, user: Any) -> set[str]:
    """Keys of the visible documents that it revises, that revise it, or that have its symbol, over any number of
    steps; and what else the apps know. A version out of sight ties nothing together."""
    visible = Document.objects.visible_to(user)
    tied: dict[str, set[str]] = {}
    for pk, parent in visible.exclude(parent=None).values_list("pk", "parent_id"):
        tied.setdefault(pk, set()).add(parent)
        tied.setdefault(parent, set()).add(pk)
    known = set(visible.values_list("pk", flat=True))
    found, fresh = {document.pk}, {document.pk}
    if document.symbol_key:
        fresh |= set(visible.filter(symbol_key=document.symbol_key).values_list("pk", flat=True))
    for _, keys in versions_wanted.send(Document, document=document, user=user):
        fresh |= keys
    while fresh := fresh & known:
        found |= fresh
        fresh = set().union(*(tied.get(each, set()) for each in fresh)) - found
    return found - {document.pk}
