"""Who is reminded of what is due? The owner of a follow-up or a report, before its day and once it has passed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hanse.text.dates import days
from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling, Role
from hanse.workspace.engagements.models import CalendarDraft, FollowUp, ReportDue
from hanse.workspace.mail.posting import address_of, post

BEFORE = 3
"""Days before the day that the first letter goes out."""
BEFORE_REPORTS = 14
OFFICE = (Role.ADMINISTRATOR, Role.OFFICER)
EACH = 3600
"""Seconds between two looks of a worker; a letter of one occasion is written once however often it looks."""
KEPT_FOR = timedelta(days=1)
"""How long a calendar that nobody took in is kept."""


def remind(today: date | None = None) -> int:
    """Queue what is due to be told; how many letters were new or there already."""
    day = today or timezone.localdate()
    held = FollowUp.objects.open().exclude(due="").exclude(owner=None)
    held = held.filter(owner__is_active=True).select_related("owner", "engagement")
    reports = (
        ReportDue.objects.standing().filter(submitted="").exclude(due="").select_related("owner", "funding__donor")
    )
    return sum(_of(each, day) for each in held.iterator(chunk_size=500)) + sum(
        _of_report(each, day) for each in reports
    )


def occasion(due: str, day: date, before: int = BEFORE) -> str:
    """On what occasion somebody is told on a day: "soon", "overdue", or "" for none."""
    meant = days(due)
    if meant is None:
        return ""
    if meant[1] < day:
        return "overdue"
    return "soon" if meant[1] - timedelta(days=before) <= day else ""


def _of(each: FollowUp, day: date) -> int:
    about = occasion(each.due, day)
    if not about or not FollowUp.objects.visible_to(each.owner).filter(pk=each.pk).exists():
        return 0
    hidden = Handling.RESTRICTED in (each.handling, each.engagement.handling)
    told = _("A follow-up") if hidden else _("“%(title)s”") % {"title": each}
    subject = _("Overdue: %(what)s") if about == "overdue" else _("Due soon: %(what)s")
    send(
        each.owner,
        subject,
        {"what": told, "with": "" if hidden else each.engagement, "due": each.due, "late": about == "overdue"},
        once=f"follow-up {each.pk} due {each.due} {about} {each.owner_id}",
    )
    return 1


def _of_report(each: ReportDue, day: date) -> int:
    """To whoever took the report on; to the whole office while nobody has."""
    about = occasion(each.due, day, BEFORE_REPORTS)
    if not about:
        return 0
    office = User.objects.filter(role__in=OFFICE, is_active=True)
    people = [each.owner] if each.owner is not None and each.owner.is_active else list(office)
    people = [person for person in people if ReportDue.objects.visible_to(person).filter(pk=each.pk).exists()]
    hidden = Handling.RESTRICTED in (each.handling, each.funding.handling, each.funding.donor.handling)
    subject = _("Overdue: %(what)s") if about == "overdue" else _("Due soon: %(what)s")
    for person in people:
        send(
            person,
            subject,
            {
                "what": _("A report to a donor") if hidden else format_lazy(_("The report “{what}”"), what=each),
                "with": "" if hidden else each.funding,
                "due": each.due,
                "late": about == "overdue",
                "where": address_of("record", "funding-reports", each.pk),
            },
            once=f"report {each.pk} due {each.due} {about} {person.pk}",
        )
    return len(people)


def send(person: User, subject: Any, said: dict[str, Any], *, once: str) -> None:
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
    if cache.add("follow-ups-reminded", True, EACH):
        remind()
        CalendarDraft.objects.filter(made__lt=timezone.now() - KEPT_FOR).delete()
    return False
