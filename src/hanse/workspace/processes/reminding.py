"""Who is to be told of which deadline now, and how is each told once? Reminders by mail.

A mail that is handed in cannot be taken back, and no database can be in one transaction with it. So the claim comes
first: rows of `Reminder`, unique by person, deadline, days before and the deadline's moment, are committed as begun;
then the mail is handed in; then they are noted as sent. A worker that dies before the claim has sent nothing, and the
next look sends it. One that dies after it leaves reminders of which nobody can know whether they went out: they are
not sent again, and the person's page says so. Two workers cannot claim the same.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core import mail
from django.db import transaction
from django.utils import timezone

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.keys import key
from hanse.workspace.processes.due import concern
from hanse.workspace.processes.letters import letter
from hanse.workspace.processes.models import Deadline, Reminder, Watch
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor

log = logging.getLogger(__name__)
MORNING = time(7, 0)
"""When mail goes out, on the day so many days before."""
TRIES = 5
"""So often a mail that the server refused is handed in again, an hour apart."""
AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Call:
    """That a person is to be told of a deadline, because of these watches; the smallest ``days`` first."""

    deadline: Deadline
    watches: tuple[Watch, ...]


def remind(now: datetime | None = None) -> int:
    """Send what is due now, at most one mail to each person; how many were handed in.

    Nothing is claimed where mail cannot be handed in at all: it is tried again at the next look.
    """
    now = now or timezone.now()
    people = User.objects.filter(is_active=True, watches__isnull=False).distinct()
    calls = {person: found for person in people if (found := calls_to(person, now))}
    if not calls or not settings.HANSE_REMINDS:
        return 0
    connection = mail.get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        log.warning("no mail can be handed in: %s", error)
        return 0
    try:
        return sum(_send(person, found, now, connection) for person, found in calls.items())
    finally:
        connection.close()


def calls_to(person: User, now: datetime) -> list[Call]:
    """What a person is to be told of now: only what that person may see now, and was not told of yet."""
    if not may(person, Right.READ):
        return []
    told = _told(person, now)
    calls = []
    for deadline, watches in _watched(person, now):
        at_work = [each for each in watches if goes_out(deadline, each.days) <= now]
        nearest = told.get((deadline.pk, deadline.when))
        fresh = [each for each in at_work if nearest is None or each.days < nearest]
        if fresh:
            calls.append(Call(deadline, tuple(sorted(fresh, key=lambda each: (each.days, each.pk)))))
    return calls


def goes_out(deadline: Deadline, days: int) -> datetime:
    """When a reminder so many days before a deadline goes out: in the morning of that day."""
    day = timezone.localdate(deadline.when) - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, MORNING))


def _told(person: User, now: datetime) -> dict[tuple[str, datetime], int]:
    """By deadline and its moment: the fewest days before it at which the person was told, or is not to be now."""
    told: dict[tuple[str, datetime], int] = {}
    for each in Reminder.objects.filter(person=person, when__gt=now):
        waits = each.begun is None and each.tries < TRIES and (each.tried is None or each.tried + AGAIN <= now)
        if not waits:
            place = (each.deadline_id, each.when)
            told[place] = min(each.days, told.get(place, each.days))
    return told


def _watched(person: User, now: datetime) -> list[tuple[Deadline, list[Watch]]]:
    """The open deadlines to come that the person watches and may see, soonest first, with the watches."""
    watches = list(person.watches.select_related("city__merged_into"))
    most = max((each.days for each in watches), default=0)
    until = now + timedelta(days=most + 1)
    sight = Sight(person)
    ahead = sight.of(Deadline.objects).filter(passed="", when__gt=now, when__lte=until)
    held = {each.pk: each for each in ahead.select_related("process", "session")}
    if not held:
        return []
    found: dict[str, list[Watch]] = defaultdict(list)
    for watch in watches:
        for pk in _covered(watch, held, sight):
            found[pk].append(watch)
    return [(held[pk], found[pk]) for pk in held if pk in found]


def _covered(watch: Watch, held: dict[str, Deadline], sight: Sight) -> list[str]:
    """Which of the deadlines a watch is for."""
    if watch.deadline_id:
        return [watch.deadline_id] if watch.deadline_id in held else []
    if watch.process_id:
        return [pk for pk, each in held.items() if each.process_id == watch.process_id]
    city = sight.one(Actor.objects, watch.city.merged_into_id or watch.city_id)
    if city is None:
        return []
    about = concern(city, sight, timezone.localdate())
    found = Deadline.objects.filter(pk__in=held).filter(about.in_deadlines())
    return list(found.values_list("pk", flat=True))


def _send(person: User, calls: list[Call], now: datetime, connection: Any) -> int:
    """One mail of all calls: claim, hand in, note. What another worker claimed first is left out."""
    mark = key()
    mine = _claim(person, calls, mark, now)
    if not mine:
        return 0
    held = Reminder.objects.filter(person=person, letter=mark)
    try:
        handed_in = connection.send_messages([letter(person, mine, mark)])
    except (SMTPResponseException, SMTPRecipientsRefused) as error:
        held.update(begun=None, problem=f"The mail server refused it: {error}"[:300])
        log.warning("a reminder to person %s was refused: %s", person.pk, error)
        return 0
    except (OSError, SMTPException) as error:
        held.update(problem=f"Whether it went out is not known: {error}"[:300])
        log.warning("a reminder to person %s may not have gone out: %s", person.pk, error)
        return 0
    if handed_in:
        held.update(sent=timezone.now(), problem="")
    return int(handed_in or 0)


def _claim(person: User, calls: list[Call], mark: str, now: datetime) -> list[Call]:
    """The calls that are ours: their rows did not exist, or waited after a refusal."""
    with transaction.atomic():
        Reminder.objects.bulk_create(
            [
                Reminder(person=person, deadline=call.deadline, days=days, when=call.deadline.when)
                for call in calls
                for days in sorted({each.days for each in call.watches})
            ],
            ignore_conflicts=True,
        )
        for call in calls:
            days = {each.days for each in call.watches}
            waiting = Reminder.objects.filter(person=person, deadline=call.deadline, when=call.deadline.when)
            for row in waiting.filter(days__in=days, begun=None):
                Reminder.objects.filter(pk=row.pk, begun=None).update(
                    letter=mark, begun=now, tried=now, tries=row.tries + 1
                )
        ours = set(Reminder.objects.filter(person=person, letter=mark).values_list("deadline_id", flat=True))
    return [call for call in calls if call.deadline.pk in ours]


def watched(person: Any, **target: Any) -> list[Watch]:
    """A person's watches of a thing: ``watched(user, process=process)``."""
    return list(Watch.objects.filter(person=person, **target)) if person.is_authenticated else []
