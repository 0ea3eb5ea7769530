"""How far is it? A Job: long work with progress, a heartbeat, a cancel flag, and an end that is told."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.rights import Role, role
from hanse.workspace.keys import key


class State(models.TextChoices):
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


class Jobs(models.QuerySet["Job"]):
    def visible_to(self, user: Any) -> Jobs:
        """One's own jobs; an administrator's view takes in all."""
        if not user.is_authenticated:
            return self.none()
        return self if role(user) is Role.ADMINISTRATOR else self.filter(owner=user)

    def open(self) -> Jobs:
        return self.filter(state__in=[State.QUEUED, State.RUNNING])


class Job(models.Model):
    """``kind`` names the work (see `hanse.workspace.jobs.work`), ``arguments`` what it is done on."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    arguments = models.JSONField(default=dict)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="jobs")
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    progress = models.FloatField(default=0.0)
    message = models.CharField(max_length=300, blank=True)
    problem = models.TextField(blank=True)
    """One sentence where it failed."""
    result = models.CharField(max_length=300, blank=True)
    """Address of what came of it."""
    attempt = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=60, blank=True)
    heartbeat = models.DateTimeField(null=True)
    cancel = models.BooleanField(default=False)
    created = models.DateTimeField(auto_now_add=True)
    finished = models.DateTimeField(null=True)

    objects = Jobs.as_manager()

    class Meta:
        ordering = ["-created"]
        indexes = [models.Index(fields=["state", "heartbeat"])]

    def __str__(self) -> str:
        return self.title

    @property
    def open(self) -> bool:
        return self.state in {State.QUEUED, State.RUNNING}

    @property
    def percent(self) -> int:
        return int(self.progress * 100)

    def ask_to_stop(self) -> None:
        """Cancel: at once while it waits, at the next step while it runs."""
        waiting = Job.objects.filter(pk=self.pk, state=State.QUEUED)
        if not waiting.update(state=State.CANCELLED, finished=timezone.now()):
            Job.objects.filter(pk=self.pk, state=State.RUNNING).update(cancel=True)
        self.refresh_from_db()
