"""Who says so? Sources, and what each of them attests of a record: conflicting ones stand side by side."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.workspace.registry.models.about import SaidOfRecords
from hanse.workspace.registry.models.record import EdtfField, Record


class Confidence(models.TextChoices):
    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")
    UNVERIFIED = "unverified", _("Unverified")


class Source(Record):
    """A page, a paper, a letter: something that a reader can open."""

    called_by = ("title", "publisher")

    title = models.CharField(max_length=500)
    publisher = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=1000, blank=True)
    date = EdtfField(help_text=_("when it was published"))
    accessed = EdtfField(help_text=_("when somebody read it"))
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.SET_NULL, related_name="sources"
    )
    """The text itself, where the office holds it. Its handling is obeyed wherever it is shown."""

    class Meta:
        ordering = ["folded", "id"]

    def __str__(self) -> str:
        return self.title


class Attestation(Record):
    """A source says that a field of a record has a value; with no field, that the record is so.

    ``field`` names a field of the record, or a measure that is only ever reported: "members", "countries",
    "endorsements", "attendees". ``on`` is the day for which the value is said to hold.
    """

    ties = ("source",)

    record_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    record_id = models.CharField(max_length=40)
    record = GenericForeignKey("record_type", "record_id")
    field = models.CharField(max_length=60, blank=True)
    value = models.TextField(blank=True)
    unit = models.CharField(max_length=200, blank=True, help_text=_("what is counted: cities, votes in favour"))
    on = EdtfField(help_text=_("the day for which it is said to hold"))
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="attests")
    quote = models.TextField(blank=True, help_text=_("the passage, word for word"))
    locator = models.CharField(max_length=200, blank=True, help_text=_("page or paragraph"))
    confidence = models.CharField(max_length=10, choices=Confidence.choices, default=Confidence.HIGH)

    objects = SaidOfRecords.as_manager()

    class Meta:
        ordering = ["field", "on", "value", "id"]
        indexes = [
            models.Index(fields=["record_type", "record_id", "field"]),
            models.Index(
                fields=["field", "id", "handling", "removed", "source", "record_type", "record_id"],
                name="attestation_listed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field or _('this record')}{colon()}{self.value or _('attested')}"
