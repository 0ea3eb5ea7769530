"""What is a document as a paper? How others name it, and how far its own references were read."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.rights import Handled


class State(models.TextChoices):
    UNREAD = "unread", _("Not read yet")
    READ = "read", _("Read")


class Papers(Handled):
    handling = "document__handling"

    def visible_to(self, user: Any) -> Papers:
        return super().visible_to(user).filter(document__removed=None)


class Paper(models.Model):
    """A document as others cite it (keys by which a reference finds it), and as one that cites.

    A ``manuscript`` is not published: what it cites is checked, and counts in no tally.
    """

    document = models.OneToOneField(
        "documents.Document", primary_key=True, on_delete=models.CASCADE, related_name="paper"
    )
    doi = models.CharField(max_length=200, blank=True, db_index=True)
    authors = models.JSONField(default=list)
    """Pairs of family and given name; from who speaks, else from what stands beneath the title."""
    year = models.CharField(max_length=4, blank=True)
    title_start = models.CharField(max_length=16, blank=True, db_index=True)
    heading = models.CharField(max_length=500, blank=True)
    """The title as it stands in the text, where the document goes by another: often it has its file's name."""
    heading_start = models.CharField(max_length=16, blank=True, db_index=True)
    manuscript = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNREAD)
    read = models.DateTimeField(null=True)
    warnings = models.JSONField(default=list)
    stale = models.BooleanField(default=False, db_index=True)
    """The document was changed since this was written; the worker writes it anew."""
    imported = models.JSONField(default=list)
    """References that somebody brought for it from another program, where its own cannot be read."""
    unanswered = models.JSONField(default=list)
    """What looks like a citation and has no reference: ``{"text", "passage", "sentence"}``."""

    objects = Papers.as_manager()

    def __str__(self) -> str:
        return str(self.document)
