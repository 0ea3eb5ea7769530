"""How long ago was a pledge last reported on? New, or green, yellow after a year, red after two, then inactive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.text.dates import days


@dataclass(frozen=True, slots=True)
class Light:
    """How a pledge stands with its yearly report: a name for the colour, and what it means."""

    name: str
    words: Any


NEW = Light("new", _("Less than a year old: no report due yet"))
GREEN = Light("green", _("Reported within a year"))
YELLOW = Light("yellow", _("No report for over a year"))
RED = Light("red", _("No report for over two years"))
INACTIVE = Light("inactive", _("Inactive: no report for over three years"))
DONE = Light("done", _("No further report due"))
LIGHTS = (NEW, GREEN, YELLOW, RED, INACTIVE, DONE)
_BY_YEARS = (GREEN, YELLOW, RED)


def light(last: date, today: date) -> Light:
    """The light on a day, of a pledge that was last reported on ``last``.

    It changes on the day after an anniversary: a report of 1 March 2025 is green through 1 March 2026. One of 29
    February has its anniversary on 1 March where the year has no such day. A report of the future is green.
    """
    past = sum(today > anniversary(last, years) for years in (1, 2, 3))
    return _BY_YEARS[past] if past < len(_BY_YEARS) else INACTIVE


def anniversary(day: date, years: int) -> date:
    """The same day so many years later; 1 March for a 29 February that is not."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def last_word(pledge: Any, day: date | None = None) -> date | None:
    """From which day the year is counted: the last report, else when it was pledged, else published.

    Of a partial date the last day that it can mean counts. What was reported only after ``day`` counts not yet.
    """
    for told in (pledge.reported, pledge.pledged):
        if last := _last_day(told, day):
            return last
    return timezone.localdate(pledge.published) if pledge.published else None


def _last_day(told: str, day: date | None) -> date | None:
    """The last day that a date can mean; None where there is none, or it was not told yet on ``day``."""
    meant = days(told)
    return meant[1] if meant and (day is None or meant[0] <= day) else None


def light_of(pledge: Any, day: date | None = None) -> Light | None:
    """The light of a published pledge on a day; None where it is not published, or nothing is dated."""
    if pledge.published is None or pledge.state != "published":
        return None
    if not pledge.goes_on:
        return DONE
    last = last_word(pledge, day)
    if last is None:
        return None
    now = light(last, day or timezone.localdate())
    return NEW if now is GREEN and _last_day(pledge.reported, day) is None else now
