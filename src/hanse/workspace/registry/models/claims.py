"""What is asserted, and where? Claims as a source words them: not facts, until evidence has been judged."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.workspace.registry.models.about import SaidOfSubjects
from hanse.workspace.registry.models.record import Record
from hanse.workspace.registry.models.sources import Source


class Claim(Record):
    """An assertion with its passage; ``subject`` is the record that it is about, where there is one."""

    ties = ("source",)
    called_by = ("wording",)

    wording = models.TextField(help_text=_("the assertion, in one sentence"))
    field = models.CharField(max_length=60, blank=True, help_text=_("the field of the subject that it speaks of"))
    value = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    subject_type = models.ForeignKey(ContentType, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    subject_id = models.CharField(max_length=40, blank=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="claims")
    quote = models.TextField(help_text=_("the passage, word for word"))
    locator = models.CharField(max_length=200, blank=True)
    doubt = models.TextField(blank=True, help_text=_("what other sources say against it"))

    objects = SaidOfSubjects.as_manager()

    class Meta:
        ordering = ["source", "id"]
        indexes = [models.Index(fields=["subject_type", "subject_id"])]

    def __str__(self) -> str:
        return self.wording
