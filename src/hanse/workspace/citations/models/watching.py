"""Who is told of new sentences that cite a work?"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from hanse.workspace.citations.models.passages import CitingPassage


class CitationWatch(models.Model):
    """ "Tell me who cites it": a document that is held here, or a work that is not."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="citation_watches")
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.CASCADE, related_name="citation_watches"
    )
    work = models.CharField(max_length=16, blank=True)
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["made", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, work="") | (Q(document=None) & ~Q(work="")),
                name="citation_watch_of_one_thing",
            ),
            models.UniqueConstraint(
                fields=["person", "document"], condition=Q(document__isnull=False), name="one_citation_watch_document"
            ),
            models.UniqueConstraint(fields=["person", "work"], condition=~Q(work=""), name="one_citation_watch_work"),
        ]


class CitationNotice(models.Model):
    """That a person was told of a citing passage; ``letter`` where a mail told of it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="citation_notices")
    passage = models.ForeignKey(CitingPassage, on_delete=models.CASCADE, related_name="notices")
    letter = models.ForeignKey("mail.Letter", null=True, on_delete=models.SET_NULL, related_name="citation_notices")
    made = models.DateTimeField(default=timezone.now)
    seen = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made", "-id"]
        constraints = [models.UniqueConstraint(fields=["person", "passage"], name="one_citation_notice_each")]
