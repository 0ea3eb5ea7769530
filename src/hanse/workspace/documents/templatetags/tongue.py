"""What is a language called, which way is it written, and how is a date told?"""

from __future__ import annotations

from typing import Any

from django import template
from django.conf.locale import LANG_INFO

from hanse.reports import finding

register = template.Library()
register.filter("day", finding.day)


@register.filter
def tongue(code: str) -> str:
    """The English name of a BCP 47 language; "not told" where none was."""
    if code in {"", "und"}:
        return "not told"
    return "Chinese" if code.startswith("zh") else _known(code).get("name", code)


@register.filter
def direction(code: str) -> str:
    """ "rtl" for a BCP 47 language that is written from right to left, as Arabic is; else "ltr"."""
    return "rtl" if _known(code).get("bidi") else "ltr"


def _known(code: str) -> dict[str, Any]:
    return LANG_INFO.get(code.lower()) or LANG_INFO.get(code.split("-")[0].lower()) or {}
