"""Who pressed whom? Episodes in which a state used migration as leverage, and reprisals against cities."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.registry.models.actors import Actor
from hanse.workspace.registry.models.dated import Dated, Event


class Lever(models.TextChoices):
    """Of Northern and of Southern states alike."""

    OPENING = "opening borders", _("Opening borders to departure")
    STEERING = "steering arrivals", _("Steering arrivals to a border")
    EXPULSION = "expulsion", _("Threat or act of expulsion")
    COOPERATION = "cooperation", _("Withholding cooperation")
    VISAS = "visas", _("Visas")
    AID = "aid", _("Aid")
    RETURNS = "returns", _("Returns")
    TRADE = "trade", _("Trade")
    OTHER = "other", _("Other")


class Episode(Event):
    """A state used migration as leverage: who, against whom, with which lever, for what, and how it ended."""

    ties = ("by", "against")
    called_by = ("title",)

    title = models.CharField(max_length=300)
    by = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="levers")
    against = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="pressed_by")
    lever = models.CharField(max_length=20, choices=Lever.choices)
    demand = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["first", "id"]

    def __str__(self) -> str:
        return self.title


class Reprisal(Dated):
    """What a state did to a city or an office-holder for it. The office alone sees it unless somebody opens it."""

    ties = ("against", "by")

    against = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="reprisals")
    by = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.CASCADE, related_name="reprisals_done")
    act = models.CharField(max_length=200, help_text=_("as prosecution, preemption, removal, funding cut"))
    legal_basis = models.TextField(blank=True)
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["first", "id"]

    def __init__(self, *args: object, **said: object) -> None:
        if not args:
            said.setdefault("handling", Handling.RESTRICTED)
        super().__init__(*args, **said)

    def __str__(self) -> str:
        return f"{self.act}{colon()}{self.against}"
