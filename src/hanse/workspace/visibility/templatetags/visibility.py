"""How do pages of wording write a share, and how much more or fewer there are?"""

from __future__ import annotations

from django import template

from hanse.saying import counted, percent

register = template.Library()


@register.filter
def share(part: float) -> str:
    """A share from 0 to 1 as "12%"."""
    return percent(round(100 * part))


@register.filter
def signed(more: int) -> str:
    """ "+3", "−2"."""
    return f"{'+' if more > 0 else '−'}{counted(abs(more))}"
