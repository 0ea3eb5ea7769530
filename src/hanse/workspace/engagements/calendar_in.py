"""Which events does a calendar file hold? iCalendar (RFC 5545), event by event, so that a broken one spoils no other.

No e-mail address leaves this module but as a key to look up who works here: in titles, places and descriptions they are
left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Event

from hanse.errors import DamagedFile, EmptyFile, OversizedFile
from hanse.workspace.readable import readable

LARGEST = 10_000_000
"""Bytes of a file."""
MOST = 10_000
"""Events of a file."""
LONGEST_NOTE = 2_000
_ADDRESS = re.compile(r"(?:mailto:)?[^\s<>()\[\]:;,\"'“”]+@[^\s<>()\[\]:;,\"'“”]+\.[^\s<>()\[\]:;,\"'“”]+", re.I)
_OWN = re.compile(r"engagement-([a-z0-9]{1,40})@hanse")
_NOBODY = {"ROOM", "RESOURCE"}
_OFTEN = {"DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly", "YEARLY": "yearly"}


@dataclass(frozen=True, slots=True)
class Somebody:
    """One who is invited: a name as the calendar has it, and an address to look up who works here."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """One event: what would be noted, or the ``problem`` why not. Dates are EDTF, ``line`` counts from 1."""

    line: int
    uid: str = ""
    """SHA-256 of its identity."""
    own: str = ""
    """The key of the engagement here that it was exported from."""
    title: str = ""
    since: str = ""
    until: str = ""
    place: str = ""
    note: str = ""
    people: tuple[Somebody, ...] = ()
    repeats: str = ""
    private: bool = False
    addresses: int = 0
    """How many were left out of its texts."""
    problem: str = ""


def read(data: bytes) -> list[Row]:
    """The events of a file, in their order. Raises UnreadableFile where it is no calendar, or too large for one."""
    if not data.strip():
        raise EmptyFile(_("the file is empty"), do=_("export the calendar again"))
    if len(data) > LARGEST:
        raise OversizedFile(
            _("the file has more than %(n)s megabytes") % {"n": LARGEST // 1_000_000}, do=_("export fewer years")
        )
    text = _decoded(data)
    if not re.search(r"^BEGIN:VCALENDAR\s*$", text, re.M | re.I):
        raise DamagedFile(_("no line of it begins a calendar"), do=_("export the calendar as iCalendar (.ics)"))
    rows = []
    for number, (line, block) in enumerate(_blocks(text)):
        if number >= MOST:
            raise OversizedFile(_("it has more than %(n)s events") % {"n": f"{MOST:,}"}, do=_("export fewer years"))
        rows.append(_row(line, block))
    if not rows:
        raise EmptyFile(_("the calendar has no events"), do=_("look whether the right calendar was exported"))
    return rows


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _blocks(text: str) -> Iterator[tuple[int, str | None]]:
    """The line in which each event begins, and its lines; None where its end is missing."""
    begun, lines = 0, []
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        word = line.strip().upper()
        if word == "BEGIN:VEVENT":
            if begun:
                yield begun, None
            begun, lines = number, [line.strip()]
        elif begun:
            lines.append(line)
            if word == "END:VEVENT":
                yield begun, "\r\n".join([*lines, ""])
                begun = 0
            elif word == "END:VCALENDAR":
                yield begun, None
                begun = 0
    if begun:
        yield begun, None


def _row(line: int, block: str | None) -> Row:
    if block is None:
        return Row(line, problem=_("the event has no end: the file was cut off, or is damaged"))
    try:
        event = Event.from_ical(block)
    except (ValueError, IndexError, KeyError, TypeError):
        return Row(line, problem=_("the event is not written as iCalendar"))
    title, _left = _plain(event, "SUMMARY", 300)
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return Row(line, title=title, problem=_("it was cancelled"))
    try:
        since, until = _days(event)
    except (ValueError, OverflowError, AttributeError, TypeError):
        return Row(line, title=title, problem=_("it has no day that can be read"))
    return _read(line, event, since, until)


def _read(line: int, event: Any, since: date, until: date) -> Row:
    title, first = _plain(event, "SUMMARY", 300)
    place, second = _plain(event, "LOCATION", 200)
    note, third = _plain(event, "DESCRIPTION", LONGEST_NOTE)
    uid = str(event.get("UID", "")).strip()
    identity = uid or f"{title}\n{since}\n{place}"
    own = _OWN.fullmatch(uid)
    recurring = event.get("RECURRENCE-ID")
    if recurring is not None:
        identity += f"\n{recurring.to_ical().decode(errors='replace')}"
    return Row(
        line=line,
        uid=hashlib.sha256(identity.encode(errors="replace")).hexdigest(),
        own=own[1] if own else "",
        title=title or _("Untitled"),
        since=since.isoformat(),
        until=until.isoformat() if until > since else "",
        place=" ".join(place.split()),
        note=note,
        people=tuple(_people(event)),
        repeats=_repeats(event),
        private=str(event.get("CLASS", "PUBLIC")).upper() in {"PRIVATE", "CONFIDENTIAL"},
        addresses=first + second + third,
    )


def _plain(event: Any, name: str, most: int) -> tuple[str, int]:
    """A text without e-mail addresses and unreadable characters, cut, and how many addresses were left out."""
    said = event.get(name, "")
    given = str(said[0] if isinstance(said, list) and said else said or "")[: 20 * most]
    text, left = _ADDRESS.subn(_("(address left out)"), readable(given))
    text = " ".join(text.split()) if name == "SUMMARY" else text.strip()
    return (text if len(text) <= most else f"{text[: most - 1]}…"), left


def _days(event: Any) -> tuple[date, date]:
    """First and last day. A day is the one on the wall where it takes place; only UTC is turned into ours."""
    begin = _moment(event["DTSTART"]) if "DTSTART" in event else None
    if begin is None:
        raise ValueError("no beginning")
    end = _moment(event["DTEND"]) if "DTEND" in event else None
    if end is None and "DURATION" in event:
        end = begin + event["DURATION"].dt
    if end is None or _day(end) < _day(begin):
        return _day(begin), _day(begin)
    if isinstance(end, datetime) != isinstance(begin, datetime):
        return _day(begin), _day(end)
    before = timedelta(days=1) if not isinstance(end, datetime) else timedelta(microseconds=1)
    return _day(begin), max(_day(begin), _day(end - before) if end > begin else _day(end))


def _moment(given: Any) -> date | datetime:
    when: date | datetime = (given[0] if isinstance(given, list) else given).dt
    if isinstance(when, datetime):
        zone = str(given.params.get("TZID", "UTC")) if when.tzinfo else ""
        local = timezone.localtime(when) if zone.upper() in {"UTC", "GMT", "ETC/UTC", "Z"} else when
        return local.replace(tzinfo=None)
    if not isinstance(when, date):
        raise ValueError("no day")
    return when


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def _people(event: Any) -> Iterator[Somebody]:
    """Who is invited and did not decline, the organizer first; rooms and projectors are nobody."""
    seen = set()
    for name in ("ORGANIZER", "ATTENDEE"):
        given = event.get(name, [])
        for each in given if isinstance(given, list) else [given]:
            params = getattr(each, "params", {})
            if params.get("CUTYPE", "").upper() in _NOBODY or params.get("PARTSTAT", "").upper() == "DECLINED":
                continue
            address = re.sub(r"^mailto:", "", str(each), flags=re.I).strip().lower()
            called = readable(str(params.get("CN", ""))).strip().strip("'\"")[:300]
            if (called, address) not in seen:
                seen.add((called, address))
                yield Somebody("" if "@" in called else called, address)


def _repeats(event: Any) -> str:
    """How it repeats, in words; "" where it does not."""
    rule = event.get("RRULE")
    if rule is None:
        return _("on several days") if "RDATE" in event else ""
    rule = rule[0] if isinstance(rule, list) else rule
    try:
        often = str((rule.get("FREQ") or [""])[0]).upper()
        count, until = (rule.get("COUNT") or [None])[0], (rule.get("UNTIL") or [None])[0]
        told = str(_(_OFTEN[often])) if often in _OFTEN else _("more than once")
        if count:
            return _("%(often)s, %(count)s times") % {"often": told, "count": count}
        return _("%(often)s until %(day)s") % {"often": told, "day": _day(until).isoformat()} if until else told
    except (AttributeError, TypeError, IndexError):
        return _("more than once")
