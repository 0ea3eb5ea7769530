"""How do shares, differences and sums of money read on the pages of instruments?"""

from __future__ import annotations

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse import saying
from hanse.workspace.registry import as_of
from hanse.workspace.registry.as_of import AsOf, Count
from hanse.workspace.registry.kinds import KINDS

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """0.305 as "31%"; a dash where there is nobody to share among."""
    return "–" if share is None else saying.percent(round(100 * share))


@register.filter
def points(gap: float | None, form: str = "") -> str:
    """A difference of shares in percentage points, in words or ``short``; a rounded zero is no difference."""
    if gap is None:
        return "–"
    size = round(abs(gap))
    if form == "short":
        return f"{gap:+.0f}".replace("-", "−") if size else "0"
    if not size:
        return _("no difference between origin and destination")
    if gap > 0:
        told = ngettext(
            "states of origin are parties more often than those of destination, by %(n)s percentage point",
            "states of origin are parties more often than those of destination, by %(n)s percentage points",
            size,
        )
    else:
        told = ngettext(
            "states of destination are parties more often than those of origin, by %(n)s percentage point",
            "states of destination are parties more often than those of origin, by %(n)s percentage points",
            size,
        )
    return told % {"n": size}


@register.filter
def grouped(value: str) -> str:
    """A whole number with its thousands set apart; any other text as it is."""
    return as_of.grouped(int(value)) if value.isascii() and value.isdigit() else value


@register.simple_tag
def instruments_counted(count: Count, day: AsOf) -> str:
    """How many instruments a list has, adopted by the day that is shown; with those of which no date is documented."""
    held = KINDS["instruments"].number(count.total)
    if day.past:
        held = _("%(held)s adopted by %(day)s") % {"held": held, "day": date_format(day.day, "DATE_FORMAT")}
    if not count.undated:
        return held
    told = _("%(held)s: %(dated)s on a documented date, %(undated)s more whose date is not documented")
    return told % {"held": held, "dated": as_of.grouped(count.dated), "undated": as_of.grouped(count.undated)}


@register.simple_tag
def episodes_counted(count: Count, day: AsOf) -> str:
    """How many episodes a list has, begun by the day that is shown; with those of which no beginning is documented."""
    held = KINDS["episodes"].number(count.total)
    if day.past:
        held = _("%(held)s begun by %(day)s") % {"held": held, "day": date_format(day.day, "DATE_FORMAT")}
    if not count.undated:
        return held
    told = ngettext(
        "%(held)s, %(n)s of them with no documented beginning",
        "%(held)s, %(n)s of them with no documented beginning",
        count.undated,
    )
    return told % {"held": held, "n": as_of.grouped(count.undated)}
