"""Who is reminded of what they took on? The owner of a follow-up, before its day and once when that has passed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.text.dates import days
from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.engagements.models import CalendarDraft, FollowUp
from hanse.workspace.mail.posting import address_of, post

BEFORE = 3
"""Days before the day that the first letter goes out."""
EACH = 3600
"""Seconds between two looks of a worker; a letter of one occasion is written once however often it looks."""
KEPT_FOR = timedelta(days=1)
"""How long a calendar that nobody took in is kept."""


def remind(today: date | None = None) -> int:
    """Queue what is due to be told; how many letters were new or there already."""
    day = today or timezone.localdate()
    held = FollowUp.objects.open().exclude(due="").exclude(owner=None)
    held = held.filter(owner__is_active=True).select_related("owner", "engagement")
    return sum(_of(each, day) for each in held.iterator(chunk_size=500))


def occasion(due: str, day: date) -> str:
    """On what occasion somebody is told on a day: "soon", "overdue", or "" for none."""
    meant = days(due)
    if meant is None:
        return ""
    if meant[1] < day:
        return "overdue"
    return "soon" if meant[1] - timedelta(days=BEFORE) <= day else ""


def _of(each: FollowUp, day: date) -> int:
    about = occasion(each.due, day)
    if not about or not FollowUp.objects.visible_to(each.owner).filter(pk=each.pk).exists():
        return 0
    hidden = Handling.RESTRICTED in (each.handling, each.engagement.handling)
    told = _("A follow-up") if hidden else f"“{each}”"
    subject = _("Overdue: %(what)s") if about == "overdue" else _("Due soon: %(what)s")
    send(
        each.owner,
        subject % {"what": told},
        {"what": told, "with": "" if hidden else each.engagement, "due": each.due, "late": about == "overdue"},
        once=f"follow-up {each.pk} due {each.due} {about} {each.owner_id}",
    )
    return 1


def send(person: User, subject: str, said: dict[str, Any], *, once: str) -> None:
    """Queue the letter of one thing that is due."""
    post(
        person,
        subject,
        "engagements/letters/due.txt",
        {"where": address_of("follow-ups-mine"), **said, "due": days(said["due"])[1]},
        once=once,
    )


def now_and_then() -> bool:
    """For the worker: looks once an hour; there is never more to do at once."""
    if cache.add("follow-ups reminded", True, EACH):
        remind()
        CalendarDraft.objects.filter(made__lt=timezone.now() - KEPT_FOR).delete()
    return False
