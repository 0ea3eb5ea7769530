"""How do calendar programs get one's own engagements? As iCalendar (RFC 5545), whole days, nothing restricted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from hanse.text.dates import days
from hanse.workspace.engagements.listing import Line
from hanse.workspace.processes.feeds import PRODUCT
from hanse.workspace.processes.ical import Property, component, moment, text, whole_day


def calendar(name: str, lines: Iterable[Line], address: str) -> bytes:
    """Engagements as a calendar: those whose first day is documented. ``address`` begins every link."""
    head = [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("X-WR-CALNAME", text(name))]
    events = [component("VEVENT", told) for line in lines if (told := _event(line, address.rstrip("/")))]
    return component("VCALENDAR", head, events).encode()


def _event(line: Line, address: str) -> list[Property]:
    each = line.engagement
    begin, end = days(each.since), days(each.until)
    if begin is None or begin[0] != begin[1]:
        return []
    last = end[1] if end and end[0] == end[1] else begin[0]
    who = ", ".join(str(there) for there in line.people)
    told = [str(each.get_kind_display()), *([who] if who else []), *([each.agreed] if each.agreed else [])]
    found = [
        ("UID", f"engagement-{each.pk}@hanse"),
        ("DTSTAMP", moment(each.made)),
        ("SUMMARY", text(each.title)),
        ("DTSTART;VALUE=DATE", whole_day(begin[0])),
        ("DTEND;VALUE=DATE", whole_day(last + timedelta(days=1))),
        ("DESCRIPTION", text("\n".join(told))),
        ("CATEGORIES", text(_("Engagement"))),
        ("URL", f"{address}{each.get_absolute_url()}"),
    ]
    return [*found, ("LOCATION", text(each.place))] if each.place else found
