"""What may the reader of this page do, and what stands between facts in the language of the reader?"""

from __future__ import annotations

from typing import Any

from django import template

from hanse import saying
from hanse.workspace.accounts import rights

register = template.Library()
register.simple_tag(saying.colon)
register.simple_tag(saying.comma)
register.simple_tag(saying.semicolon)
register.simple_tag(saying.stop)
register.simple_tag(saying.percent)


@register.filter
def may(user: Any, right: str) -> bool:
    """``{% if user|may:"upload" %}``."""
    return rights.may(user, right)
