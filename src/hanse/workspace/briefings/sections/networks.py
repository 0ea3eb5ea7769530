"""Which networks do both sides share?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from hanse.workspace.actors.pictures import lasted
from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.registry.models import ActorKind, Grade, Membership


def lines(meeting: Meeting) -> list[Line]:
    """That one is a network which the other is in; of two networks, who is in both; then networks that both are in."""
    ours = {each.network_id: each for each in meeting.own.networks}
    shared = [
        Line(
            _("%(network)s: %(them)s %(theirs)s; %(us)s %(ours)s")
            % {
                "network": each.network,
                "them": meeting.counterpart,
                "theirs": _since(each),
                "us": meeting.ours,
                "ours": _since(ours[each.network_id]),
            },
            each,
            (ours[each.network_id], each.network, meeting.ours),
        )
        for each in meeting.theirs.networks
        if each.network_id in ours
    ]
    return [*_each_other(meeting), *shared]


def _each_other(meeting: Meeting) -> list[Line]:
    """That one of the two is a network which the other is in."""
    held = [each for each in meeting.theirs.networks if each.network_id == meeting.ours.pk]
    held += [each for each in meeting.own.networks if each.network_id == meeting.counterpart.pk]
    found = [_member(each) for each in held]
    if meeting.counterpart.kind == ActorKind.NETWORK and meeting.ours.kind == ActorKind.NETWORK:
        found += _both_ways(meeting)
    return found


def _member(each: Membership) -> Line:
    said = {"actor": each.actor, "grade": each.get_grade_display().lower(), "network": each.network}
    return Line(
        _("%(actor)s is %(grade)s of %(network)s, %(since)s") % {**said, "since": lasted(each)},
        each,
        (each.actor, each.network),
    )


MOST_SHARED = 20
"""Members of both networks that are named."""


def _both_ways(meeting: Meeting) -> list[Line]:
    """Of two networks: the cities that are in both, those with a grade of their own first."""
    held = Membership.objects.visible_to(meeting.user).known(meeting.today)
    of_ours = held.filter(network=meeting.ours).order_by().values("actor")
    both = held.filter(network=meeting.counterpart, actor__in=of_ours).select_related("actor", "network")
    found: dict[str, Any] = {}
    for each in both.order_by("actor__folded", "first", "pk")[: 2 * MOST_SHARED]:
        found.setdefault(each.actor_id, each)
    ranked = sorted(found.values(), key=lambda each: each.grade == Grade.MEMBER)
    return [
        Line(_("%(city)s is in both networks") % {"city": each.actor}, each, (each.actor, each.network, meeting.ours))
        for each in ranked[:MOST_SHARED]
    ]


def _since(each: Membership) -> str:
    grade = "" if each.grade == Grade.MEMBER else f" ({each.get_grade_display().lower()})"
    return f"{lasted(each)}{grade}"
