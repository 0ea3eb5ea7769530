"""What access does the counterpart have to the session, and had it to the one before?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.saying import colon
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.languages import day, listed
from hanse.workspace.processes.models import Access

BEFORE = 3
"""Accesses to earlier sessions that are told."""


def lines(meeting: Meeting) -> list[Line]:
    """To the session of the meeting; then to earlier sessions of its process, or where there is none, to any, the
    latest first."""
    held = meeting.theirs.access
    now = [each for each in held if meeting.session and each.session_id == meeting.session.pk]
    process = meeting.session.process_id if meeting.session else None
    past = [each for each in held if each not in now and each.session.first and each.session.first <= meeting.today]
    alike = [each for each in past if process is None or each.session.process_id == process]
    return [_line(each) for each in now] + [_line(each) for each in alike[:BEFORE]]


def _line(each: Access) -> Line:
    said = [
        each.get_route_display() if each.route else "",
        _("in the delegation of %s") % each.delegation if each.delegation else "",
        each.get_setting_display() if each.setting else "",
        each.get_function_display().lower() if each.function else "",
        each.get_decision_display().lower() if each.decision else "",
    ]
    facts = listed(part for part in said if part) or _("how is not documented")
    return Line(
        f"{each.session} ({day(each.session.since)}){colon()}{facts}",
        each,
        tuple(filter(None, (each.session, each.delegation))),
    )
