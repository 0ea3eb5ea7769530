"""How do ties look over time? A timeline for a desk and for a phone of the same data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.figures.timeline import MOST, Span, timeline
from hanse.figures.timeline import key as meaning
from hanse.saying import colon
from hanse.workspace.actors.portfolio import expelled
from hanse.workspace.languages import day as written
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.registry.templatetags.registry import at


def ties(records: Sequence[Any], lane: Callable[[Any], str], *, title: str, as_of: AsOf) -> Pictures | None:
    """A timeline of dated ties; None where no two of them have a date."""
    held = [each for each in records if each.first is None or each.first <= as_of.day]
    if sum(bool(each.since or each.until) for each in held) < 2:
        return None
    spans = [_span(each, lane(each), as_of) for each in held]
    bars = ngettext(
        "%(n)d bar; the same dates are in the table.", "%(n)d bars; the same dates are in the table.", len(spans)
    )
    described = bars % {"n": len(spans)}
    cut = _("The first %(most)d are drawn.") % {"most": MOST}
    key = meaning() if len({span.lane for span in spans}) <= MOST else f"{meaning()} {cut}"
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
        name=f"{lane}{colon()}{lasted(tie)}",
        forced=ended and expelled(tie) if hasattr(tie, "ended") else False,
        faint=getattr(tie, "grade", "") == "observer",
        link=at(tie, as_of),
    )


def lasted(tie: Any) -> str:
    """From when to when, in words."""
    if tie.since and tie.until:
        return _("%(since)s to %(until)s") % {"since": written(tie.since), "until": written(tie.until)}
    if tie.since:
        return _("since %(day)s") % {"day": written(tie.since)}
    return _("until %(day)s") % {"day": written(tie.until)} if tie.until else _("beginning not documented")
