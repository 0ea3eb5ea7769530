"""What may be written in a text field? Words: no control characters, no halves of characters, not without end."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hanse.errors import UnprintableText

LONGEST_PARAGRAPH = 10_000
LONGEST_COMMENT = 5_000
LONGEST_WHY = 2_000
_LINES = "\n\r\t"
_OVERRIDES = "\u202d\u202e"
"""Characters that show a text in another order than it has."""


def check_words(text: str) -> None:
    """Raises ValidationError for characters that nobody can read."""
    for each in text:
        if each in _OVERRIDES:
            raise ValidationError(_("It has a character that turns the order of letters round; leave it out."))
        if unicodedata.category(each) in {"Cc", "Cs"} and each not in _LINES:
            raise ValidationError(
                _("It has a control character (U+%04X) that nobody can read; leave it out.") % ord(each)
            )


def unprintable(texts: Mapping[str, str]) -> dict[str, str]:
    """Of texts that will stand in the PDF those that no font can show: a sentence for each, by its name."""
    if not _why_not(texts):
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


class Words(forms.CharField):
    """A text of at most ``longest`` characters. What is too long is refused with a sentence."""

    def __init__(self, *, longest: int, rows: int = 0, **said: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "data-longest": longest}) if rows else forms.TextInput()
        super().__init__(**{"widget": widget, **said})
        self.longest = longest

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if len(text) > self.longest:
            said = {"count": f"{len(text):,}", "most": f"{self.longest:,}"}
            raise ValidationError(_("It has %(count)s characters; at most %(most)s are taken.") % said)
        check_words(text)
        return text
