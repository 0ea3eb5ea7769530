"""What is a language called, which way is it written, and how is a date told?"""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from hanse.reports import finding
from hanse.workspace.languages import called, direction

register = template.Library()
register.filter("day", finding.day)
register.filter("direction", direction)


@register.filter
def tongue(code: str) -> str:
    """What a BCP 47 language is called in the language of the page; "not told" where none was."""
    return str(_("not told")) if code in {"", "und"} else called(code)
