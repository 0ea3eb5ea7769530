"""What has to be done after an engagement, by whom, until when?"""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.text.dates import days
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.engagements.models.engagements import Engagement
from hanse.workspace.registry.models import EdtfField, Record, Records


class FollowUps(Records):
    def open(self) -> Self:
        return self.standing().filter(done="")

    def done_by(self, user: Any) -> Self:
        """Those that somebody may mark as done: the owner, the office, and who writes the engagement."""
        seen = self.visible_to(user)
        if may(user, Right.DESK):
            return seen
        written = Engagement.objects.written_by(user).order_by().values("pk")
        return seen.filter(Q(owner=user) | Q(engagement__in=written)) if user.is_authenticated else seen.none()


class FollowUp(Record):
    """One thing that somebody took on. It is never public by itself: its handling is internal from the start."""

    ties = ("engagement", "engagement__session", "engagement__session__process")
    called_by = ("what",)

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="follow_ups")
    what = models.CharField(_("what is to be done"), max_length=300)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="follow_ups",
        verbose_name=_("owner"),
    )
    due = EdtfField(_("due"), help_text=_("by when, as 2026-12-01"))
    done = EdtfField(_("done on"), help_text=_("empty while it is open"))
    outcome = models.TextField(_("what came of it"), blank=True, validators=[MaxLengthValidator(2000)])

    objects = FollowUps.as_manager()

    class Meta:
        ordering = ["due", "made", "id"]

    def __str__(self) -> str:
        return self.what

    def overdue(self, day: date) -> bool:
        """Whether it is open and its day has passed."""
        meant = days(self.due)
        return not self.done and meant is not None and meant[1] < day


def nearest(each: FollowUp) -> tuple[bool, bool, str, str]:
    """A key for sorting: what is open before what is done, the nearest day first, what has no day last."""
    return (bool(each.done), not each.due, each.due, each.pk)
