"""Who is to be told of which deadline now, and how is each told once? Reminders by mail.

A letter and the rows of `Reminder` that say what it tells of are written in one transaction, for one person at a time:
whoever looks next finds both or neither. How the letter gets out, once, is the business of `hanse.workspace.mail`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.processes import letters
from hanse.workspace.processes.due import concern
from hanse.workspace.processes.models import Deadline, Reminder, Watch
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor

MORNING = time(7, 0)
"""When mail goes out, on the day so many days before."""


@dataclass(frozen=True, slots=True)
class Call:
    """That a person is to be told of a deadline, because of these watches; the smallest ``days`` first."""

    deadline: Deadline
    watches: tuple[Watch, ...]

    @property
    def days(self) -> tuple[int, ...]:
        """How many days before, by these watches."""
        return tuple(each.days for each in self.watches)


def remind(now: datetime | None = None) -> int:
    """Write what is due now, at most one letter to each person; how many were written.

    Nothing is written where mail cannot be handed in at all: it is looked at again at the next look.
    """
    now = now or timezone.now()
    if not settings.HANSE_REMINDS:
        return 0
    people = User.objects.filter(is_active=True, watches__isnull=False).distinct()
    return sum(_tell(person, now) for person in people if calls_to(person, now))


def _tell(person: User, now: datetime) -> bool:
    """One letter of all that the person is to be told of; False where another worker was quicker."""
    with transaction.atomic():
        held = User.objects.select_for_update().get(pk=person.pk)
        calls = calls_to(held, now)
        if not calls:
            return False
        letter = letters.write(held, calls)
        Reminder.objects.bulk_create(
            Reminder(person=held, deadline=call.deadline, days=days, when=call.deadline.when, letter=letter)
            for call in calls
            for days in sorted(set(call.days))
        )
    return True


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
    """By deadline and its moment: the fewest days before it at which the person was told."""
    told: dict[tuple[str, datetime], int] = {}
    for each in Reminder.objects.filter(person=person, when__gt=now):
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


def watched(person: Any, **target: Any) -> list[Watch]:
    """A person's watches of a thing: ``watched(user, process=process)``."""
    return list(Watch.objects.filter(person=person, **target)) if person.is_authenticated else []
