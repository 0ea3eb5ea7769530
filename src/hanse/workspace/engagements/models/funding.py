"""Who calls for projects, who asked for how much, and what is due for it? Calls, applications, instalments, reports."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.text.dates import days
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.models import Actor, Dated, EdtfField, Funding, Happening, Project, Record

LONGEST_CONDITIONS = 5_000
OF_FUNDING = ("funding", "funding__donor", "funding__recipient", "funding__project")


class Asked(models.TextChoices):
    """What became of an application."""

    DRAFTED = "drafted", _("Drafted")
    SUBMITTED = "submitted", _("Submitted")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")


def amount(label: Any) -> models.DecimalField:
    """A column for money, as the registry's."""
    return models.DecimalField(
        label, max_digits=16, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )


def currency() -> models.CharField:
    return models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217, as EUR"))


class InCurrency(models.Model):
    """What has an amount has its currency, as three letters."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        self.currency = self.currency.strip().upper()
        if self.currency and not re.fullmatch("[A-Z]{3}", self.currency):
            raise ValidationError({"currency": _("Write the currency as three letters, as EUR.")})
        if self.amount is not None and not self.currency:
            raise ValidationError({"currency": _("Say in which currency, as EUR.")})


class FundingCall(InCurrency, Dated):
    """A donor's invitation to apply. ``since`` and ``until`` are the time in which it is open."""

    ties = bounded_by = ("donor",)
    called_by = ("title",)

    donor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="funding_calls", verbose_name=_("donor"))
    title = models.CharField(_("title"), max_length=300)
    amount = amount(_("amount in all"))
    currency = currency()
    conditions = models.TextField(_("conditions"), blank=True, validators=[MaxLengthValidator(LONGEST_CONDITIONS)])
    url = models.URLField(_("address"), max_length=1000, blank=True)

    class Meta:
        ordering = ["last", "folded", "id"]

    def __str__(self) -> str:
        return self.title


class Application(InCurrency, Happening):
    """That somebody asked a donor for money for a project; what was granted is a record of funding of its own."""

    ties = ("project", "call", "call__donor", "applicant")
    happened = "date"

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="applications", verbose_name=_("project")
    )
    call = models.ForeignKey(
        FundingCall,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications",
        verbose_name=_("call"),
    )
    applicant = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="applications",
        verbose_name=_("applicant"),
    )
    amount = amount(_("amount asked for"))
    currency = currency()
    status = models.CharField(_("status"), max_length=10, choices=Asked.choices, default=Asked.DRAFTED)
    date = EdtfField(_("date"), help_text=_("when it was submitted"))
    funding = models.ForeignKey(
        Funding,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="applications",
        verbose_name=_("funding"),
    )
    """What came of it, where it was granted."""

    class Meta:
        ordering = ["date", "id"]

    def __str__(self) -> str:
        return f"{self.project}{colon()}{self.call}" if self.call else str(self.project)


class Instalment(Record):
    """A part of a funding, in its currency: when it is due, and when it came."""

    ties = OF_FUNDING
    called_by = ("what",)

    funding = models.ForeignKey(
        Funding, on_delete=models.CASCADE, related_name="instalments", verbose_name=_("funding")
    )
    what = models.CharField(_("what"), max_length=200, help_text=_("as first instalment, final payment"))
    amount = amount(_("amount"))
    due = EdtfField(_("due"))
    received = EdtfField(_("received on"), help_text=_("empty until it came"))
    condition = models.TextField(_("on condition of"), blank=True, validators=[MaxLengthValidator(2000)])

    class Meta:
        ordering = ["due", "made", "id"]

    def __str__(self) -> str:
        return self.what


class ReportDue(Record):
    """A report that a donor waits for."""

    ties = OF_FUNDING
    called_by = ("what",)

    funding = models.ForeignKey(Funding, on_delete=models.CASCADE, related_name="reports", verbose_name=_("funding"))
    what = models.CharField(_("what"), max_length=200, help_text=_("as interim narrative report"))
    due = EdtfField(_("due"))
    submitted = EdtfField(_("submitted on"), help_text=_("empty until it was handed in"))
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("document")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="reports_due",
        verbose_name=_("owner"),
    )

    class Meta:
        ordering = ["due", "made", "id"]

    def __str__(self) -> str:
        return self.what

    def overdue(self, day: date) -> bool:
        """Whether its day has passed and nothing was handed in."""
        meant = days(self.due)
        return not self.submitted and meant is not None and meant[1] < day
