"""How do calendar programs get the calendar? As iCalendar (RFC 5545): sessions as whole days, deadlines to the minute.

What is not documented to the day stays out: a calendar program has no way to show "January 2020" without a day that
nobody documented. The pages say what was left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Count, Max
from django.utils import timezone
from icalendar import Alarm, Calendar, Event, vDuration

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.processes.agenda import Entry, in_words
from hanse.workspace.processes.models import Deadline, Due, Passed, Session
from hanse.workspace.processes.places import where
from hanse.workspace.registry.models import Record

PRODUCT = "-//Hanse//Calendar of processes//EN"
REFRESH = timedelta(hours=4)
ALARMS = {Due.SILENCE: (timedelta(days=1), timedelta(hours=2))}
"""How long before a deadline a calendar program rings; else OTHERS."""
OTHERS = (timedelta(days=3), timedelta(days=1))
_CLASS = {Handling.PUBLIC: "PUBLIC", Handling.INTERNAL: "PRIVATE", Handling.RESTRICTED: "CONFIDENTIAL"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
"""RFC 5545 has no place for them in a text."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a record was last changed, and how often."""

    changed: datetime
    times: int


def feed(name: str, entries: Iterable[Entry], address: str) -> bytes:
    """A calendar as bytes: what has a day of its own. ``address`` begins every link, as "https://hanse.example.org"."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _text(name))
    calendar.add("x-wr-calname", _text(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH).to_ical().decode())
    held = [each for each in entries if not each.session or each.record.first_day]
    stamps = {**_stamps(Session, held), **_stamps(Deadline, held)}
    for each in held:
        event = _session(each.record) if each.session else _deadline(each)
        _about(event, each.record, stamps[each.record.pk, each.session], address)
        calendar.add_component(event)
    return calendar.to_ical()


def _session(session: Session) -> Event:
    """All days from its first to its last; where the last is not documented, its first."""
    event = Event()
    ends = session.last_day or session.first_day
    event.add("dtstart", session.first_day)
    event.add("dtend", ends + timedelta(days=1))
    event.add("summary", _text(str(session)))
    event.add("status", "CONFIRMED" if session.certain else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    if place := where(session):
        event.add("location", _text(place))
    if session.latitude is not None and session.longitude is not None:
        event.add("geo", (session.latitude, session.longitude))
    told = [session.process.title, f"Dates as documented: {in_words(session.since, session.until)}."]
    told += [] if session.last_day else ["Its last day is not documented."]
    told += [f"Chair: {session.chair}."] if session.chair else []
    event.add("description", _text("\n".join(told)))
    return event


def _deadline(entry: Entry) -> Event:
    deadline = entry.record
    event = Event()
    moment = deadline.when.astimezone(UTC)
    event.add("dtstart", moment)
    event.add("dtend", moment)
    event.add("summary", _text(f"{_verb(entry)}: {deadline} ({deadline.process})"))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    told = [f"{deadline.get_kind_display()}. {deadline.process.title}."]
    told += ["The hour is not documented: the end of the day is shown."] if deadline.to_the_end_of_the_day else []
    told += [f"Opens {timezone.localtime(deadline.opens):%-d %B %Y, %H:%M}."] if deadline.opens else []
    told += [f"{Passed(entry.stood).label.capitalize()}{f', by {deadline.by}' if deadline.by else ''}."] * bool(
        entry.stood
    )
    event.add("description", _text("\n".join(told)))
    if not entry.stood and deadline.when > timezone.now():
        for before in ALARMS.get(deadline.kind, OTHERS):
            event.add_component(_alarm(before, str(event["summary"])))
    return event


def _verb(entry: Entry) -> str:
    if entry.record.kind != Due.SILENCE:
        return "Due"
    return {Passed.BROKEN: "Silence broken", Passed.HELD: "Silence held"}.get(entry.stood, "Silence ends")


def _alarm(before: timedelta, says: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", says)
    alarm.add("trigger", -before)
    return alarm


def _about(event: Event, record: Record, stamp: Stamp, address: str) -> None:
    """What every event says of its record. The identity never changes, whatever else does."""
    event.add("uid", f"{record._meta.model_name}-{record.pk}@hanse")
    event.add("dtstamp", stamp.changed)
    event.add("last-modified", stamp.changed)
    event.add("created", min(stamp.changed, record.made.astimezone(UTC).replace(microsecond=0)))
    event.add("sequence", stamp.times)
    event.add("class", _CLASS[record.handling])
    event.add("categories", [_text(str(record.process))])
    event.add("url", address.rstrip("/") + record.get_absolute_url())


def _stamps(model: type[Record], entries: list[Entry]) -> dict[tuple[str, bool], Stamp]:
    """By key and whether it is a session: last change and number of changes, as the history has them."""
    records = {each.record.pk: each.record for each in entries if type(each.record) is model}
    held = model.history.filter(id__in=records).order_by().values("id")
    told = {row["id"]: row for row in held.annotate(last=Max("history_date"), times=Count("history_id"))}
    return {(pk, model is Session): _stamp(record, told.get(pk)) for pk, record in records.items()}


def _stamp(record: Record, told: dict[str, Any] | None) -> Stamp:
    """A record that was written past its history has the moment at which it was made."""
    changed = told["last"] if told else record.made
    return Stamp(changed.astimezone(UTC).replace(microsecond=0), told["times"] - 1 if told else 0)


def _text(given: str) -> str:
    return _CONTROL.sub(" ", given.replace("\r\n", "\n"))
