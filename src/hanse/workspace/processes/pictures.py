"""How does a calendar look on a line? Sessions as points of their process, deadlines fainter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.figures.timeline import Span, timeline
from hanse.saying import comma
from hanse.workspace.processes.agenda import Entry, in_words
from hanse.workspace.processes.models import Due

WIDTHS = {"wide": 1060, "narrow": 340}
MOST = 400
"""Points that are drawn: the latest."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing of the same thing, for wide pages or narrow ones."""

    look: str
    svg: SafeString


def by_process(entry: Entry) -> str:
    return str(entry.process)


def by_kind(entry: Entry) -> str:
    if entry.session:
        return _("Sessions")
    return _("Silence procedures") if entry.record.kind == Due.SILENCE else _("Deadlines")


def pictures(
    entries: Sequence[Entry], day: date, title: str, lane: Callable[[Entry], str] = by_process
) -> list[Picture]:
    """The timeline of dated entries, wide and narrow, in the lanes that ``lane`` says; none of less than two dates."""
    if len(entries) < 2:
        return []
    drawn = list(entries)[-MOST:]
    spans = [_span(each, lane(each)) for each in drawn]
    told = ngettext(
        "%(number)s session or deadline between %(first)s and %(last)s.",
        "%(number)s sessions and deadlines between %(first)s and %(last)s.",
        len(drawn),
    ) % {"number": len(drawn), "first": drawn[0].first.year, "last": drawn[-1].last.year}
    return [
        Picture(look, mark_safe(timeline(spans, day=day, title=title, description=told, theme="page", width=width)))
        for look, width in WIDTHS.items()
    ]


def _span(entry: Entry, lane: str) -> Span:
    record = entry.record
    when = in_words(record.since, record.until) if entry.session else _day(record.when)
    return Span(
        lane=lane,
        since=record.since if entry.session else entry.first.isoformat(),
        name=f"{record}{comma()}{when}",
        shape="point",
        faint=not entry.session,
        link=record.get_absolute_url(),
    )


def _day(when: datetime) -> str:
    return date_format(timezone.localtime(when), "DATE_FORMAT")
