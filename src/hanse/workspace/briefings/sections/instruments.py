"""Which agreements have both taken part in, and where do they differ?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from hanse.workspace.briefings.lines import Line
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.languages import day, listed
from hanse.workspace.registry.models import VOTES, Act, Force


def lines(meeting: Meeting) -> list[Line]:
    """What divides first: votes against, withdrawals; what both did; what only we did; what only they did."""
    theirs, ours = meeting.joined, meeting.joined_by_us
    shared = [_shared(meeting, theirs[key], ours[key]) for key in theirs if key in ours]
    only_us = [_one_side(meeting, ours[key], meeting.ours, meeting.counterpart) for key in ours if key not in theirs]
    divided, binding, others = [], [], []
    for key in theirs:
        if key not in ours:
            acts = theirs[key]
            line = _one_side(meeting, acts, meeting.counterpart, None)
            if {each.act for each in acts} & ((VOTES - {Act.VOTED_FOR}) | {Act.WITHDREW}):
                divided.append(line)
            else:
                (binding if acts[0].instrument.force == Force.BINDING else others).append(line)
    return [*divided, *shared, *only_us, *binding, *others]


def _shared(meeting: Meeting, theirs: list[Any], ours: list[Any]) -> Line:
    did, we_did = _did(theirs), _did(ours)
    said = {"instrument": theirs[0].instrument, "us": meeting.ours, "ours": we_did, "them": meeting.counterpart}
    text = (
        _("%(instrument)s: both; %(them)s %(theirs)s, %(us)s %(ours)s")
        if {each.act for each in theirs} == {each.act for each in ours}
        else _("%(instrument)s: %(them)s %(theirs)s, but %(us)s %(ours)s")
    )
    return Line(text % {**said, "theirs": did}, theirs[-1], (theirs[0].instrument, *theirs[:-1], *ours))


def _one_side(meeting: Meeting, acts: list[Any], who: Any, other: Any) -> Line:
    said = {"instrument": acts[0].instrument, "who": who, "did": _did(acts), "other": other}
    text = (
        _("%(instrument)s: %(who)s %(did)s; nothing of %(other)s is documented")
        if other is not None
        else _("%(instrument)s: %(who)s %(did)s")
    )
    return Line(text % said, acts[-1], (acts[0].instrument, *acts[:-1]))


def _did(acts: list[Any]) -> str:
    """ "signed 12 May 2009, ratified 2011"."""
    return listed(f"{each.get_act_display().lower()} {day(each.date) if each.date else ''}".strip() for each in acts)
