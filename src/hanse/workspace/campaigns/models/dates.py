"""What is due? Deadlines, and silence procedures with how they ended."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.keys import key


class Due(models.TextChoices):
    DEADLINE = "deadline", _("Deadline")
    SILENCE = "silence", _("Silence procedure")


class End(models.TextChoices):
    OPEN = "", pgettext_lazy("deadline", "open")
    DONE = "done", pgettext_lazy("deadline", "met")
    MISSED = "missed", pgettext_lazy("deadline", "missed")
    HELD = "held", _("silence held: agreed")
    BROKEN = "broken", _("silence broken")


class Deadline(models.Model):
    """One date by which something is due; in a silence procedure, the end of the silence."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(max_length=10, choices=Due.choices, default=Due.DEADLINE)
    what = models.CharField(max_length=300, help_text=_("what is due, or which text is under silence"))
    when = models.DateTimeField(help_text=_("the day and the hour"))
    end = models.CharField(max_length=10, choices=End.choices, blank=True, default=End.OPEN)
    by = models.CharField(max_length=300, blank=True, help_text=_("who broke the silence, or who is to act"))
    note = models.TextField(blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["when"]

    def __str__(self) -> str:
        return self.what

    @property
    def past(self) -> bool:
        return self.when < timezone.now()
