"""Which texts does a campaign compare? Documents of the office, each as a draft, a record text, or a statement."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from hanse.workspace.accounts.rights import Handled
from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.documents.models import Document
from hanse.workspace.keys import key


class As(models.TextChoices):
    """What a text is to a campaign; the labels are the words of the page."""

    DRAFT = "draft", pgettext_lazy("role of a text", "Draft")
    RECORD = "record", pgettext_lazy("role of a text", "Record")
    STATEMENT = "statement", pgettext_lazy("role of a text", "Statement")


FOLDERS = {As.DRAFT: "drafts", As.RECORD: "record", As.STATEMENT: "asks"}
"""Where each lies in a campaign folder."""


class CampaignDocuments(Handled):
    handling = "document__handling"

    def standing(self) -> CampaignDocuments:
        """Those that were neither taken out of the campaign nor removed from the office."""
        return self.filter(taken_out=False, document__removed=None)

    def visible_to(self, user: Any) -> CampaignDocuments:
        return super().visible_to(user).standing()


class CampaignDocument(models.Model):
    """A document in a role. ``path`` is its place in the campaign's folder; ``name`` its id on the board."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="texts")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=10, choices=As.choices)
    path = models.CharField(max_length=400)
    name = models.CharField(max_length=400)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="revisions")
    """The draft that this one revises, where versions branch."""
    taken_out = models.BooleanField(default=False)

    objects = CampaignDocuments.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "document"], name="one_role_per_document"),
            models.UniqueConstraint(fields=["campaign", "path"], name="one_text_per_path"),
            models.UniqueConstraint(fields=["campaign", "name"], name="one_text_per_name"),
        ]

    def __str__(self) -> str:
        return self.document.title
