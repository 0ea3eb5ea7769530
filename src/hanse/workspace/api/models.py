"""By which key does a program read? Tokens of people: a program sees what its person sees, and only reads."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.models import digest


class Token(models.Model):
    """A key for a program. Only a digest of it is kept; it is shown once."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100, help_text=_("what it is for, as “our dashboard”"))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made = models.DateTimeField(auto_now_add=True)
    used = models.DateField(null=True, editable=False)
    """The last day on which something came with it."""
    ended = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-made"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def make(cls, person: Any, name: str) -> str:
        """The key itself, which is kept nowhere."""
        key = secrets.token_urlsafe(32)
        cls.objects.create(person=person, name=name, digest=digest(key))
        return key

    @classmethod
    def person_of(cls, key: str) -> Any:
        """The active person whose token this is, or None."""
        found = (
            cls.objects.filter(digest=digest(key), ended=None, person__is_active=True).select_related("person").first()
        )
        if found is None:
            return None
        if found.used != timezone.localdate():
            cls.objects.filter(pk=found.pk).update(used=timezone.localdate())
        return found.person
