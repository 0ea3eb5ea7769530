"""With which words is counted? Versions of the office's lexicon, each kept for ever."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models

from hanse.wording.named import Lexicon, lexicon_from


class LexiconVersion(models.Model):
    """One state of the lexicon. ``file`` is TOML as `hanse visibility --lexicon` reads it: the same bytes, the same
    counts. Versions are added, never changed; the newest is in force, unless it is the library's (``shipped``): then
    that of the library that is installed is.
    """

    number = models.PositiveIntegerField(unique=True)
    file = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)
    shipped = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-number"]

    def __str__(self) -> str:
        return str(self.number)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The library's Lexicon."""
        return lexicon_from(self.file.encode(), f"lexicon {self.number}")
