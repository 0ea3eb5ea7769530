"""How do several names stand in one sentence? "Accra, Lima and Seoul", "Accra or Lima": as the page's language does."""

from __future__ import annotations

from collections.abc import Iterable

from babel.lists import format_list
from django.utils.translation import get_language

_BRITISH = "en_GB"
"""Without a comma before "and", as the United Nations write."""


def together(names: Iterable[object]) -> str:
    """All of them: "A, B and C"."""
    return _joined(names, "standard")


def either(names: Iterable[object]) -> str:
    """One of them: "A, B or C"."""
    return _joined(names, "or")


def _joined(names: Iterable[object], style: str) -> str:
    code = (get_language() or "en").replace("-", "_")
    return format_list([str(each) for each in names], style=style, locale=_BRITISH if code == "en" else code)
