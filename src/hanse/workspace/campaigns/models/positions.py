"""Who stands where? What each delegation holds of each ask; the office's own knowledge, always restricted."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from simple_history.models import HistoricalRecords

from hanse.saying import colon
from hanse.workspace.campaigns.models.asks import AskRecord
from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.campaigns.models.texts import CampaignDocument
from hanse.workspace.keys import key


class Stance(models.TextChoices):
    CHAMPION = "champion", pgettext_lazy("stance", "Champion")
    OPEN = "open", pgettext_lazy("stance", "Open")
    OPPOSED = "opposed", pgettext_lazy("stance", "Opposed")


class Position(models.Model):
    """A delegation's position on an ask, with the passage or the note that says so."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="positions")
    delegation = models.CharField(max_length=200)
    ask = models.ForeignKey(AskRecord, on_delete=models.CASCADE, related_name="positions")
    stance = models.CharField(max_length=10, choices=Stance.choices)
    source = models.ForeignKey(
        CampaignDocument,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        help_text=gettext_lazy("the text that says so"),
    )
    paragraph = models.CharField(max_length=120, blank=True, help_text=gettext_lazy("its number there"))
    note = models.TextField(blank=True, help_text=gettext_lazy("or who told whom, when"))

    history = HistoricalRecords()

    class Meta:
        ordering = ["delegation", "ask__order"]
        constraints = [
            models.UniqueConstraint(fields=["delegation", "ask"], name="one_position_per_delegation_and_ask")
        ]

    def __str__(self) -> str:
        return f"{self.delegation}{colon()}{self.get_stance_display().lower()}"

    def clean(self) -> None:
        self.delegation = " ".join(self.delegation.split())
        if not self.source_id and not self.note.strip():
            raise ValidationError(_("Say how you know: choose the text that says so, or write a note."))
