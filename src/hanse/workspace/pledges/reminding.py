"""Who is reminded that a report is due? The focal points of the city that reports, once at each change of the light."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.mail.posting import address_of, post
from hanse.workspace.pledges import letters
from hanse.workspace.pledges.light import GREEN, anniversary, last_word, light
from hanse.workspace.pledges.models import GOING_ON, Pledge, State

BEFORE = 30
"""Days before the year is over that the first reminder goes out."""
EACH = 3600
"""Seconds between two looks of a worker; a letter of the same occasion is written once however often it looks."""


def remind(today: date | None = None) -> int:
    """Queue what is due to be reminded of; how many letters were new or there already."""
    day = today or timezone.localdate()
    held = Pledge.objects.standing().filter(state=State.PUBLISHED, status__in=GOING_ON)
    return sum(_of(pledge, day) for pledge in held.select_related("city").iterator(chunk_size=500))


def occasion(last: date, day: date) -> str:
    """On what occasion somebody is to be reminded on a day: "soon", the name of a light, or "" for none."""
    now = light(last, day)
    if now is not GREEN:
        return now.name
    return "soon" if day >= anniversary(last, 1) - timedelta(days=BEFORE) else ""


def _of(pledge: Any, day: date) -> int:
    last = last_word(pledge)
    about = occasion(last, day) if last else ""
    if not about:
        return 0
    people = list(letters.speakers(pledge.city))
    for person in people:
        context = {
            "pledge": letters.called(pledge),
            "city": pledge.city,
            "light": light(last, day),
            "soon": about == "soon",
            "due": anniversary(last, 1),
            "where": address_of("pledge-report", pledge.pk),
        }
        post(
            person,
            _("A report is due: %(pledge)s"),
            "pledges/letters/report.txt",
            context,
            once=f"pledge {pledge.pk} {about} since {last.isoformat()} {person.pk}",
        )
    return len(people)


def now_and_then() -> bool:
    """For the worker: looks once an hour; there is never more to do at once."""
    if cache.add("pledges-reminded", True, EACH):
        remind()
    return False
