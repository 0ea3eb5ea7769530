"""When did both meet, what was agreed, and what is still open from it?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.saying import colon, semicolon
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.engagements.listing import Line as Met
from hanse.workspace.engagements.models import FollowUp
from hanse.workspace.languages import day, listed


def lines(meeting: Meeting) -> list[Line]:
    """Open follow-ups that somebody of ours took on, the nearest day first; then engagements, the newest first."""
    ours = [_todo(each, meeting) for each in meeting.dealings.open if each.owner_id is not None]
    return ours + [_met(each, meeting) for each in (*meeting.dealings.ahead, *meeting.dealings.past)]


def _todo(each: FollowUp, meeting: Meeting) -> Line:
    text = _("Still to be done by us (%(owner)s): %(what)s")
    if each.due and each.overdue(meeting.today):
        text = _("Still to be done by us (%(owner)s): %(what)s, overdue since %(day)s")
    elif each.due:
        text = _("Still to be done by us (%(owner)s): %(what)s, by %(day)s")
    return Line(text % {"what": each.what, "owner": each.owner, "day": day(each.due)}, each, (each.engagement,))


def _met(met: Met, meeting: Meeting) -> Line:
    each = met.engagement
    there = any(person.actor_id == meeting.ours.pk for person in met.people)
    people = [str(person.person) for person in met.people if person.person_id and person.person_id != person.actor_id]
    said = [
        each.get_kind_display().lower(),
        each.place,
        _("with us") if there else "",
        listed(people[:3]),
    ]
    facts = listed(part for part in said if part)
    text = f"{day(each.since)}{colon()}{each} ({facts})" if each.since else f"{each} ({facts})"
    agreed = semicolon().join(filter(None, (line.strip() for line in each.agreed.splitlines())))
    rests = [each for person in met.people for each in (person, person.person) if person.person_id]
    return Line(text, each, tuple(rests), quote=_("Agreed: %s") % agreed if agreed else "")
