"""Who is to be told that a work is cited anew? A notice on the page, and a letter where mail goes out.

Notices and the letter that tells of them are written in one transaction, one person at a time: whoever looks next finds
both or neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext_lazy

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.addresses import whole
from hanse.workspace.citations.cited import citing
from hanse.workspace.citations.models import CitationNotice, CitationWatch, CitingPassage
from hanse.workspace.languages import language_of, speaking
from hanse.workspace.mail.posting import post

MOST = 200
"""Passages that one look tells one person of."""
HIDDEN = gettext_lazy("A document that is handled as restricted")


def tell() -> bool:
    """Tell whoever watches of what is new; whether anybody was told."""
    people = User.objects.filter(is_active=True, citation_watches__isnull=False).distinct()
    told = [_tell(person) for person in people if news(person).exists()]
    return any(told)


def news(person: User) -> Any:
    """The passages that a person is to be told of: seen, of a watched work, and read since the watch was set."""
    if not may(person, Right.READ):
        return CitingPassage.objects.none()
    wanted = Q(pk=None)
    for watch in CitationWatch.objects.filter(person=person):
        about = Q(reference__work=watch.work) if watch.work else Q(reference__held__document=watch.document_id)
        wanted |= about & Q(made__gt=watch.made)
    told = CitationNotice.objects.filter(person=person).values("passage")
    return citing(person).filter(wanted).exclude(pk__in=told).distinct()


def _tell(person: User) -> bool:
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=person.pk)
        passages = list(news(held).select_related("document", "reference").order_by("made", "pk")[:MOST])
        if not passages:
            return False
        letter = _letter(held, passages) if settings.HANSE_REMINDS else None
        CitationNotice.objects.bulk_create(
            CitationNotice(person=held, passage=each, letter=letter) for each in passages
        )
    return True


def _letter(person: User, passages: Iterable[CitingPassage]) -> Any:
    """What is restricted is not written into a mail: only that there is something, and where."""
    with speaking(language_of(person)):
        told = [_told(each) for each in passages]
        subject = ngettext_lazy(
            "%(number)s new passage cites what you watch", "%(number)s new passages cite what you watch", len(told)
        )
        context = {"told": told, "number": len(told), "page": whole(reverse("citations"))}
        return post(person, subject, "citations/letter.txt", context)


def _told(passage: CitingPassage) -> dict[str, str]:
    hidden = passage.document.handling == Handling.RESTRICTED
    return {
        "document": str(HIDDEN) if hidden else str(passage.document),
        "work": "" if hidden else str(passage.reference),
        "stance": "" if hidden else str(passage.get_settled_display()),
        "text": "" if hidden else passage.text,
        "link": whole(reverse("citing-passage", args=[passage.pk])),
    }
