"""Are these two one actor? What people judged, and what a merge moved, so that it can be undone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.registry.models.actors import Actor


class Verdict(models.TextChoices):
    SAME = "same", _("The same")
    DIFFERENT = "different", _("Different")


class Judgement(models.Model):
    """Somebody's verdict on a pair of actors; ``one`` has the smaller id. Taking it back makes a new row stand."""

    one = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    reasons = models.JSONField(default=list)
    """Why the pair was proposed."""
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    when = models.DateTimeField(default=timezone.now)
    undone = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-when", "-id"]


class Merge(models.Model):
    """One actor was merged into another: every field and reference that was changed, with what stood there before."""

    gone = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="merges_away")
    kept = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="merges_in")
    moved = models.JSONField(default=list)
    """``[model label, id, column, value before, value after]`` for each change, in order."""
    why = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    when = models.DateTimeField(default=timezone.now)
    undone = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-when", "-id"]
