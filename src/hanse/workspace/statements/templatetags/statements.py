"""What do pages of statements need? Languages by their names, wordings by language, visible differences."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from hanse.reports import finding
from hanse.workspace.languages import called, direction
from hanse.workspace.registry import regions
from hanse.workspace.statements.differences import differences as between
from hanse.workspace.statements.models import Paragraph

register = template.Library()
_MARKS = {"go": ("<del>", "</del>"), "come": ("<ins>", "</ins>")}


@register.filter
def language(code: str) -> str:
    """What a language is called."""
    return called(code)


register.filter("direction", direction)


@register.filter
def said(paragraph: Paragraph, code: str) -> str:
    """A paragraph's wording in a language."""
    return paragraph.said(code)


@register.filter
def edtf(value: str) -> str:
    """A partial date as people write it."""
    return finding.day(value) if value else ""


@register.simple_tag
def differences(old: str, new: Any) -> str:
    """The way from one wording to another, marked."""
    found = between(old or "", str(new or ""))
    marked = ((*map(mark_safe, _MARKS.get(each.kind, ("", ""))), each.text) for each in found)
    return format_html_join("", "{0}{2}{1}", marked)


@register.filter
def translated(name: str) -> str:
    """The name of a region in the language of the page."""
    return regions.called(name)
