"""How do ties look over time? A timeline for a desk and for a phone of the same data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hanse.figures.timeline import KEY, MOST, Span, timeline
from hanse.reports.finding import day as written
from hanse.workspace.actors.portfolio import expelled
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.registry.templatetags.registry import at


def ties(records: Sequence[Any], lane: Callable[[Any], str], *, title: str, as_of: AsOf) -> Pictures | None:
    """A timeline of dated ties; None where no two of them have a date."""
    held = [each for each in records if each.first is None or each.first <= as_of.day]
    if sum(bool(each.since or each.until) for each in held) < 2:
        return None
    spans = [_span(each, lane(each), as_of) for each in held]
    described = f"{len(spans)} bars; the same dates are in the table."
    key = KEY if len({span.lane for span in spans}) <= MOST else f"{KEY} The first {MOST} are drawn."
    return pictures(
        lambda width: timeline(spans, day=as_of.day, width=width, title=title, description=described, theme="page"), key
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
