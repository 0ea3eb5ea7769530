"""What is a language called?"""

from __future__ import annotations

from django import template
from django.conf.locale import LANG_INFO

register = template.Library()


@register.filter
def tongue(code: str) -> str:
    """The English name of a BCP 47 language; "not told" where none was."""
    if code in {"", "und"}:
        return "not told"
    known = LANG_INFO.get(code.lower()) or LANG_INFO.get(code.split("-")[0].lower()) or {}
    return "Chinese" if code.startswith("zh") else known.get("name", code)
