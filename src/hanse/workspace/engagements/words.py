"""What may be typed into a form of this room? Words, not without end; what is too long is shown again up to there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hanse.workspace.readable import unreadable

SHORT = 300
"""Characters of a line where its field says nothing else."""


class Worded(forms.Form):
    """A form that shows what was typed again up to what it takes, and refuses characters that nobody can read."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.cut: dict[str, int] = {}
        if self.is_bound:
            self._cut()

    def _cut(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, forms.CharField) and field.max_length is None:
                field.max_length = SHORT
            most, given = getattr(field, "max_length", None), self.data.get(self.add_prefix(name), "")
            if most and isinstance(given, str) and len(given.replace("\r\n", "\n")) > most:
                self.cut[name] = len(given)
                self.data = self.data.copy()
                self.data[self.add_prefix(name)] = given.replace("\r\n", "\n")[:most]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name, given in self.cut.items():
            told = {"given": f"{given:,}", "most": f"{self.fields[name].max_length:,}"}
            self.add_error(
                name, _("It had %(given)s characters; at most %(most)s are taken. The first stand here still.") % told
            )
        for name, value in list(said.items()):
            if isinstance(value, str) and (met := unreadable(value)):
                self.add_error(name, _("It holds a character that no text can (%(met)s); take it out.") % {"met": met})
        return said
