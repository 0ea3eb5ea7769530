"""Who helps? An offer of money or skills to a pledge of somebody else."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges.models.pledges import Pledge, State
from hanse.workspace.registry.models import Actor


class Offers(models.TextChoices):
    MONEY = "money", _("Money")
    SKILLS = "skills", _("Skills, people")
    MATERIAL = "material", _("Material")


class Answer(models.TextChoices):
    OPEN = "open", _("Not answered yet")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    TAKEN_BACK = "taken back", _("Taken back")


class Matches(models.QuerySet["Match"]):
    def visible_to(self, user: Any) -> Self:
        """An accepted one with its pledge; any other, the two sides' and the office's."""
        seen = self.filter(pledge__in=Pledge.objects.visible_to(user), actor__in=Actor.objects.visible_to(user))
        if may(user, Right.DESK):
            return seen
        mine = cities_of(user)
        sides = Q(actor__in=mine) | Q(pledge__city__in=mine)
        return seen.filter(Q(answer=Answer.ACCEPTED, pledge__state=State.PUBLISHED) | sides)


class Match(models.Model):
    """What somebody offers to another's pledge, and what became of the offer."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="offers")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="offers", verbose_name=_("who offers"))
    offers = models.CharField(_("offers"), max_length=10, choices=Offers.choices)
    what = models.TextField(_("what"), validators=[MaxLengthValidator(2000)], help_text=_("in a sentence or two"))
    amount = models.DecimalField(_("amount"), max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, blank=True, help_text=_("ISO 4217, as EUR"))
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.OPEN)
    answered = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    once = models.CharField(max_length=20, unique=True)

    objects = Matches.as_manager()

    class Meta:
        ordering = ["made", "id"]

    def __str__(self) -> str:
        return f"{self.actor}{colon()}{self.get_offers_display()}"

    def clean(self) -> None:
        super().clean()
        if self.amount is not None and self.amount < 0:
            raise ValidationError({"amount": _("An amount below nothing cannot be offered.")})
        if self.amount is not None and not self.currency:
            raise ValidationError({"currency": _("Say in which currency, as EUR.")})
