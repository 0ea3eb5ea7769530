"""What comes next, and what was? Sessions and deadlines in one order, as they stood before a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from babel.dates import format_interval
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.text.dates import days
from hanse.workspace.languages import Language, spoken
from hanse.workspace.languages import day as told_day
from hanse.workspace.processes.due import Concern, concern
from hanse.workspace.processes.models import Deadline, Due, Passed, Process, Session
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor

KINDS = {
    "session": gettext_lazy("Sessions"),
    "deadline": gettext_lazy("All deadlines"),
    Due.INPUT.value: gettext_lazy("Input deadlines"),
    Due.ACCREDITATION.value: gettext_lazy("Accreditation deadlines"),
    Due.REGISTRATION.value: gettext_lazy("Registration deadlines"),
    Due.SIDE_EVENT.value: gettext_lazy("Side event deadlines"),
    Due.PLEDGE.value: gettext_lazy("Pledge deadlines"),
    Due.SILENCE.value: gettext_lazy("Silence procedures"),
    Due.OTHER.value: gettext_lazy("Other deadlines"),
}
"""What the calendar can be narrowed to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session or a deadline in its place in time; ``stood`` is how a deadline stood, ``why`` whom it concerns."""

    record: Session | Deadline
    first: date
    last: date
    stood: str = ""
    overdue: bool = False
    why: str = ""

    @property
    def session(self) -> bool:
        return isinstance(self.record, Session)

    @property
    def process(self) -> Process:
        return self.record.process

    @property
    def in_words(self) -> str:
        """How it stood, in words."""
        if self.stood:
            return str(Passed(self.stood).label)
        return _("past, nothing noted") if self.overdue else ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """``upcoming`` soonest first, with what is under way; ``past`` latest first; ``undated`` without any date."""

    upcoming: list[Entry]
    past: list[Entry]
    undated: list[Session]

    @property
    def entries(self) -> list[Entry]:
        return [*reversed(self.past), *self.upcoming]

    @property
    def no_day(self) -> list[Session]:
        """Sessions that no calendar program can show: their first day is not documented to the day."""
        known = [each.record for each in self.entries if each.session]
        return [each for each in [*known, *self.undated] if each.first_day is None]

    def by_year(self) -> list[tuple[int, list[Entry]]]:
        """What is past, by the year in which it began, latest first."""
        years: dict[int, list[Entry]] = {}
        for each in self.past:
            years.setdefault(each.first.year, []).append(each)
        return sorted(years.items(), reverse=True)


def agenda(
    sight: Sight,
    day: date,
    *,
    process: Process | None = None,
    city: Actor | None = None,
    kind: str = "",
    about: Concern | None = None,
) -> Agenda:
    """Everything in sight as it stood on a day, narrowed to a process, to what concerns a city, to one of KINDS."""
    about = concern(city, sight, day) if city else about
    met, undated = _sessions(sight, process, about) if kind in {"", "session"} else ([], [])
    due = _deadlines(sight, process, about, kind, day) if kind != "session" else []
    entries = sorted([*met, *due], key=lambda each: (each.first, each.last, each.record.pk))
    upcoming = [each for each in entries if each.last >= day]
    past = [each for each in reversed(entries) if each.last < day]
    return Agenda(upcoming, past, undated)


def _sessions(sight: Sight, process: Process | None, about: Concern | None) -> tuple[list[Entry], list[Session]]:
    found = sight.of(Session.objects).select_related("process")
    found = found.filter(process=process) if process else found
    found = list(found.filter(about.in_sessions()) if about else found)
    entries = [
        Entry(each, each.first, each.last, why=about.why(each.pk, each.process_id) if about else "")
        for each in found
        if each.first
    ]
    return entries, [each for each in found if not each.first]


def _deadlines(sight: Sight, process: Process | None, about: Concern | None, kind: str, day: date) -> list[Entry]:
    found = sight.of(Deadline.objects).select_related("process", "session")
    found = found.filter(process=process) if process else found
    found = found.filter(about.in_deadlines()) if about else found
    found = found.filter(kind=kind) if kind in Due.values else found
    return [_due(each, day, about) for each in found]


def _due(deadline: Deadline, day: date, about: Concern | None) -> Entry:
    on, stood = timezone.localdate(deadline.when), deadline.how_it_stood(day)
    overdue = not stood and (on < day or (on == day and deadline.when < timezone.now()))
    why = about.why(deadline.session_id, deadline.process_id) if about else ""
    return Entry(deadline, on, on, stood, overdue, why)


def in_words(since: str, until: str) -> str:
    """When something was, as far as it is documented: "20 to 24 January 2020", "January 2020", "about 2011"."""
    begin, end = days(since), days(until)
    if not begin:
        return _("until %(day)s") % {"day": _date(until)} if end else _("date not documented")
    if not end or until == since:
        return _date(since)
    first, last = begin[0], end[1]
    if end[0] <= first and not _whole(until):
        return _("from %(day)s") % {"day": _date(since)}
    if _whole(since) and _whole(until):
        return _span(first, last)
    return _("%(since)s to %(until)s") % {"since": _date(since), "until": _date(until)}


def _span(first: date, last: date) -> str:
    """From a day to a later one; what both have in common is said once."""
    if spoken() != Language.ENGLISH:
        return format_interval(first, last, "yMMMMd", locale=spoken().value)
    alike = (first.year == last.year, (first.year, first.month) == (last.year, last.month))
    begin = date_format(first, "j" if alike[1] else "j F" if alike[0] else "DATE_FORMAT")
    return f"{begin} to {date_format(last, 'DATE_FORMAT')}"


def _whole(text: str) -> bool:
    meant = days(text)
    return meant is not None and meant[0] == meant[1] and text[-1] not in "~?%"


def _date(text: str) -> str:
    plain = text.rstrip("~?%")
    if "X" not in plain:
        return told_day(text)
    first = (days(text) or (date.min, date.min))[0]
    if plain.count("X") == 1:
        said = _("the %(year)ss") % {"year": first.year}
    else:
        said = _("the %(century)sth century") % {"century": first.year // 100 + 1}
    doubted = {
        "~": _("about %(date)s"),
        "?": _("%(date)s (uncertain)"),
        "%": _("about %(date)s (uncertain)"),
    }
    return doubted.get(text[len(plain) :], "%(date)s") % {"date": said}
