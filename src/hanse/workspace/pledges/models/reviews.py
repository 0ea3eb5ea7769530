"""What is said of a pledge on its way? Comments, flags that were overridden, and reports of what became of it."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.documents.models import Document
from hanse.workspace.pledges.models.pledges import Pledge, State, Status

LONGEST_COMMENT = 5_000


class Comment(models.Model):
    """A remark on a pledge or on one of its fields, read by those who work on it; never public."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="comments")
    field = models.CharField(max_length=60, blank=True)
    """The name of the input, "" for the whole pledge."""
    text = models.TextField(validators=[MaxLengthValidator(LONGEST_COMMENT)])
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    once = models.CharField(max_length=20, unique=True)
    """The form's own mark: sent twice, it is one comment."""

    class Meta:
        ordering = ["made", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Override(models.Model):
    """That something flagged may be published as it is, and why."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="overrides")
    kind = models.CharField(max_length=12)
    field = models.CharField(max_length=60)
    words = models.CharField(max_length=300)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["made", "id"]
        constraints = [models.UniqueConstraint(fields=["pledge", "kind", "field", "words"], name="overridden_once")]

    def __str__(self) -> str:
        return f"{self.words}{colon()}{self.reason}"


class Reports(models.QuerySet["Report"]):
    def visible_to(self, user: Any) -> Self:
        """Of pledges that the user sees; one that waits for the office, only to it and to the pledge's cities."""
        of_seen = self.filter(pledge__in=Pledge.objects.visible_to(user))
        if may(user, Right.DESK):
            return of_seen
        mine = Pledge.objects.of_cities_of(user)
        return of_seen.filter(Q(shown__isnull=False, pledge__state=State.PUBLISHED) | Q(pledge__in=mine))


class Report(models.Model):
    """A step on the ladder of a pledge: its status on a day, told and evidenced."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="reports")
    status = models.CharField(_("status"), max_length=12, choices=Status.choices)
    narrative = models.TextField(
        _("what happened"),
        validators=[MaxLengthValidator(LONGEST_COMMENT)],
        help_text=_("what was done, for whom, with what result; no names and no addresses"),
    )
    evidence = models.URLField(_("evidence"), max_length=1000, blank=True, help_text=_("a page that shows it"))
    document = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("or a document of this workspace"),
    )
    on = models.DateField(_("as of"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    shown = models.DateTimeField(null=True)
    """Since when it is public with its pledge; empty while the office has still to look at what it might expose."""
    once = models.CharField(max_length=20, unique=True)

    objects = Reports.as_manager()

    class Meta:
        ordering = ["-on", "-made", "-id"]

    def __str__(self) -> str:
        return f"{self.get_status_display()}, {self.on}"
