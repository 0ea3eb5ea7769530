"""Where do asks stand when their statement was corrected? They follow by their anchors; who cannot is told of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.dispatch import receiver
from django.utils.translation import gettext

from hanse.text.anchors import anchor, attach
from hanse.text.document import Document
from hanse.workspace.campaigns.models import AskRecord
from hanse.workspace.documents.correcting import correcting
from hanse.workspace.languages import listed


@receiver(correcting)
def follow(sender: Any, document: Any, before: Document, after: Document, **_: Any) -> Callable[[], list[str]]:
    """The asks that were found in a document, as a function that writes down where they stand in its correction."""
    known = {passage.id for passage in before.passages}
    asks = [ask for ask in AskRecord.objects.filter(source__document=document) if ask.passage in known]
    attached = attach([anchor(before, ask.passage, ask.span) for ask in asks], after).attached

    def write() -> list[str]:
        for place, ask in enumerate(asks):
            passage, span = attached.get(place, ("", (None, None)))
            ask.passage, (ask.start, ask.end) = passage, span if ask.span else (None, None)
            ask.save()
        lost = [ask.name for place, ask in enumerate(asks) if place not in attached]
        told = gettext("In the corrected file these asks have no place any more: %(names)s.")
        return [told % {"names": listed(lost)}] if lost else []

    return write
