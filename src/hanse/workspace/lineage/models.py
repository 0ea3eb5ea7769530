"""What is kept of a long search? The page that came of it, for whoever sees the same texts."""

from __future__ import annotations

from django.db import models

KEPT = 100
"""So many of the latest are kept; any of them can be made anew."""


class TracedLineage(models.Model):
    """A lineage that a job has traced. ``key`` is the digest of the words, of every text that was searched and of the
    language, so that whoever sees other texts, the same ones changed, or another language, never meets it."""

    key = models.CharField(primary_key=True, max_length=64)
    body = models.TextField()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made"]

    @classmethod
    def keep(cls, key: str, body: str) -> None:
        cls.objects.update_or_create(key=key, defaults={"body": body})
        cls.objects.exclude(pk__in=list(cls.objects.values_list("pk", flat=True)[:KEPT])).delete()
