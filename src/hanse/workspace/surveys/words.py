"""What may be written in a text field? So many characters, all of which a text can hold."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST_ANSWER = 4_000
LONGEST_QUESTION = 1_000
_LINES = "\n\r\t"
_OVERRIDES = "\u202d\u202e"
"""Characters that show a text in another order than it has."""


def check_words(text: str) -> None:
    """Raises ValidationError for the first character that nobody can read."""
    for each in text:
        if (each in _OVERRIDES or unicodedata.category(each) in {"Cc", "Cs"}) and each not in _LINES:
            raise ValidationError(_("It has a character that nobody can read (U+%04X); take it out.") % ord(each))


class Words(forms.CharField):
    """A text of at most ``longest`` characters. What is too long is refused with a sentence, and shown to its end."""

    def __init__(self, *, longest: int, rows: int = 0, **said: Any) -> None:
        self.longest = longest
        kind = forms.Textarea if rows else forms.TextInput
        attrs = {"maxlength": longest, "dir": "auto", **({"rows": rows} if rows else {})}
        super().__init__(**{"widget": kind(attrs=attrs), **said})

    def clean(self, value: Any) -> str:
        text: str = super().clean(value).replace("\r\n", "\n")
        check_words(text)
        if len(text) > self.longest:
            said = {"count": f"{len(text):,}", "most": f"{self.longest:,}"}
            raise ValidationError(_("It has %(count)s characters; at most %(most)s are taken.") % said)
        return text
