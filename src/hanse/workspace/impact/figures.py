"""How does a number look? Over time with what is published of it, by year, and by objective."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hanse.figures.bars import bars
from hanse.figures.growth import Reported, growth
from hanse.saying import comma
from hanse.workspace.impact.claimed import Published
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.registry.said import number


def grown(
    steps: Sequence[tuple[date, int]], claims: Sequence[Published], *, title: str, unit: str, day: date
) -> Pictures | None:
    """The counted as a line of steps, published numbers as points; None of less than two."""
    points = [_point(each) for each in claims if each.claim.source.date and number(each.claim.value) is not None]
    if len(steps) + len(points) < 2:
        return None
    told = _("Counted here as a line; what sources publish as points, each at the date of its source.")
    return pictures(
        lambda width: growth(
            points, list(steps), day=day, width=width, title=title, description=told, theme="page", unit=unit
        )
    )


def _point(each: Published) -> Reported:
    """With the name of whom it is said, before that of who says it."""
    source = each.claim.source
    names = dict.fromkeys(filter(None, (str(each.subject or ""), source.publisher or str(source))))
    return Reported(source.date, number(each.claim.value) or 0, comma().join(names), each.link)


def rows(counts: Sequence[tuple[Any, int]], *, title: str) -> Pictures | None:
    """Counts under their names as bars; None of less than two."""
    if len(counts) < 2:
        return None
    held = [(str(name), float(count), number_format(count, force_grouping=True)) for name, count in counts]
    return pictures(lambda width: bars(held, title=title, theme="page", width=width))
