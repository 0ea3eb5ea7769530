"""Which briefings were prepared? Before which meeting, by whom, when, and what they said then."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from hanse.workspace.accounts.rights import Handled, Handling, Role, role
from hanse.workspace.documents.models import stored
from hanse.workspace.keys import key
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.models import Actor, EdtfField


class Briefings(Handled):
    def visible_to(self, user: Any) -> Self:
        """Never the public's; its author's, and by its handling the others', who see what it is about."""
        return self._seen(user).filter(removed=None)

    def removed_for(self, user: Any) -> Self:
        """What was removed and this user may bring back: its author's."""
        return self._seen(user).filter(by=user).exclude(removed=None) if user.is_authenticated else self.none()

    def _seen(self, user: Any) -> Self:
        if role(user) is Role.PUBLIC:
            return self.none()
        seen = self.filter(pk__in=super().visible_to(user).order_by().values("pk")) | self.filter(by=user)
        actors = Actor.objects.visible_to(user).order_by().values("pk")
        sessions = Session.objects.visible_to(user).order_by().values("pk")
        there = seen.filter(counterpart__in=actors, ours__in=actors)
        return there.filter(Q(session=None) | Q(session__in=sessions))


class Briefing(models.Model):
    """What was told of a counterpart before a meeting, as it was known when it was prepared.

    ``content`` holds the sections with their lines: `hanse.workspace.briefings.lines`. It is never altered; a briefing
    that is prepared anew is another one.
    """

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    counterpart = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="briefings")
    ours = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="briefings_for")
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.SET_NULL, related_name="briefings")
    day = EdtfField()
    """The meeting's."""
    occasion = models.CharField(max_length=300)
    """The session's title, or what the meeting was called."""
    language = models.CharField(max_length=20, default="en")
    handling = models.CharField(
        max_length=12,
        choices=[each for each in Handling.choices if each[0] != Handling.PUBLIC],
        default=Handling.INTERNAL,
        verbose_name=gettext_lazy("handling"),
    )
    content = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the PDF file with all that its author saw."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="briefings")
    made = models.DateTimeField(auto_now_add=True)
    removed = models.DateTimeField(null=True, editable=False)

    objects = Briefings.as_manager()
    history = HistoricalRecords(excluded_fields=["content"])

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return _("Briefing: %(counterpart)s") % {"counterpart": self.counterpart}

    def get_absolute_url(self) -> str:
        return reverse("briefing", args=[self.pk])

    @property
    def file(self) -> Path:
        return stored(self.sha256)
