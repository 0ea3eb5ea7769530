"""What is said of a draft? Comments on it, and amendments: another wording, a new paragraph, one less."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from hanse.saying import colon
from hanse.workspace.keys import key
from hanse.workspace.statements.models.paragraphs import Paragraph, ParagraphKind
from hanse.workspace.statements.models.statements import Version


class Talk(models.QuerySet[Any]):
    def visible_to(self, user: Any) -> Talk:
        """Of versions that somebody sees; once frozen, only whoever sees drafts sees what was said of it."""
        from hanse.workspace.statements.sight import drafts_of

        return self.filter(version__statement__in=drafts_of(user))


class Comment(models.Model):
    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="comments")
    paragraph = models.ForeignKey(Paragraph, null=True, on_delete=models.CASCADE, related_name="comments")
    """None: it is about the whole text."""
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    made = models.DateTimeField(auto_now_add=True)
    settled = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    history = HistoricalRecords()

    objects = Talk.as_manager()

    class Meta:
        ordering = ["made", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Change(models.TextChoices):
    WORDING = "wording", gettext_lazy("Another wording")
    NEW = "new", gettext_lazy("A new paragraph")
    AWAY = "away", gettext_lazy("Take the paragraph out")


class Decision(models.TextChoices):
    OPEN = "open", gettext_lazy("Open")
    ACCEPTED = "accepted", gettext_lazy("Accepted")
    REJECTED = "rejected", gettext_lazy("Rejected")
    TAKEN_BACK = "taken back", gettext_lazy("Taken back")


class Amendment(models.Model):
    """A proposal. ``base`` is the wording that it was proposed against; ``after`` the paragraph behind which a new one
    is to stand."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="amendments")
    change = models.CharField(max_length=8, choices=Change.choices, default=Change.WORDING)
    paragraph = models.ForeignKey(Paragraph, null=True, on_delete=models.CASCADE, related_name="amendments")
    after = models.ForeignKey(Paragraph, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=ParagraphKind.choices, default=ParagraphKind.OPERATIVE)
    language = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    base = models.TextField(blank=True)
    why = models.TextField(blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.OPEN)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_why = models.TextField(blank=True)
    history = HistoricalRecords()

    objects = Talk.as_manager()

    class Meta:
        ordering = ["made", "id"]

    def __str__(self) -> str:
        return f"{self.get_change_display()}{colon()}{self.text[:60]}"

    @property
    def open(self) -> bool:
        return self.decision == Decision.OPEN
