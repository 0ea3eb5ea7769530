"""How do the board's pages say things? With the same words and glyphs as the board that leaves the house."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from hanse.reports import finding, phrases
from hanse.workspace.languages import day

register = template.Library()
register.filter("slug", finding.slug)
register.filter("day", day)
register.filter("called", phrases.called)
register.filter("share", phrases.share)
register.filter("strength", phrases.strength)
register.filter("paragraph", phrases.paragraph)
register.filter("cited", phrases.cited)


@register.filter
def kind(value: str) -> str:
    """What sort of ask it is: "add", "replace"."""
    return phrases.KIND[value]


@register.filter
def wants(ask: Any) -> str:
    """Who asks what sort of thing: "Brackwater asks that these words be added"."""
    return phrases.wants(ask.kind, ask.actor)


@register.simple_tag
def glyphs() -> SafeString:
    """The symbols that ``<use>`` refers to, once a page."""
    return mark_safe(finding.template("glyphs.html").render())


@register.filter
def before_last(drafts: Sequence[Any]) -> Any:
    """The draft before the latest; None where there is none."""
    return drafts[-2] if len(drafts) > 1 else None


@register.filter
def get(mapping: dict[Any, Any], key: Any) -> Any:
    """``{{ mapping|get:key }}``; empty where there is none."""
    return mapping.get(key, "")
