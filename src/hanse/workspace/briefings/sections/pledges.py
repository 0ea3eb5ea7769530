"""What did the counterpart pledge, and how does it stand with its reports?"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.languages import day, listed
from hanse.workspace.pledges.light import DONE, light_of
from hanse.workspace.pledges.models import Partnership, Pledge, State

MOST = 40


def lines(meeting: Meeting) -> list[Line]:
    """Published pledges, those that go on first; alone, or with others that it agreed with."""
    found = sorted(held(meeting), key=lambda each: (not each.goes_on, -(each.published.timestamp())))
    return [_line(each, meeting) for each in found]


def held(meeting: Meeting) -> list[Pledge]:
    """The counterpart's, of those that the user may see."""
    joint = Partnership.objects.filter(city=meeting.counterpart).exclude(agreed=None).order_by().values("pledge")
    mine = Q(city=meeting.counterpart) | Q(pk__in=joint)
    seen = Pledge.objects.visible_to(meeting.user).filter(mine, state=State.PUBLISHED).exclude(published=None)
    return list(seen.select_related("city").order_by("-published", "pk")[:MOST])


def _line(each: Pledge, meeting: Meeting) -> Line:
    light = light_of(each, meeting.today)
    said = [
        _("pledged %s") % day(each.pledged) if each.pledged else "",
        each.get_status_display().lower(),
        str(light.words).lower() if light and light is not DONE else "",
    ]
    facts = {"pledge": each, "city": each.city, "facts": listed(part for part in said if part)}
    alone = each.city_id == meeting.counterpart.pk
    text = _("%(pledge)s: %(facts)s") if alone else _("%(pledge)s (with %(city)s): %(facts)s")
    return Line(text % facts, each, (each.city,))
