"""What do people say about asks?"""

from __future__ import annotations

from django import forms

from hanse.workspace.campaigns.models import AskRecord
from hanse.workspace.documents.forms import HANDLING_HELP


class AskForm(forms.ModelForm):
    class Meta:
        model = AskRecord
        fields = ["text", "kind", "actor", "date", "theme", "handling"]
        labels = {"text": "Words", "actor": "Who asks", "date": "When"}
        help_texts = {
            "text": "The words that are asked for; for delete and oppose, the contested ones.",
            "actor": "A city, or a network of cities.",
            "date": "2031-01-20, 2031-01 or 2031.",
            "handling": HANDLING_HELP,
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 5})}


class SplitForm(forms.Form):
    """The words of each part, with an empty line between two parts."""

    parts = forms.CharField(
        label="Parts",
        help_text="Put an empty line between two asks.",
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    def clean_parts(self) -> list[str]:
        lines = self.cleaned_data["parts"].replace("\r", "").split("\n\n")
        parts = [" ".join(each.split()) for each in lines if any(map(str.isalnum, each))]
        if len(parts) < 2:
            raise forms.ValidationError("Put an empty line between two asks, so that there are at least two.")
        return parts
