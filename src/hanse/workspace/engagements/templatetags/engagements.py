"""What do pages of funding need? The address of a list without what opens a sum of it."""

from __future__ import annotations

from django import template
from django.http import QueryDict

register = template.Library()


@register.filter
def but_sums(asked: QueryDict) -> str:
    """The parameters of an address without those that open a sum, or turn a page."""
    kept = asked.copy()
    for name in ("currency", "which", "page"):
        kept.pop(name, None)
    return kept.urlencode()
