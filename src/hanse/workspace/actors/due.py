"""What is due for a city? Deadlines and sessions that concern it, clearances it waits for, and what will end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hanse.text.dates import days
from hanse.workspace.actors.desk import Desk
from hanse.workspace.actors.portfolio import Portfolio
from hanse.workspace.languages import day as written
from hanse.workspace.languages import listed
from hanse.workspace.pledges.light import anniversary, last_word
from hanse.workspace.processes import due as processes
from hanse.workspace.registry.models import Clearance

AHEAD = 366
"""Days ahead that count as near enough to be due."""
MOST = 60
"""Sessions and deadlines that are read."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing with the first day on which it can be due; ``when`` as it is written, ``what`` leads to its record."""

    day: date | None
    when: str
    what: str
    record: Any
    kind: str
    why: str = ""
    overdue: bool = False


def due(portfolio: Portfolio, desk: Desk) -> list[Due]:
    """Everything that lies before the city on the day, soonest first; what has no date comes last."""
    waiting = [_clearance(each, portfolio.day) for each in portfolio.pending]
    found = [*_entries(portfolio), *waiting, *_ends(portfolio), *_reports(desk), *_invited(desk)]
    near = [each for each in found if each.day is None or (each.day - portfolio.day).days <= AHEAD]
    return sorted(near, key=lambda each: (each.day is None, each.day or date.max, each.what))


def _entries(portfolio: Portfolio) -> list[Due]:
    return [
        Due(
            each.first,
            date_format(each.first) if not each.session else written(each.record.since),
            str(each.record),
            each.record,
            _("session") if each.session else _deadline(each.record),
            each.why,
            each.overdue,
        )
        for each in processes.due(
            portfolio.actor,
            portfolio.user,
            portfolio.day,
            MOST,
            access=portfolio.announced,
            memberships=portfolio.memberships,
        )
    ]


def _deadline(record: Any) -> str:
    return _("%(kind)s deadline") % {"kind": record.get_kind_display().lower()}


def _clearance(clearance: Clearance, day: date) -> Due:
    by = days(clearance.due)
    gates = clearance.membership.network if clearance.membership else clearance.instrument or clearance.project
    return Due(
        by[1] if by else None,
        written(clearance.due) if by else _("no date"),
        listed([clearance.what, clearance.authority]),
        clearance,
        _("clearance %(stands)s") % {"stands": clearance.stands},
        _("for %(what)s") % {"what": gates} if gates else "",
        bool(by and by[1] < day),
    )


def _reports(desk: Desk) -> list[Due]:
    """The yearly reports of the pledges that go on."""
    found = []
    for each in desk.pledges:
        last = last_word(each, desk.day)
        if each.goes_on and each.city_id == desk.actor.pk and last is not None:
            by = anniversary(last, 1)
            found.append(Due(by, date_format(by), str(each), each, _("report on a pledge"), overdue=by < desk.day))
    return found


def _invited(desk: Desk) -> list[Due]:
    """The joint statements that it is invited to sign."""
    found = []
    for each in desk.invited:
        closes = days(each.version.statement.closes)
        by = min(filter(None, (closes and closes[1], localdate(each.expires))))
        found.append(Due(by, date_format(by), str(each.version.statement), each.version, _("invited to sign")))
    return found


def _ends(portfolio: Portfolio) -> list[Due]:
    """Memberships, projects, funding and mandates whose documented end lies ahead."""
    ties = [
        *((_("membership ends"), each, str(each.network)) for each in portfolio.memberships),
        *((_("project ends"), each, str(each)) for each in portfolio.projects),
        *((_("funding ends"), each, str(each)) for each in portfolio.funding),
        *((_("mandate ends"), each, listed([each.person, each.title])) for each in portfolio.offices),
    ]
    found = []
    for kind, each, what in ties:
        end = days(each.until)
        if end and each.last >= portfolio.day:
            found.append(Due(end[1], written(each.until), what, each, kind))
    return found
