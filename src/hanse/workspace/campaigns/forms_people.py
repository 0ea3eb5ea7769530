"""What does the office note of delegations and dates?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.workspace.campaigns.models import Campaign, Deadline, Position
from hanse.workspace.campaigns.models.positions import Stance
from hanse.workspace.documents.forms import Suggestions


class PositionForm(forms.ModelForm):
    """A delegation's position on one ask, and how the office knows."""

    class Meta:
        model = Position
        fields = ["delegation", "ask", "stance", "source", "paragraph", "note"]
        labels = {
            "delegation": gettext_lazy("Delegation"),
            "ask": pgettext_lazy("noun", "Ask"),
            "stance": gettext_lazy("Stance"),
            "source": gettext_lazy("The text that says so"),
            "paragraph": gettext_lazy("Paragraph"),
            "note": pgettext_lazy("noun", "Note"),
        }
        help_texts = {
            "source": "",
            "paragraph": gettext_lazy("Its number there."),
            "note": gettext_lazy("Or who told whom, and when."),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, campaign: Campaign, user: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self.instance.campaign = campaign
        self.fields["ask"].queryset = campaign.asks.visible_to(user).standing()
        self.fields["source"].queryset = campaign.in_reading_order(user)
        self.fields["ask"].empty_label = _("choose an ask")
        self.fields["stance"].choices = [("", _("choose a stance")), *Stance.choices]
        self.fields["source"].empty_label = _("none: see the note")
        known = campaign.positions.order_by("delegation").values_list("delegation", flat=True).distinct()
        self.fields["delegation"].widget = Suggestions(list(known))

    def validate_unique(self) -> None:
        """A second position of the same delegation on the same ask takes the place of the first."""


class DeadlineForm(forms.ModelForm):
    when = forms.DateTimeField(
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        label=gettext_lazy("When"),
        help_text=format_lazy(gettext_lazy("Day and hour ({zone})."), zone=settings.TIME_ZONE),
    )

    class Meta:
        model = Deadline
        fields = ["kind", "what", "when", "end", "by", "note"]
        labels = {
            "kind": gettext_lazy("Kind"),
            "what": gettext_lazy("What"),
            "end": gettext_lazy("How it ended"),
            "by": gettext_lazy("Who"),
            "note": pgettext_lazy("noun", "Note"),
        }
        help_texts = {
            "what": gettext_lazy("What is due, or which text is under silence."),
            "by": gettext_lazy("Who is to act, or who broke the silence."),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}
