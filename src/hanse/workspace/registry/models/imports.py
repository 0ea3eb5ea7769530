"""Which sheets came in, what their columns are, and what people judged their names to mean."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.jobs.models import Job
from hanse.workspace.keys import key
from hanse.workspace.registry.models.actors import Actor


class Stage(models.TextChoices):
    COLUMNS = "columns", _("its columns are to be said")
    LOOKED = "looked", _("dry run")
    TAKEN = "taken", _("taken in")


class Import(models.Model):
    """A file on its way into the registry. ``found`` is what its last reading came to, dry or not."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=40, blank=True)
    """The plural of what the rows are; empty for a zip of several sheets."""
    sheet = models.CharField(max_length=100, blank=True)
    header_row = models.PositiveIntegerField(default=0)
    encoding = models.CharField(max_length=20, blank=True)
    fill = models.BooleanField(default=False)
    dates = models.CharField(max_length=12, blank=True)
    columns = models.JSONField(default=dict)
    """Place of the column, from 0, as text, to what it is taken for."""
    fixed = models.JSONField(default=dict)
    """Column to the cell that all rows have in it."""
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.COLUMNS)
    found = models.JSONField(default=dict)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="imports")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made", "-id"]

    def __str__(self) -> str:
        return self.name


class Columns(models.Model):
    """What the columns under a header were last taken for: proposed again for the next file with the same header."""

    kind = models.CharField(max_length=40)
    header = models.CharField(max_length=64)
    """The digest of the headings."""
    columns = models.JSONField(default=dict)
    fixed = models.JSONField(default=dict)
    dates = models.CharField(max_length=12, blank=True)
    when = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "header"], name="one_memory_per_header")]


class Meant(models.TextChoices):
    ACTOR = "actor", _("an actor of the registry")
    PLACE = "place", _("a city of the gazetteer")
    NEW = "new", _("a new city without a place")
    OUT = "out", _("left out")


class NameJudgements(models.QuerySet["NameJudgement"]):
    def standing(self) -> NameJudgements:
        return self.filter(undone=None)


class NameJudgement(models.Model):
    """Somebody judged what a name means, for this and all later sheets. Taking it back makes the name doubtful anew."""

    name = models.CharField(max_length=300, db_index=True)
    """As `hanse.workspace.registry.exchange.references.same_name` compares it."""
    written = models.CharField(max_length=300)
    country = models.CharField(max_length=3, blank=True)
    meant = models.CharField(max_length=6, choices=Meant.choices)
    actor = models.ForeignKey(Actor, null=True, on_delete=models.CASCADE, related_name="+")
    place = models.JSONField(default=dict)
    """Name, country, geonames_id, latitude, longitude and kind of the place, where one was chosen."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    when = models.DateTimeField(default=timezone.now)
    undone = models.DateTimeField(null=True)

    objects = NameJudgements.as_manager()

    class Meta:
        ordering = ["-when", "-id"]

    def __str__(self) -> str:
        if self.meant == Meant.ACTOR:
            return str(self.actor)
        return f"{self.place['name']}, {self.place['country']}" if self.place else str(self.get_meant_display())

    def take_back(self) -> None:
        self.undone = timezone.now()
        self.save()

    @classmethod
    def judge(cls, name: str, country: str, by: Any, **said: Any) -> NameJudgement:
        """A new judgement in place of an earlier one of the same name in the same country."""
        from hanse.workspace.registry.exchange.references import same_name

        key = same_name(name)[:300]
        cls.objects.standing().filter(name=key, country=country).update(undone=timezone.now())
        return cls.objects.create(name=key, written=name[:300], country=country, by=by, **said)
