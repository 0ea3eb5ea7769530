"""What do people say about asks?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.reports import phrases
from hanse.workspace.campaigns.models import AskRecord
from hanse.workspace.documents.forms import HANDLING_HELP


class AskForm(forms.ModelForm):
    class Meta:
        model = AskRecord
        fields = ["text", "kind", "actor", "date", "theme", "handling"]
        labels = {
            "text": gettext_lazy("Words"),
            "kind": gettext_lazy("Kind"),
            "actor": gettext_lazy("Who asks"),
            "date": gettext_lazy("When"),
            "theme": gettext_lazy("Theme"),
            "handling": gettext_lazy("Handling"),
        }
        help_texts = {
            "text": gettext_lazy("The words that are asked for; for delete and oppose, the contested ones."),
            "actor": gettext_lazy("A city, or a network of cities."),
            "date": gettext_lazy("2031-01-20, 2031-01 or 2031."),
            "handling": HANDLING_HELP,
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["kind"].choices = list(phrases.KIND.items())


class SplitForm(forms.Form):
    """The words of each part, with an empty line between two parts."""

    parts = forms.CharField(
        label=gettext_lazy("Parts"),
        help_text=gettext_lazy("Put an empty line between two asks."),
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def clean_parts(self) -> list[str]:
        lines = self.cleaned_data["parts"].replace("\r", "").split("\n\n")
        parts = [" ".join(each.split()) for each in lines if any(map(str.isalnum, each))]
        if len(parts) < 2:
            raise forms.ValidationError(_("Put an empty line between two asks, so that there are at least two."))
        return parts
