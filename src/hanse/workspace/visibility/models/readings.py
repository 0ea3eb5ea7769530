"""How binding is a text, draft by draft? What was read, kept for whoever sees the same texts."""

from __future__ import annotations

from typing import Any

from django.db import models

KEPT = 400
"""So many of the latest are kept; any of them can be made anew."""


class Reading(models.Model):
    """The force of every paragraph of some drafts. ``key`` is the digest of every text that was read and of the
    language in which it is told, so that whoever sees other texts never meets it."""

    key = models.CharField(primary_key=True, max_length=64)
    body = models.JSONField()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made"]

    @classmethod
    def keep(cls, key: str, body: Any) -> None:
        cls.objects.update_or_create(key=key, defaults={"body": body})
        cls.objects.exclude(pk__in=list(cls.objects.values_list("pk", flat=True)[:KEPT])).delete()
