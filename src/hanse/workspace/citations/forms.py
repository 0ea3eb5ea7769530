"""What do people say when they bring a manuscript?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ManuscriptForm(forms.Form):
    """One file."""

    file = forms.FileField(
        label=_("The manuscript"), allow_empty_file=True, help_text=_("PDF, Word, HTML, text or Markdown.")
    )
