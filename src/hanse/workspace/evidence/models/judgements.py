"""What do people say of a piece of evidence? Each their own stance, with a reason; all that changes is kept."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from hanse.workspace.evidence.models.evidence import Evidence, Stance
from hanse.workspace.keys import key

LONGEST_REASON = 2_000


class Judgements(models.QuerySet["Judgement"]):
    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn=None)

    def visible_to(self, user: Any) -> Self:
        """With the evidence that they judge."""
        return self.filter(evidence__in=Evidence.objects.visible_to(user).order_by().values("pk"))


class Judgement(models.Model):
    """One person's word on one piece of evidence; it can be changed and withdrawn."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="judgements")
    judge = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="judgements_of_evidence",
        verbose_name=_("judge"),
    )
    stance = models.CharField(_("stance"), max_length=10, choices=Stance.choices)
    reason = models.TextField(_("reason"), blank=True, validators=[MaxLengthValidator(LONGEST_REASON)])
    withdrawn = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(_("changed"), auto_now=True)

    objects = Judgements.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["made", "id"]
        constraints = [models.UniqueConstraint(fields=["evidence", "judge"], name="one_judgement_per_judge")]

    def __str__(self) -> str:
        return f"{self.judge}: {self.get_stance_display()}"
