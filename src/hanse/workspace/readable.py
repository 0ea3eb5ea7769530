"""Can everybody read a text as it was typed? Characters that no form takes, and the field that says so."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_LINES = "\n\r\t"
_OVERRIDES = "\u202d\u202e"
"""Characters that show a text in another order than it has."""


def is_readable(character: str) -> bool:
    """False for control characters, halves of characters, and what turns the order of letters round."""
    if character in _LINES:
        return True
    return character not in _OVERRIDES and unicodedata.category(character) not in {"Cc", "Cs"}


def unreadable(text: str) -> str:
    """The first character that nobody can read, as "U+0001"; "" where there is none."""
    met = next((each for each in text if not is_readable(each)), "")
    return f"U+{ord(met):04X}" if met else ""


def readable(text: str) -> str:
    """A text that came from elsewhere, without the characters that nobody can read."""
    return "".join(filter(is_readable, text))


def check_readable(text: str) -> None:
    """Raises ValidationError for the first character that nobody can read."""
    if met := unreadable(text):
        raise ValidationError(_("It has a character that nobody can read (%(met)s); leave it out.") % {"met": met})


class Words(forms.CharField):
    """A text of at most ``longest`` characters, on ``rows`` lines (0: one line, an input).

    What is too long is refused with a sentence and shown to its end: no browser cuts it off.
    """

    def __init__(self, *, longest: int, rows: int = 0, **said: Any) -> None:
        self.longest = longest
        attrs: dict[str, Any] = {"dir": "auto", "data-longest": longest}
        widget = forms.Textarea(attrs={**attrs, "rows": rows}) if rows else forms.TextInput(attrs=attrs)
        super().__init__(**{"widget": widget, **said})

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).replace("\r\n", "\n")
        if len(text) > self.longest:
            said = {"count": f"{len(text):,}", "most": f"{self.longest:,}"}
            raise ValidationError(_("It has %(count)s characters; at most %(most)s are taken.") % said)
        check_readable(text)
        return text
