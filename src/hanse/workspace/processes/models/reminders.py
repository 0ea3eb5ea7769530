"""Who is to be told how long before? Watches that people set, what they were told of, and addresses of feeds."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.models import digest
from hanse.workspace.processes.models.deadlines import Deadline
from hanse.workspace.processes.models.processes import Process
from hanse.workspace.registry.models import Actor

_TARGETS = ("deadline", "process", "city")
_ONE_TARGET = Q()
for _target in _TARGETS:
    _ONE_TARGET |= Q(**{f"{each}__isnull": each != _target for each in _TARGETS})


class Watch(models.Model):
    """ "Remind me so many days before": of a deadline, of all of a process, or of all that is due for a city."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watches")
    deadline = models.ForeignKey(Deadline, null=True, blank=True, on_delete=models.CASCADE, related_name="watches")
    process = models.ForeignKey(Process, null=True, blank=True, on_delete=models.CASCADE, related_name="watches")
    city = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.CASCADE, related_name="watches")
    days = models.PositiveSmallIntegerField(
        _("days before"), default=3, validators=[MinValueValidator(1), MaxValueValidator(90)]
    )
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["made", "id"]
        constraints = [
            models.CheckConstraint(condition=_ONE_TARGET, name="watch_of_one_thing"),
            *(
                models.UniqueConstraint(
                    fields=["person", each, "days"], condition=Q(**{f"{each}__isnull": False}), name=f"one_watch_{each}"
                )
                for each in _TARGETS
            ),
        ]

    @property
    def target(self) -> Deadline | Process | Actor:
        return self.deadline or self.process or self.city


class Reminder(models.Model):
    """That a person was told of a deadline, so many days before it, as it stood then: in one letter, which may tell of
    several. Written in one transaction with the letter."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders")
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField()
    when = models.DateTimeField()
    """The deadline as it stood: one that is moved is told of again."""
    letter = models.ForeignKey("mail.Letter", null=True, on_delete=models.SET_NULL, related_name="reminders")
    told = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-told", "id"]
        constraints = [models.UniqueConstraint(fields=["person", "deadline", "days", "when"], name="one_reminder_each")]


class FeedKey(models.Model):
    """The secret in a person's own feed addresses. Only a digest of it is kept; a new one ends the old."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="feed_key")
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now=True)

    @classmethod
    def renew(cls, person: object) -> str:
        """A fresh secret, shown once; calendar programs that have the old one get nothing any more."""
        token = secrets.token_urlsafe(32)
        cls.objects.update_or_create(person=person, defaults={"digest": digest(token)})
        return token

    @classmethod
    def find(cls, token: str) -> FeedKey | None:
        keys = cls.objects.filter(digest=digest(token), person__is_active=True)
        return keys.select_related("person").first()
