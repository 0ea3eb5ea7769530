"""What do pages call a language, a handling level, a kind of text, a date? In the language of the page."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.workspace.documents.models import KINDS
from hanse.workspace.languages import called, day, direction

register = template.Library()
register.filter("day", day)
register.filter("direction", direction)
LEVELS = {
    "public": pgettext_lazy("handling", "public"),
    "internal": pgettext_lazy("handling", "internal"),
    "restricted": pgettext_lazy("handling", "restricted"),
}
STANDINGS = {
    "open": pgettext_lazy("a passage", "open"),
    "bracketed": pgettext_lazy("a passage", "bracketed"),
    "agreed ad ref": pgettext_lazy("a passage", "agreed ad ref"),
    "agreed": pgettext_lazy("a passage", "agreed"),
}
FURNITURE = {
    "header": gettext_lazy("header"),
    "footer": gettext_lazy("footer"),
    "page number": gettext_lazy("page number"),
    "line number": gettext_lazy("line number"),
    "footnote": gettext_lazy("footnote"),
    "other": pgettext_lazy("words of a page", "other"),
}


@register.filter
def tongue(code: str) -> str:
    """What a BCP 47 language is called in the language of the page; "not told" where none was."""
    return str(_("not told")) if code in {"", "und"} else called(code)


@register.filter
def handled(level: str) -> str:
    """A handling level in lower case."""
    return str(LEVELS.get(level, level))


@register.filter
def kind_of_text(kind: str) -> str:
    """One of the kinds that are offered in the language of the page; another as somebody typed it."""
    return _(kind) if kind in KINDS else kind


def kinds_by_name() -> dict[str, str]:
    """The kinds that are offered by what they are called in the language of the page; where two are called the same,
    each has its English name behind it."""
    names = [kind_of_text(each) for each in KINDS]
    return {
        name if names.count(name) == 1 else f"{name} ({kind})": kind for name, kind in zip(names, KINDS, strict=True)
    }


@register.filter
def furniture(kind: str) -> str:
    """What words of a page are that are not words of the text."""
    return str(FURNITURE.get(kind, kind))


@register.filter
def standing(status: str) -> str:
    """How a passage stands in the negotiation."""
    return str(STANDINGS.get(status, status))
