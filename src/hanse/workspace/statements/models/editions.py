"""Which PDF files are there of a version? One for each language and occasion, and of those with later endorsements each
that was ever made; kept under the digest of its bytes."""

from __future__ import annotations

from pathlib import Path

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy

from hanse.workspace.documents.models import stored
from hanse.workspace.statements.models.statements import Version


class Occasion(models.TextChoices):
    PREVIEW = "preview", gettext_lazy("Before signing")
    CLOSING = "closing", gettext_lazy("As closed")
    LATER = "later", gettext_lazy("With later endorsements")


class Edition(models.Model):
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="editions")
    language = models.CharField(max_length=20)
    occasion = models.CharField(max_length=8, choices=Occasion.choices)
    as_of = models.DateField()
    signatures = models.PositiveIntegerField(default=0)
    """How many it shows."""
    sha256 = models.CharField(max_length=64)
    made = models.DateTimeField(default=timezone.now)
    """When its making began: what was signed since is not in it."""

    class Meta:
        ordering = ["version", "occasion", "-made", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "language", "occasion"],
                condition=~models.Q(occasion="later"),
                name="one_edition_per_occasion",
            ),
            models.UniqueConstraint(fields=["version", "language", "occasion", "sha256"], name="each_edition_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.language}, {self.occasion}"

    @property
    def file(self) -> Path:
        return stored(self.sha256)
