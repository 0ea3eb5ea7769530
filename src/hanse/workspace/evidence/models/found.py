"""What did people make of the claims that a rule found in a document? Each was accepted as a claim, or dismissed."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.models.evidence import Evidence
from hanse.workspace.registry.models import Claim


class Decided(models.TextChoices):
    CLAIM = "claim", pgettext_lazy("sentence", "accepted as a claim")
    EVIDENCE = "evidence", pgettext_lazy("sentence", "proposed as evidence")
    DISMISSED = "dismissed", pgettext_lazy("sentence", "dismissed")


class Decisions(models.QuerySet["Decision"]):
    def visible_to(self, user: Any) -> Self:
        """With the document."""
        return self.filter(document__in=Document.objects.visible_to(user).order_by().values("pk"))


class Decision(models.Model):
    """What somebody made of one sentence of a document; ``sentence`` is what it is known by when it is found again."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="claims_decided")
    sentence = models.CharField(max_length=64)
    decided = models.CharField(max_length=10, choices=Decided.choices)
    claim = models.ForeignKey(Claim, null=True, on_delete=models.SET_NULL, related_name="found_as")
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.SET_NULL, related_name="found_as")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    objects = Decisions.as_manager()

    class Meta:
        ordering = ["made", "id"]
        constraints = [models.UniqueConstraint(fields=["document", "sentence"], name="one_decision_per_sentence")]

    def __str__(self) -> str:
        return str(self.get_decided_display())
