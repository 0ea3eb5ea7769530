"""When did both meet, what was agreed, and what is still open from it?"""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.reports.finding import day
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.engagements.listing import Line as Met
from hanse.workspace.engagements.models import FollowUp


def lines(meeting: Meeting) -> list[Line]:
    """Open follow-ups that somebody of ours took on, the nearest day first; then engagements, the newest first."""
    ours = [_todo(each, meeting) for each in meeting.dealings.open if each.owner_id is not None]
    return ours + [_met(each, meeting) for each in (*meeting.dealings.ahead, *meeting.dealings.past)]


def _todo(each: FollowUp, meeting: Meeting) -> Line:
    said = {"what": each.what, "owner": each.owner, "when": due(each, meeting)}
    return Line(_("Still to be done by us (%(owner)s): %(what)s%(when)s") % said, each, (each.engagement,))


def due(each: FollowUp, meeting: Meeting) -> str:
    """Until when, and whether that has passed."""
    if not each.due:
        return ""
    return (_(", overdue since %s") if each.overdue(meeting.today) else _(", by %s")) % day(each.due)


def _met(met: Met, meeting: Meeting) -> Line:
    each = met.engagement
    there = any(person.actor_id == meeting.ours.pk for person in met.people)
    people = [str(person.person) for person in met.people if person.person_id and person.person_id != person.actor_id]
    said = [
        each.get_kind_display().lower(),
        each.place,
        _("with us") if there else "",
        ", ".join(people[:3]),
    ]
    facts = ", ".join(part for part in said if part)
    text = f"{day(each.since)}: {each} ({facts})" if each.since else f"{each} ({facts})"
    agreed = "; ".join(filter(None, (line.strip() for line in each.agreed.splitlines())))
    rests = [each for person in met.people for each in (person, person.person) if person.person_id]
    return Line(text, each, tuple(rests), quote=_("Agreed: %s") % agreed if agreed else "")
