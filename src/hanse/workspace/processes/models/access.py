"""Who got in, and how? Access of an actor to a session: route, setting, function, and who granted or refused."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.workspace.processes.models.processes import Item, Session
from hanse.workspace.registry.models import Actor, Record, Records


class Route(models.TextChoices):
    OWN = "own accreditation", gettext_lazy("Own accreditation")
    DELEGATION = "national delegation", gettext_lazy("National delegation")
    STAKEHOLDERS = "stakeholder group", gettext_lazy("Stakeholder group")
    NETWORK = "network", gettext_lazy("Through a network")
    INVITATION = "invitation", gettext_lazy("Invited by the host")
    UNKNOWN = "", gettext_lazy("not documented")


class Setting(models.TextChoices):
    PLENARY = "plenary", gettext_lazy("Plenary")
    ROUND_TABLE = "round table", gettext_lazy("Round table")
    HEARING = "hearing", gettext_lazy("Hearing")
    SIDE_EVENT = "side event", gettext_lazy("Side event")
    PARALLEL = "parallel forum", gettext_lazy("Parallel forum")
    UNKNOWN = "", gettext_lazy("not documented")


class Function(models.TextChoices):
    SPEAKER = "speaker", gettext_lazy("Speaker")
    MODERATOR = "moderator", gettext_lazy("Moderator")
    ATTENDEE = "attendee", gettext_lazy("Attendee")
    NONE = "none", pgettext_lazy("function in a session", "None")
    UNKNOWN = "", gettext_lazy("not documented")


class Decision(models.TextChoices):
    GRANTED = "granted", pgettext_lazy("access", "Granted")
    REFUSED = "refused", pgettext_lazy("access", "Refused")
    ASKED = "asked", pgettext_lazy("access", "Asked for")
    UNKNOWN = "", gettext_lazy("not documented")


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
        Item,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="access",
        help_text=gettext_lazy("of the programme"),
    )
    route = models.CharField(max_length=20, choices=Route.choices, blank=True)
    delegation = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="delegations",
        help_text=gettext_lazy("whose delegation"),
    )
    setting = models.CharField(max_length=14, choices=Setting.choices, blank=True)
    function = models.CharField(max_length=10, choices=Function.choices, blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    decided_by = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="decides_access",
    )
    person = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="attended",
        help_text=gettext_lazy("who came"),
    )

    objects = AccessRecords.as_manager()

    class Meta:
        ordering = ["session", "actor", "id"]
        verbose_name_plural = "access"

    def __str__(self) -> str:
        return _("%(actor)s at %(session)s") % {"actor": self.actor, "session": self.session}

    def clean(self) -> None:
        super().clean()
        if self.item_id and self.session_id and self.item.session_id != self.session_id:
            wrong = _("%(item)s is not in the programme of %(session)s.")
            raise ValidationError({"item": wrong % {"item": self.item, "session": self.session}})
        if self.delegation_id and self.route != Route.DELEGATION:
            raise ValidationError({"delegation": _("Only who comes by a national delegation comes in one.")})
