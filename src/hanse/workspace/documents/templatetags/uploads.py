"""What became of the files that a job reads?"""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import ngettext

from hanse.workspace.documents.models import Document
from hanse.workspace.languages import listed

register = template.Library()
LATEST = 8
"""So many of those that were read are shown while the rest is being read."""


@register.inclusion_tag("documents/uploads.html")
def uploads(job: Any, user: Any) -> dict[str, Any]:
    """Refused ones first; documents only by what the reader may see of them."""
    everything = list(job.uploads.all())
    keys = [each.document_id for each in everything if each.document_id]
    titles = dict(Document.objects.visible_to(user).filter(pk__in=keys).values_list("pk", "title"))
    read = [(each, titles[each.document_id]) for each in everything if each.document_id in titles]
    refused = [each for each in everything if each.refused]
    return {
        "refused": refused,
        "read": read[-LATEST:] if job.open else read,
        "counted": _counted(len(read), len(refused), sum(not each.settled for each in everything)),
        "some": bool(everything),
    }


def _counted(read: int, refused: int, waiting: int) -> str:
    """ "2 read, 1 refused, 3 waiting"."""
    told = [
        ngettext("%(n)d read", "%(n)d read", read) % {"n": read},
        ngettext("%(n)d refused", "%(n)d refused", refused) % {"n": refused},
    ]
    if waiting:
        told.append(ngettext("%(n)d waiting", "%(n)d waiting", waiting) % {"n": waiting})
    return listed(told)
