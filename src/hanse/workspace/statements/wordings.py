"""What may stand in a statement? Words of a length, and such as can be printed."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from hanse.errors import UnprintableText

LONGEST_PARAGRAPH = 10_000
LONGEST_COMMENT = 5_000
LONGEST_WHY = 2_000


def unprintable(texts: Mapping[str, str]) -> dict[str, str]:
    """Of texts that will stand in the PDF those that no font can show: a sentence for each, by its name."""
    if all(map(str.isascii, texts.values())) or not _why_not(texts):
        return {}
    told = {name: _why_not({name: text}) for name, text in texts.items()}
    return {name: _("It cannot be printed: %(why)s.") % {"why": why} for name, why in told.items() if why}


def _why_not(texts: Mapping[str, str]) -> str:
    from hanse.reports.typesetting import printable

    try:
        printable(texts)
    except UnprintableText as error:
        return error.what
    return ""
