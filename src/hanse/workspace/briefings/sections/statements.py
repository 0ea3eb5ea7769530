"""Which joint statements have both signed?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.languages import day
from hanse.workspace.registry.models import ActorKind
from hanse.workspace.statements.models import Signature


def lines(meeting: Meeting) -> list[Line]:
    """Statements under which both stand, or which the one carries and the other signed; the latest first."""
    theirs = by_statement(meeting, meeting.counterpart)
    ours = by_statement(meeting, meeting.ours)
    both = [_both(theirs[key], ours[key], meeting) for key in theirs if key in ours]
    carried = [_carried(each) for key, each in theirs.items() if key in _carries(meeting)]
    return [*both, *carried]


def by_statement(meeting: Meeting, city: Any) -> dict[str, Signature]:
    """The signatures of a city that stand, the latest of each statement, the latest first."""
    if city.kind != ActorKind.LOCAL_GOVERNMENT:
        return {}
    seen = Signature.objects.visible_to(meeting.user).filter(city=city, until="")
    found: dict[str, Signature] = {}
    for each in seen.select_related("statement", "city").order_by("-first", "-given", "pk"):
        found.setdefault(each.statement_id, each)
    return found


def _both(theirs: Signature, ours: Signature, meeting: Meeting) -> Line:
    said = {
        "statement": theirs.statement,
        "them": meeting.counterpart,
        "theirs": day(theirs.since),
        "us": meeting.ours,
        "ours": day(ours.since),
        "name": theirs.name,
    }
    text = _("“%(statement)s”: %(them)s signed %(theirs)s (%(name)s), %(us)s %(ours)s")
    return Line(text % said, theirs, (theirs.statement, ours))


def _carried(each: Signature) -> Line:
    said = {"statement": each.statement, "city": each.city, "day": day(each.since), "name": each.name}
    return Line(_("“%(statement)s”, which we carry: signed %(day)s (%(name)s)") % said, each, (each.statement,))


def _carries(meeting: Meeting) -> set[str]:
    if meeting.ours.kind != ActorKind.NETWORK:
        return set()
    return set(meeting.ours.statements.visible_to(meeting.user).values_list("pk", flat=True))
