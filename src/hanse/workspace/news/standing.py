"""What is open for signature or pledge, and what comes next on the calendar?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from hanse.workspace.pledges.models import Call
from hanse.workspace.processes.models import Deadline, Session
from hanse.workspace.statements.models import Stage, Version
from hanse.workspace.statements.models.statements import whole_day

MOST = 6
SIGNABLE = frozenset({Stage.OPEN, Stage.ROLLING})


@dataclass(frozen=True, slots=True)
class Open:
    """What can be signed or pledged to now, and until when; ``until`` is empty where no end is set."""

    record: Any
    stage: str
    until: date | None


def open_now(user: Any) -> list[Open]:
    """What ends first comes first; what has no end comes last."""
    found = [*_statements(user), *_calls(user)]
    return sorted(found, key=lambda each: (each.until or date.max, str(each.record)))


def _statements(user: Any) -> list[Open]:
    """By the last frozen version of each, which alone can be signed."""
    frozen = (
        Version.objects.visible_to(user).exclude(frozen_at=None).filter(Q(closed_at=None) | Q(statement__rolling=True))
    )
    last: dict[str, Version] = {}
    for each in frozen.select_related("statement").defer("canonical").order_by("number"):
        last[each.statement_id] = each
    later = Version.objects.filter(statement__in=list(last)).exclude(frozen_at=None)
    newest: dict[str, int] = {}
    for statement, number in later.values_list("statement", "number"):
        newest[statement] = max(number, newest.get(statement, 0))
    held = [each for each in last.values() if each.number == newest[each.statement_id] and each.stage() in SIGNABLE]
    return [Open(each.statement, each.stage().value, _until(each)) for each in held]


def _until(version: Version) -> date | None:
    return whole_day(version.statement.closes) if version.stage() == Stage.OPEN and version.statement.closes else None


def _calls(user: Any) -> list[Open]:
    held = Call.objects.visible_to(user).open_at(timezone.now())
    return [Open(each, "call", timezone.localdate(each.deadline) if each.deadline else None) for each in held]


@dataclass(frozen=True, slots=True)
class Next:
    """A session or a deadline to come."""

    record: Session | Deadline
    day: date
    session: bool


def coming(user: Any, now: datetime | None = None) -> list[Next]:
    """The next of both, soonest first; sessions that go on are among them. Two queries."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    sessions = Session.objects.visible_to(user).filter(Q(first__gte=today) | Q(first__lt=today, last__gte=today))
    deadlines = Deadline.objects.visible_to(user).filter(when__gte=now, passed="")
    found = [Next(each, each.first, True) for each in sessions.select_related("process").order_by("first", "pk")[:MOST]]
    found += [
        Next(each, timezone.localdate(each.when), False)
        for each in deadlines.select_related("process").order_by("when", "pk")[:MOST]
    ]
    return sorted(found, key=lambda each: (each.day, each.record.pk))[:MOST]
