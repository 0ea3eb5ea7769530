"""Who got in, and how? Access of an actor to a session: route, setting, function, and who granted or refused."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models

from hanse.workspace.processes.models.processes import Item, Session
from hanse.workspace.registry.models import Actor, Record, Records


class Route(models.TextChoices):
    OWN = "own accreditation", "Own accreditation"
    DELEGATION = "national delegation", "National delegation"
    STAKEHOLDERS = "stakeholder group", "Stakeholder group"
    NETWORK = "network", "Through a network"
    INVITATION = "invitation", "Invited by the host"
    UNKNOWN = "", "not documented"


class Setting(models.TextChoices):
    PLENARY = "plenary", "Plenary"
    ROUND_TABLE = "round table", "Round table"
    HEARING = "hearing", "Hearing"
    SIDE_EVENT = "side event", "Side event"
    PARALLEL = "parallel forum", "Parallel forum"
    UNKNOWN = "", "not documented"


class Function(models.TextChoices):
    SPEAKER = "speaker", "Speaker"
    MODERATOR = "moderator", "Moderator"
    ATTENDEE = "attendee", "Attendee"
    NONE = "none", "None"
    UNKNOWN = "", "not documented"


class Decision(models.TextChoices):
    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"
    ASKED = "asked", "Asked for"
    UNKNOWN = "", "not documented"


class AccessRecords(Records):
    def begun(self, day: date) -> Self:
        """Those to sessions that had begun by a day, and to those of no documented date."""
        return self.exclude(session__first__gt=day)


class Access(Record):
    """What an actor had in a session. Its evidence is its attestations. Not a ladder of one dimension."""

    ties = ("actor", "session", "session__process", "item", "delegation", "decided_by", "person")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="access")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="access")
    item = models.ForeignKey(
        Item, null=True, blank=True, on_delete=models.SET_NULL, related_name="access", help_text="of the programme"
    )
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    delegation = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="delegations",
        help_text="whose delegation",
    )
    setting = models.CharField(max_length=14, choices=Setting.choices, blank=True)
    function = models.CharField(max_length=10, choices=Function.choices, blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    decided_by = models.ForeignKey(
        Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="decides_access"
    )
    person = models.ForeignKey(
        Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="attended", help_text="who came"
    )

    objects = AccessRecords.as_manager()

    class Meta:
        ordering = ["session", "actor", "id"]
        verbose_name_plural = "access"

    def __str__(self) -> str:
        return f"{self.actor} at {self.session}"

    def clean(self) -> None:
        super().clean()
        if self.item_id and self.session_id and self.item.session_id != self.session_id:
            raise ValidationError({"item": f"{self.item} is not in the programme of {self.session}."})
        if self.delegation_id and self.route != Route.DELEGATION:
            raise ValidationError({"delegation": "Only who comes by a national delegation comes in one."})
