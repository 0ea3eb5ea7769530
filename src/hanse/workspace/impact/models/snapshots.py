"""What was the number, and of which records? A value as the public had it at a moment, which never changes again."""

from __future__ import annotations

from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import sight
from hanse.workspace.impact.models.indicators import Indicator
from hanse.workspace.keys import key


class Frozen(models.QuerySet):
    """Rows that are written once."""

    def update(self, **_said: Any) -> NoReturn:
        refuse()

    def delete(self) -> NoReturn:
        refuse()


class Snapshots(Frozen):
    def visible_to(self, user: Any) -> Self:
        """With their indicators, also where these were removed since: what was cited can be looked up."""
        return self.filter(sight(Snapshot, user, "indicator__"))


class Snapshot(models.Model):
    """A frozen value. ``said`` is what was frozen, as canonical JSON; ``digest`` is the SHA-256 of its bytes in UTF-8.

    ``said`` names its members by digests alone (`Member`), so that it can be published whole even when a member may no
    longer be seen.
    """

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="snapshots")
    version = models.PositiveIntegerField()
    as_of = models.DateField()
    since = models.DateField(null=True)
    """The first day of the period, where it is of a period."""
    said = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = Snapshots.as_manager()

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.as_of}"

    def get_absolute_url(self) -> str:
        return reverse("snapshot", args=[self.pk])

    def save(self, *args: Any, **said: Any) -> None:
        """Raises RefusedChange for whatever was frozen already."""
        if not self._state.adding:
            refuse()
        super().save(*args, **said)

    def delete(self, *args: Any, **said: Any) -> NoReturn:
        refuse()


class Member(models.Model):
    """A record that a snapshot counted, in its order. ``leaf`` is the SHA-256 of ``kind/record/salt``: who knows the
    three can check that it was counted; from the leaf alone nobody learns which record it was."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="members")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    record = models.CharField(max_length=60)
    salt = models.CharField(max_length=32)
    leaf = models.CharField(max_length=64)

    objects = Frozen.as_manager()

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["snapshot", "place"], name="one_member_per_place")]

    def __str__(self) -> str:
        return f"{self.kind}/{self.record}"

    def save(self, *args: Any, **said: Any) -> None:
        if not self._state.adding:
            refuse()
        super().save(*args, **said)

    def delete(self, *args: Any, **said: Any) -> NoReturn:
        refuse()


def refuse() -> NoReturn:
    raise RefusedChange(_("it is frozen, so that it can be cited"), where=_("Snapshot"), do=_("make a new one"))
