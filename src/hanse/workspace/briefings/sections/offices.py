"""Who speaks for the counterpart? Those in office, those who left lately, and how they left."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.workspace.actors.pictures import lasted
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.registry.models import Office

FORMER = 2
"""Of those who left, so many are named."""


def lines(meeting: Meeting) -> list[Line]:
    """Those in office first, the latest to come in first; then who was last before them."""
    held = meeting.theirs.offices
    here = [each for each in held if each.last is None or each.last >= meeting.today]
    gone = sorted((each for each in held if each not in here), key=lambda each: each.last, reverse=True)
    return [_line(each, "") for each in here] + [_line(each, _("formerly: ")) for each in gone[:FORMER]]


def _line(each: Office, before: str) -> Line:
    ended = f", {each.get_ended_display().lower()}" if each.ended else ""
    return Line(f"{before}{each.person}, {each.title}, {lasted(each)}{ended}", each, (each.person, each.body))
