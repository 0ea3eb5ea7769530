"""What is a campaign? Asks, drafts, prior and rival texts, and people working toward one text."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from hanse.workspace.accounts.rights import Handled, Handling
from hanse.workspace.keys import key


class Campaign(models.Model):
    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    title = models.CharField(max_length=300, help_text=_("as the text is called that is being negotiated"))
    forum = models.CharField(max_length=300, blank=True, help_text=_("where it is negotiated"))
    handling = models.CharField(
        max_length=12,
        choices=Handling.choices,
        default=Handling.INTERNAL,
        help_text=_("who may know that this campaign exists; each text has a level of its own besides"),
    )
    fictional = models.BooleanField(default=False, editable=False)
    """An example: every page says so."""
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="campaigns")
    job = models.CharField(max_length=12, null=True, unique=True, editable=False)
    """The job that brought it in, so that a job begun again does not bring it in twice."""
    doubts = models.JSONField(default=list, editable=False)
    """What was refused or read with doubt when it was brought in; may name what is restricted."""
    made = models.DateTimeField(auto_now_add=True)

    objects = Handled.as_manager()
    history = HistoricalRecords(excluded_fields=["doubts"])

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("campaign", args=[self.pk])

    def in_reading_order(self, user: Any) -> Any:
        """The texts that a user may see."""
        return self.texts.visible_to(user).select_related("document")
