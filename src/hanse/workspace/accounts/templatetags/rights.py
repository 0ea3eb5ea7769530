"""What may the reader of this page do?"""

from __future__ import annotations

from typing import Any

from django import template

from hanse.workspace.accounts import rights

register = template.Library()


@register.filter
def may(user: Any, right: str) -> bool:
    """``{% if user|may:"upload" %}``."""
    return rights.may(user, right)
