"""What became of each ask in each draft? Findings as traced, kept apart for readers who see less."""

from __future__ import annotations

from django.db import models

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.models.asks import AskRecord
from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.campaigns.models.texts import CampaignDocument
from hanse.workspace.keys import key


class FindingRecord(models.Model):
    """The finding for one ask in one draft, as an audience has it: traced without what that audience may not see.

    ``cell`` is the contract's JSON, canonical to the byte; the columns beside it repeat what a board needs at a glance.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="findings")
    audience = models.CharField(max_length=12, choices=Handling.choices)
    ask = models.ForeignKey(AskRecord, on_delete=models.CASCADE, related_name="findings")
    draft = models.ForeignKey(CampaignDocument, on_delete=models.CASCADE, related_name="findings")
    outcome = models.CharField(max_length=20)
    provenance = models.CharField(max_length=20, blank=True)
    met = models.CharField(max_length=10)
    reinstated = models.BooleanField(default=False)
    how = models.CharField(max_length=12, blank=True)
    judged = models.CharField(max_length=64)
    """Digest of the two wordings that a reviewer judges."""
    cell = models.TextField()
    shares = models.JSONField(default=list)
    """What the contract's JSON leaves out: the share of the ask that origin and rivals have."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "ask", "draft"], name="one_finding_per_cell")]
        indexes = [models.Index(fields=["campaign", "audience"])]


class TraceRun(models.Model):
    """The last trace for one audience: what each column was made from, and what was watched."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="runs")
    audience = models.CharField(max_length=12, choices=Handling.choices)
    columns = models.JSONField(default=dict)
    """Draft's key -> digest of everything that its column depends on."""
    watch = models.TextField(default="[]")
    """The watch rows as the contract's JSON."""
    traced = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "audience"], name="one_run_per_audience")]
