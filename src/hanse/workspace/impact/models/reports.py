"""What was reported to whom? An impact report: made once from snapshots, and the same for ever."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from hanse.workspace.accounts.rights import Handled, Handling
from hanse.workspace.impact.models.snapshots import Snapshot, refuse
from hanse.workspace.keys import key
from hanse.workspace.languages import Language


class Audience(models.TextChoices):
    """For whom a report is; it decides how much of the evidence is in it."""

    DONOR = "donor", gettext_lazy("Donors: all evidence, item by item")
    COUNCIL = "council", gettext_lazy("City council: numbers, stories, how it was counted")
    PUBLIC = "public", gettext_lazy("The public: numbers, a few stories, how it was counted")


class Report(models.Model):
    """A report on a period. ``sheet`` is what it says, as `hanse.reports.impact.impact_json` writes it; empty until it
    is made. ``digest`` is the SHA-256 of its bytes in UTF-8. ``chosen`` are the keys of the indicators that it shows;
    empty: all that have a value in its period."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    title = models.CharField(gettext_lazy("title"), max_length=200)
    audience = models.CharField(gettext_lazy("audience"), max_length=10, choices=Audience.choices)
    language = models.CharField(gettext_lazy("language"), max_length=10, choices=Language.choices)
    since = models.DateField(gettext_lazy("from"), null=True, blank=True)
    until = models.DateField(gettext_lazy("until"))
    prepared_by = models.CharField(gettext_lazy("prepared by"), max_length=200, blank=True)
    handling = models.CharField(
        gettext_lazy("who may read it"),
        max_length=12,
        default=Handling.INTERNAL,
        choices=Handling.choices,
    )
    chosen = models.JSONField(default=list, editable=False)
    snapshots = models.ManyToManyField(Snapshot, related_name="reports")
    sheet = models.TextField(default="", editable=False)
    digest = models.CharField(max_length=64, default="", editable=False)
    made = models.DateTimeField(default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = Handled.as_manager()
    history = HistoricalRecords(excluded_fields=["sheet", "digest"])

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("impact-report", args=[self.pk])

    def hold(self, sheet: str) -> None:
        """Write down what it says, once. Raises RefusedChange where it says something already."""
        digest = hashlib.sha256(sheet.encode()).hexdigest()
        if not Report.objects.filter(pk=self.pk, sheet="").update(sheet=sheet, digest=digest):
            refuse()
        self.sheet, self.digest = sheet, digest

    def delete(self, *args: Any, **said: Any) -> Any:
        """Raises RefusedChange for what was made: it may have been cited."""
        return refuse() if self.sheet else super().delete(*args, **said)
