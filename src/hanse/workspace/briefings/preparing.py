"""How is a briefing prepared, kept, and read again? Gathered, frozen with its sources, printed, and shown by rights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from django.utils import timezone

from hanse.workspace.briefings.lines import Kept, Section, kept
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.briefings.printing import pdf
from hanse.workspace.briefings.sections import SECTIONS
from hanse.workspace.briefings.sight import Member, in_sight
from hanse.workspace.documents.shelf import keep
from hanse.workspace.languages import spoken
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.models import Actor

MOST = 100
"""Lines of a section that are kept."""


def prepare(
    counterpart: Actor, ours: Actor, user: Any, *, session: Session | None, day: str, occasion: str, handling: str
) -> Briefing:
    """A briefing as ``user`` may know of both, kept with its PDF. Raises UnprintableText."""
    meeting = Meeting(counterpart, ours, user, timezone.localdate(), session)
    language = spoken().value
    made = Briefing(
        counterpart=counterpart,
        ours=ours,
        session=session,
        day=day,
        occasion=occasion,
        language=language,
        handling=handling,
        by=user,
        made=timezone.now(),
    )
    found = gathered(meeting)
    made.content = [asdict(each) for each in found]
    made.sha256 = keep([pdf(made, found, restricted(found))])
    made.save()
    return made


def gathered(meeting: Meeting) -> tuple[Section, ...]:
    """All that is told, in the order of the sections, each line with its source."""
    found = [(name, str(heading), _once(lines(meeting))[:MOST]) for name, heading, lines in SECTIONS]
    return kept(found, meeting.user)


def restricted(sections: Sequence[Section]) -> frozenset[Kept]:
    """The lines that whoever signs in and has no office does not see."""
    shared = {line for section in in_sight(sections, Member()) for line in section.lines}
    return frozenset(line for section in sections for line in section.lines if line not in shared)


def anew(briefing: Briefing, user: Any) -> Briefing:
    """The same meeting as it is known now, as another briefing. Raises UnprintableText."""
    return prepare(
        briefing.counterpart,
        briefing.ours,
        user,
        session=briefing.session,
        day=briefing.day,
        occasion=briefing.occasion,
        handling=briefing.handling,
    )


def told(briefing: Briefing) -> tuple[Section, ...]:
    """What a briefing says, whoever sees it: go on with `hanse.workspace.briefings.sight.in_sight`."""
    return tuple(
        Section(each["name"], each["heading"], tuple(_line(line) for line in each["lines"]))
        for each in briefing.content
    )


def _line(said: dict[str, Any]) -> Kept:
    line = Kept(**said)
    return replace(line, rests=tuple((model, key) for model, key in line.rests))


def _once(lines: Sequence[Any]) -> list[Any]:
    """Without what is said twice."""
    return list({(each.text, each.why): each for each in lines}.values())
