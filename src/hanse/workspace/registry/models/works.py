"""What is paid for, and who must consent? Projects, funding, and clearances that gate what a city may do."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.workspace.registry.models.actors import Actor
from hanse.workspace.registry.models.dated import Dated
from hanse.workspace.registry.models.instruments import Instrument
from hanse.workspace.registry.models.record import EdtfField, Record
from hanse.workspace.registry.models.ties import Membership


class Project(Dated):
    called_by = ("title",)

    title = models.CharField(max_length=300)
    lead = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="projects")
    partners = models.TextField(blank=True, help_text=_("who takes part, one a line"))
    description = models.TextField(blank=True)
    url = models.URLField(max_length=1000, blank=True)

    class Meta:
        ordering = ["folded", "id"]

    def __str__(self) -> str:
        return self.title


class Funding(Dated):
    """Money from a donor to a recipient: what was committed, and what was received."""

    ties = bounded_by = ("donor", "recipient", "project")

    donor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="donates")
    recipient = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="funding")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.SET_NULL, related_name="funding")
    committed = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    received = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, help_text=_("ISO 4217, as EUR"))
    conditions = models.TextField(blank=True)

    class Meta:
        ordering = ["first", "id"]
        verbose_name_plural = _("funding")

    def __str__(self) -> str:
        return _("%(donor)s to %(recipient)s") % {"donor": self.donor, "recipient": self.recipient}


class Cleared(models.TextChoices):
    REQUIRED = "required", _("Required")
    ASKED = "asked", _("Asked for")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")


class Clearance(Record):
    """An authority's permission that a city needs, and what it gates; with nothing gated, one that binds it always."""

    ties = ("city", "membership", "membership__network", "instrument", "project")
    called_by = ("what", "authority")

    city = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="clearances")
    authority = models.CharField(max_length=300, help_text=_("as City council, or Ministry of the Interior"))
    what = models.CharField(max_length=300, help_text=_("as council decision, or ministry's consent"))
    status = models.CharField(max_length=10, choices=Cleared.choices, default=Cleared.REQUIRED)
    date = EdtfField(help_text=_("when it was asked for, granted or refused"))
    due = EdtfField(help_text=_("by when it is needed"))
    membership = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.CASCADE, related_name="clearances"
    )
    instrument = models.ForeignKey(
        Instrument, null=True, blank=True, on_delete=models.CASCADE, related_name="clearances"
    )
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.CASCADE, related_name="clearances")
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.SET_NULL, related_name="clearances"
    )

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return f"{self.what}, {self.authority}"
