"""What would be brought from a calendar? Its events as read, until their owner takes them or a day is over."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.engagements.models.engagements import EngagementKind
from hanse.workspace.keys import key
from hanse.workspace.registry.models import Actor


class CalendarDraft(models.Model):
    """The dry run of one upload. It holds no e-mail address, and no name of anybody who is not in the registry."""

    id = models.CharField(primary_key=True, max_length=40, default=key, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=EngagementKind.choices)
    handling = models.CharField(max_length=12, choices=Handling.choices)
    city = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="+")
    rows = models.JSONField(default=list)
    """As `hanse.workspace.engagements.calendar_taken.weighed` makes them."""
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return self.name
