"""Which sentence cites what, with which stance, and what do people say of it?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hanse.workspace.accounts.rights import Handled
from hanse.workspace.citations.models.references import Reference
from hanse.workspace.documents.quoted import address


class StanceKind(models.TextChoices):
    SUPPORTS = "supports", pgettext_lazy("stance", "supports")
    CONTRASTS = "contrasts", pgettext_lazy("stance", "contrasts")
    MENTIONS = "mentions", pgettext_lazy("stance", "mentions")
    UNSURE = "unsure", pgettext_lazy("stance", "unsure")


class Function(models.TextChoices):
    BACKGROUND = "background", pgettext_lazy("function of a citation", "background")
    METHOD = "method", pgettext_lazy("function of a citation", "method")
    RESULT = "result", pgettext_lazy("function of a citation", "result")


class CitingPassages(Handled):
    handling = "document__handling"

    def visible_to(self, user: Any) -> CitingPassages:
        return super().visible_to(user).filter(document__removed=None)

    def published(self) -> CitingPassages:
        """Without those of manuscripts."""
        return self.exclude(document__paper__manuscript=True)


class CitingPassage(models.Model):
    """Words of a document that cite a reference. ``stance`` is what the machine proposed; ``judged`` what people said,
    where somebody did; ``settled`` the one of them that is shown."""

    id = models.CharField(primary_key=True, max_length=16, editable=False)
    reference = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="passages")
    document = models.ForeignKey("documents.Document", on_delete=models.CASCADE, related_name="citing_passages")
    order = models.PositiveIntegerField()
    pid = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    prefix = models.TextField(blank=True)
    """The sentence before, in the same passage; with ``suffix`` what a W3C anchor takes."""
    suffix = models.TextField(blank=True)
    section = models.CharField(max_length=300, blank=True)
    target = models.JSONField(null=True)
    """The citation that was judged, a span in ``text``."""
    own = models.BooleanField(default=False)
    stance = models.CharField(max_length=10, choices=StanceKind.choices)
    confidence = models.FloatField(default=0.0)
    cues = models.JSONField(default=list)
    function = models.CharField(max_length=10, choices=Function.choices, default=Function.BACKGROUND)
    judged = models.CharField(max_length=10, choices=StanceKind.choices, blank=True, db_index=True)
    settled = models.CharField(max_length=10, choices=StanceKind.choices, db_index=True)
    made = models.DateTimeField(default=timezone.now, db_index=True)

    objects = CitingPassages.as_manager()

    class Meta:
        ordering = ["document", "order", "id"]

    def __str__(self) -> str:
        return self.text[:80]

    def get_absolute_url(self) -> str:
        """Its words, marked in the document that cites."""
        return address(self.document.get_absolute_url(), self.text, self.pid)

    @property
    def percent(self) -> int:
        return round(self.confidence * 100)


class Correction(models.Model):
    """What a person says of a passage's stance. A later word of the same person replaces an earlier one, which is kept.

    It holds its own copy of the words, for the next training: it outlives the passage.
    """

    passage = models.ForeignKey(CitingPassage, null=True, on_delete=models.SET_NULL, related_name="corrections")
    document = models.ForeignKey(
        "documents.Document", null=True, on_delete=models.SET_NULL, related_name="stance_corrections"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="stance_corrections"
    )
    stance = models.CharField(_("stance"), max_length=10, choices=StanceKind.choices)
    why = models.CharField(_("why"), max_length=500, blank=True)
    proposed = models.CharField(max_length=10, choices=StanceKind.choices, blank=True)
    text = models.TextField()
    target = models.JSONField(null=True)
    section = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=20, blank=True)
    made = models.DateTimeField(default=timezone.now)
    replaced = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["passage", "person"],
                condition=Q(replaced=None, passage__isnull=False, person__isnull=False),
                name="one_stance_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.text[:60]}"
