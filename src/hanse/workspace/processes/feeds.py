"""How do calendar programs get the calendar? As iCalendar (RFC 5545): sessions as whole days, deadlines to the minute.

What is not documented to the day stays out: a calendar program has no way to show "January 2020" without a day that
nobody documented. The pages say what was left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.processes.agenda import Entry, in_words
from hanse.workspace.processes.ical import Property, before, component, moment, text, whole_day
from hanse.workspace.processes.models import Deadline, Due, Passed, Session
from hanse.workspace.processes.places import where
from hanse.workspace.registry.models import Record

PRODUCT = "-//Hanse//Calendar of processes//EN"
REFRESH = "PT4H"
ALARMS = {Due.SILENCE: (timedelta(days=1), timedelta(hours=2))}
"""How long before a deadline a calendar program rings; else OTHERS."""
OTHERS = (timedelta(days=3), timedelta(days=1))
_CLASS = {Handling.PUBLIC: "PUBLIC", Handling.INTERNAL: "PRIVATE", Handling.RESTRICTED: "CONFIDENTIAL"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """When a record was last changed, and how often."""

    changed: datetime
    times: int


def feed(name: str, entries: Iterable[Entry], address: str) -> bytes:
    """A calendar as bytes: what has a day of its own. ``address`` begins every link, as "https://hanse.example.org"."""
    held = [each for each in entries if not each.session or each.record.first_day]
    stamps = {**_stamps(Session, held), **_stamps(Deadline, held)}
    links = {name: f"{address.rstrip('/')}{reverse('records', args=[name])}" for name in ("sessions", "deadlines")}
    head = [
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", text(name)),
        ("X-WR-CALNAME", text(name)),
        ("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
        ("X-PUBLISHED-TTL", REFRESH),
    ]
    events = (_event(each, stamps[each.record.pk, each.session], links) for each in held)
    return component("VCALENDAR", head, events).encode()


def _event(entry: Entry, stamp: Stamp, links: Mapping[str, str]) -> str:
    own = _session(entry.record) if entry.session else _deadline(entry)
    about = _about(entry.record, stamp, links["sessions" if entry.session else "deadlines"])
    return component("VEVENT", [*own, *about], _alarms(entry))


def _session(session: Session) -> list[Property]:
    """All days from its first to its last; where the last is not documented, its first."""
    first, last = session.first_day, session.last_day
    told = [
        session.process.title,
        _("Dates as documented: %(dates)s.") % {"dates": in_words(session.since, session.until)},
    ]
    told += [] if last else [_("Its last day is not documented.")]
    told += [_("Chair: %(name)s.") % {"name": session.chair}] if session.chair else []
    found = [
        ("SUMMARY", text(str(session))),
        ("DTSTART;VALUE=DATE", whole_day(first)),
        ("DTEND;VALUE=DATE", whole_day((last or first) + timedelta(days=1))),
        ("STATUS", "CONFIRMED" if session.certain else "TENTATIVE"),
        ("DESCRIPTION", text("\n".join(told))),
    ]
    if place := where(session):
        found.append(("LOCATION", text(place)))
    if session.latitude is not None and session.longitude is not None:
        found.append(("GEO", f"{session.latitude};{session.longitude}"))
    return found


def _deadline(entry: Entry) -> list[Property]:
    deadline = entry.record
    by = moment(deadline.when)
    told = [f"{deadline.get_kind_display()}. {deadline.process.title}."]
    told += [_("The hour is not documented: the end of the day is shown.")] if deadline.to_the_end_of_the_day else []
    if deadline.opens:
        told.append(_("Opens %(when)s.") % {"when": date_format(timezone.localtime(deadline.opens), "DATETIME_FORMAT")})
    if entry.stood:
        how = capfirst(entry.in_words)
        told.append(_("%(how)s, by %(who)s.") % {"how": how, "who": deadline.by} if deadline.by else f"{how}.")
    return [
        ("SUMMARY", _due(entry)),
        ("DTSTART", by),
        ("DTEND", by),
        ("STATUS", "CONFIRMED"),
        ("DESCRIPTION", text("\n".join(told))),
    ]


def _due(entry: Entry) -> str:
    return text(_heading(entry) % {"what": entry.record, "process": entry.record.process})


def _heading(entry: Entry) -> str:
    if entry.record.kind != Due.SILENCE:
        return _("Due: %(what)s (%(process)s)")
    if entry.stood == Passed.BROKEN:
        return _("Silence broken: %(what)s (%(process)s)")
    if entry.stood == Passed.HELD:
        return _("Silence held: %(what)s (%(process)s)")
    return _("Silence ends: %(what)s (%(process)s)")


def _alarms(entry: Entry) -> list[str]:
    """Of a deadline that is to come and not settled."""
    if entry.session or entry.stood or entry.record.when <= timezone.now():
        return []
    says = [("ACTION", "DISPLAY"), ("DESCRIPTION", _due(entry))]
    spans = ALARMS.get(entry.record.kind, OTHERS)
    return [component("VALARM", [*says, ("TRIGGER", before(span))]) for span in spans]


def _about(record: Record, stamp: Stamp, link: str) -> list[Property]:
    """What every event says of its record. The identity never changes, whatever else does."""
    changed = moment(stamp.changed)
    return [
        ("UID", f"{record._meta.model_name}-{record.pk}@hanse"),
        ("DTSTAMP", changed),
        ("LAST-MODIFIED", changed),
        ("CREATED", min(changed, moment(record.made))),
        ("SEQUENCE", str(stamp.times)),
        ("CLASS", _CLASS[record.handling]),
        ("CATEGORIES", text(str(record.process))),
        ("TRANSP", "TRANSPARENT"),
        ("URL", f"{link}{record.pk}/"),
    ]


def _stamps(model: type[Record], entries: list[Entry]) -> dict[tuple[str, bool], Stamp]:
    """By key and whether it is a session: last change and number of changes, as the history has them."""
    records = {each.record.pk: each.record for each in entries if type(each.record) is model}
    held = model.history.filter(id__in=records).order_by().values("id")
    told = {row["id"]: row for row in held.annotate(last=Max("history_date"), times=Count("history_id"))}
    return {(pk, model is Session): _stamp(record, told.get(pk)) for pk, record in records.items()}


def _stamp(record: Record, told: dict[str, Any] | None) -> Stamp:
    """A record that was written past its history has the moment at which it was made."""
    return Stamp(told["last"], told["times"] - 1) if told else Stamp(record.made, 0)
