"""Is a pledge measurable, dated, clear about who benefits, and budgeted? Hints with the words that decided; no verdict."""

from __future__ import annotations

from typing import Any


def of_pledge(pledge: Any) -> list[Any]:
    return []
