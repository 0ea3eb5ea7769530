"""Which series of meetings is this? State-led processes and their sessions, with the items of a programme."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hanse.text.dates import days
from hanse.workspace.registry.models import Actor, Dated, Event, Instrument, Record


class Outcome(models.TextChoices):
    """What a process ends in."""

    TEXT = "negotiated text", _("Negotiated text")
    SUMMARY = "chair's summary", _("Chair's summary")
    PLEDGES = "pledges", _("Pledges")
    NONE = "none", pgettext_lazy("what a process ends in", "Nothing")
    UNKNOWN = "", _("not documented")


class Process(Dated):
    called_by = ("title", "acronym")

    title = models.CharField(max_length=300)
    acronym = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(_("what it ends in"), max_length=20, choices=Outcome.choices, blank=True)
    convenor = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="convenes",
        help_text=_("who convenes it"),
    )
    instrument = models.ForeignKey(
        Instrument,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="processes",
        help_text=_("what it negotiates or follows up"),
    )
    state_led = models.BooleanField(_("led by states"), default=True)
    website = models.URLField(max_length=500, blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["folded", "id"]
        verbose_name_plural = "processes"

    def __str__(self) -> str:
        return self.acronym or self.title


class Session(Event):
    """One meeting of a process."""

    ties = ("process",)
    called_by = ("title",)

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(max_length=300)
    edition = models.PositiveSmallIntegerField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=3, blank=True, help_text=_("ISO 3166-1 alpha-3"))
    geonames_id = models.PositiveIntegerField(null=True, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    host = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="hosts")
    chair = models.CharField(max_length=200, blank=True)
    whole_programme = models.BooleanField(
        _("programme documented whole"),
        default=False,
        help_text=_("every item of the official programme is entered: only then shares of it are counted"),
    )
    website = models.URLField(max_length=500, blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["first", "id"]

    def __str__(self) -> str:
        return self.title

    def place_in_time(self) -> None:
        """A meeting whose last day is not documented does not go on for ever: it ends with what ``since`` can mean."""
        super().place_in_time()
        if self.last is None and (begin := days(self.since)):
            self.last = begin[1]

    def ahead(self, day: date) -> bool:
        """Whether it begins only after a day."""
        return self.first is not None and self.first > day

    @property
    def first_day(self) -> date | None:
        """Its first day, where it is documented to the day."""
        return _one_day(self.since)

    @property
    def last_day(self) -> date | None:
        """Its last day, where it is documented to the day."""
        return _one_day(self.until)

    @property
    def certain(self) -> bool:
        """Whether no source leaves its dates in doubt ("~", "?")."""
        return not set(self.since + self.until) & set("~?%")


def _one_day(text: str) -> date | None:
    meant = days(text)
    return meant[0] if meant and meant[0] == meant[1] else None


class Item(Record):
    """One item of a session's programme: what "85% of the official programme" is counted over."""

    ties = ("session", "session__process")
    called_by = ("title",)

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="items")
    title = models.CharField(max_length=300)
    official = models.BooleanField(default=True, help_text=_("part of the official programme, not beside it"))
    starts = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts", "title", "id"]

    def __str__(self) -> str:
        return self.title
