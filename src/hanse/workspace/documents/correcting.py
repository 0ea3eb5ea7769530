"""What happens when a corrected file takes a document's place? Its text is read anew; what pointed into it follows."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.dispatch import Signal

from hanse.text import document as text
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.shelf import reshelve, stemmed

correcting = Signal()
"""Sent ahead of the change with ``document``, and ``before`` and ``after`` as read. A receiver finds out where its
anchors stand now, which may take long, and gives a function that writes it down and tells in sentences what was lost.
"""


def correct(document: Document, read: text.Document, *, also: Callable[[], None]) -> list[str]:
    """Put a corrected reading in a document's place; what was lost, in sentences. ``also`` is done with it, or neither.

    Ids of passages change with the file, so whatever names a passage follows by its anchor (`hanse.text.anchors`).
    """
    words = stemmed(read)
    before = document.as_text()
    followers = [follow for _, follow in correcting.send(Document, document=document, before=before, after=read)]
    with transaction.atomic():
        reshelve(document, read, words=words)
        lost = [sentence for follow in followers for sentence in follow()]
        also()
    return lost
