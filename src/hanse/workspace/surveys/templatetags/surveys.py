"""What do pages of surveys need? Words of a question in a language, shares as people read them."""

from __future__ import annotations

from typing import Any

from django import template

from hanse.workspace.surveys.counting import percent
from hanse.workspace.surveys.models import Question

register = template.Library()
register.filter("percent", percent)


@register.filter
def guided(question: Question, language: str) -> str:
    """A question's guidance in a language."""
    return question.guidance(language)


@register.filter
def of(held: dict[str, Any], key: str) -> Any:
    """What a dictionary holds under a key, or None."""
    return held.get(key)


@register.filter
def hundred(share: float) -> float:
    """A share as the length of a bar, of 100."""
    return round(100 * share, 1)
