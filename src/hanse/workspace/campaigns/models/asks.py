"""What do cities want in the text? Asks, given or found, edited by people, never lost."""

from __future__ import annotations

from typing import Any, get_args

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from hanse.saying import colon
from hanse.text.document import Span
from hanse.tracing.board import AskKind
from hanse.workspace.accounts.rights import Handled, Handling, sight
from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.campaigns.models.texts import CampaignDocument
from hanse.workspace.documents.dates import validate_edtf
from hanse.workspace.keys import key

KINDS = [(kind, kind) for kind in get_args(AskKind)]


class Asks(Handled):
    def visible_to(self, user: Any) -> Asks:
        """An ask is no less restricted than the statement it was found in."""
        own = super().visible_to(user)
        return own.filter(models.Q(source=None) | sight(self.model, user, "source__document__"))

    def standing(self) -> Asks:
        return self.filter(discarded=False)


class AskRecord(models.Model):
    """One ask. ``name`` is its id on the board and in asks.csv; it never changes."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="asks")
    name = models.CharField(max_length=200, editable=False)
    order = models.PositiveIntegerField(default=0, editable=False)
    text = models.TextField(
        help_text=gettext_lazy("the words that are asked for; for delete and oppose, the contested ones")
    )
    actor = models.CharField(max_length=300, blank=True, help_text=gettext_lazy("who asks"))
    date = models.CharField(
        max_length=40, blank=True, validators=[validate_edtf], help_text=gettext_lazy("when it was asked")
    )
    kind = models.CharField(max_length=10, choices=KINDS, default="add")
    theme = models.CharField(max_length=200, blank=True)
    handling = models.CharField(max_length=12, choices=Handling.choices, default=Handling.PUBLIC)
    source = models.ForeignKey(
        CampaignDocument, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="asks"
    )
    passage = models.CharField(max_length=120, blank=True, editable=False)
    """Id of the passage in the statement."""
    start = models.PositiveIntegerField(null=True, editable=False)
    end = models.PositiveIntegerField(null=True, editable=False)
    proposed = models.BooleanField(default=False, editable=False)
    """Found by the machine, and nobody has accepted it yet."""
    discarded = models.BooleanField(default=False, editable=False)

    objects = Asks.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["campaign", "name"], name="one_ask_per_name")]

    def __str__(self) -> str:
        return f"{self.name}{colon()}{self.text[:80]}"

    @property
    def span(self) -> Span | None:
        return (self.start, self.end) if self.start is not None and self.end is not None else None

    def clean(self) -> None:
        self.text = " ".join(self.text.split())
        if not any(character.isalnum() for character in self.text):
            raise ValidationError({"text": _("Write the words that are asked for.")})
