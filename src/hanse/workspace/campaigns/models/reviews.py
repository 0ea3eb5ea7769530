"""What do people say of a finding? Each reviewer confirms or overrides; disagreement is kept."""

from __future__ import annotations

from typing import get_args

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from hanse.tracing.board import Outcome
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.models.asks import AskRecord
from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.campaigns.models.texts import CampaignDocument
from hanse.workspace.keys import key

OUTCOME_CHOICES = [(outcome, outcome) for outcome in get_args(Outcome)]


class Verdict(models.TextChoices):
    CONFIRM = "confirm", pgettext_lazy("finding", "Confirmed")
    OVERRIDE = "override", pgettext_lazy("finding", "Overridden")


class Review(models.Model):
    """One reviewer's word on one cell. It hangs on ask and draft, not on the finding, and so outlives every trace."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="reviews")
    ask = models.ForeignKey(AskRecord, on_delete=models.CASCADE, related_name="reviews")
    draft = models.ForeignKey(CampaignDocument, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    outcome = models.CharField(max_length=20, choices=OUTCOME_CHOICES)
    """What the reviewer holds to be true: the machine's outcome where confirmed."""
    note = models.TextField(blank=True)
    machine = models.CharField(max_length=20, choices=OUTCOME_CHOICES)
    """What the machine had proposed when it was judged."""
    judged = models.CharField(max_length=64)
    """Digest of the two wordings that were judged."""
    audience = models.CharField(max_length=12, choices=Handling.choices)
    """What the reviewer had in sight."""
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["made"]
        constraints = [models.UniqueConstraint(fields=["ask", "draft", "reviewer"], name="one_review_per_reviewer")]
