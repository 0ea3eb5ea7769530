"""How do shares, differences and sums of money read on the pages of instruments?"""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """0.305 as "31%"; a dash where there is nobody to share among."""
    return "–" if share is None else f"{100 * share:.0f}%"


@register.filter
def points(gap: float | None, form: str = "") -> str:
    """A difference of shares in percentage points, in words or ``short``; a rounded zero is no difference."""
    if gap is None:
        return "–"
    size = round(abs(gap))
    if form == "short":
        return f"{gap:+.0f}".replace("-", "−") if size else "0"
    if not size:
        return "no difference between origin and destination"
    more, less = ("origin", "destination") if gap > 0 else ("destination", "origin")
    unit = "point" if size == 1 else "points"
    return f"states of {more} are parties more often than those of {less}, by {size} percentage {unit}"


@register.filter
def grouped(value: str) -> str:
    """A whole number with its thousands set apart; any other text as it is."""
    return f"{int(value):,}" if value.isascii() and value.isdigit() else value
