"""How do ties and numbers look over time? Pictures for a desk and for a phone of the same data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from hanse.figures import growth as counts
from hanse.figures.timeline import KEY, MOST, Span, timeline
from hanse.reports.finding import day as written
from hanse.workspace.registry.actors.members import Members, Reported
from hanse.workspace.registry.actors.portfolio import expelled
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.templatetags.registry import at

WIDE, NARROW = 760, 340


@dataclass(frozen=True, slots=True)
class Pictures:
    """The same picture ``wide`` and ``narrow``, with what has to be said beside it."""

    wide: SafeString
    narrow: SafeString
    key: str = ""


def ties(records: Sequence[Any], lane: Callable[[Any], str], *, title: str, as_of: AsOf) -> Pictures | None:
    """A timeline of dated ties; None where no two of them have a date."""
    held = [each for each in records if each.first is None or each.first <= as_of.day]
    if sum(bool(each.since or each.until) for each in held) < 2:
        return None
    spans = [_span(each, lane(each), as_of) for each in held]
    described = f"{len(spans)} bars; the same dates are in the table."
    key = KEY if len({span.lane for span in spans}) <= MOST else f"{KEY} The first {MOST} are drawn."
    return Pictures(
        *(
            mark_safe(timeline(spans, day=as_of.day, width=width, title=title, description=described, theme="page"))
            for width in (WIDE, NARROW)
        ),
        key=key,
    )


def _span(tie: Any, lane: str, as_of: AsOf) -> Span:
    """A tie as it was known on the day: an end that lies after it is still to come."""
    ended = tie.last is not None and tie.last < as_of.day
    return Span(
        lane,
        tie.since,
        tie.until if ended else "",
        name=f"{lane}: {lasted(tie)}",
        forced=ended and expelled(tie) if hasattr(tie, "ended") else False,
        faint=getattr(tie, "grade", "") == "observer",
        link=at(tie, as_of),
    )


def lasted(tie: Any) -> str:
    """From when to when, in words."""
    since = f"since {written(tie.since)}" if tie.since else "beginning not documented"
    if not tie.until:
        return since
    return f"{written(tie.since)} to {written(tie.until)}" if tie.since else f"until {written(tie.until)}"


def growth(members: Members, reported: Sequence[Reported], *, title: str, day: date) -> Pictures | None:
    """Reported numbers by source, and documented memberships; None where neither has two dates."""
    points = [
        counts.Reported(
            each.saying.attestation.on,
            each.number,
            each.saying.attestation.source.publisher or str(each.saying.attestation.source),
            each.saying.attestation.get_absolute_url(),
        )
        for each in reversed(reported)
        if each.number is not None and each.saying.attestation.on
    ]
    if len(points) + len(members.steps) < 2:
        return None
    return Pictures(
        *(
            mark_safe(counts.growth(points, members.steps, day=day, width=width, title=title, theme="page"))
            for width in (WIDE, NARROW)
        )
    )
