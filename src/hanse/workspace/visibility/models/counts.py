"""Who is named in a document? Counted once for a state of its text and a lexicon, and kept."""

from __future__ import annotations

from django.db import models

from hanse.workspace.documents.models import Document


class Counted(models.Model):
    """One document counted with one lexicon (``lexicon`` is its SHA-256). ``state`` names the text that was counted:
    what was counted of a former text holds no longer.

    Seen by whoever may see the document; go on from ``Document.objects.visible_to(user)``.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="counted")
    lexicon = models.CharField(max_length=64)
    state = models.CharField(max_length=100)
    words = models.PositiveIntegerField(default=0)
    migration = models.PositiveIntegerField(default=0)
    """Mentions of migration, migrants and refugees."""
    cities = models.PositiveIntegerField(default=0)
    """Mentions of local government and the urban, anywhere."""
    near = models.PositiveIntegerField(default=0)
    """Those of them in a sentence on migration, or next to one."""
    body = models.JSONField(default=dict)
    """Every mention, as `hanse.workspace.visibility.counting` writes it."""
    made = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "lexicon"], name="one_count_per_lexicon")]
        indexes = [models.Index(fields=["lexicon", "document"])]
