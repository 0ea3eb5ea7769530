"""Who speaks for the counterpart? Those in office, those who left lately, and how they left."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.workspace.actors.pictures import lasted
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.languages import listed
from hanse.workspace.registry.models import Office

FORMER = 2
"""Of those who left, so many are named."""


def lines(meeting: Meeting) -> list[Line]:
    """Those in office first, the latest to come in first; then who was last before them."""
    held = meeting.theirs.offices
    here = [each for each in held if each.last is None or each.last >= meeting.today]
    gone = sorted((each for each in held if each not in here), key=lambda each: each.last, reverse=True)
    return [_line(each) for each in here] + [_line(each, former=True) for each in gone[:FORMER]]


def _line(each: Office, *, former: bool = False) -> Line:
    ended = each.get_ended_display().lower() if each.ended else ""
    who = listed(filter(None, (each.person, each.title, lasted(each), ended)))
    return Line(_("formerly: %(who)s") % {"who": who} if former else who, each, (each.person, each.body))
