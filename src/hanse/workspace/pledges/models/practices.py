"""What came of a pledge for others? Who acknowledged it, the practice that it became, and who adopted that."""

from __future__ import annotations

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges.models.pledges import Pledge, Status
from hanse.workspace.pledges.objectives import canonical
from hanse.workspace.registry.models import Actor, Dated, EdtfField, Happening, Record
from hanse.workspace.registry.models.dated import DatedRecords
from hanse.workspace.registry.models.record import Records


class Recognitions(Records):
    def visible_to(self, user: Any) -> Self:
        """With the pledge that was recognised."""
        return super().visible_to(user).filter(pledge__in=Pledge.objects.visible_to(user))


class Recognition(Happening):
    """That somebody acknowledged a pledge: who, where, when, in which words."""

    ties = ("pledge", "actor")
    called_by = ("by", "where")
    happened = "date"

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="recognitions", verbose_name=_("pledge"))
    actor = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="recognises",
        verbose_name=_("who acknowledged it"),
        help_text=_("an organisation, a state, an office-holder of the registry"),
    )
    by = models.CharField(
        _("as"), max_length=300, blank=True, help_text=_("as President of the General Assembly; or who it was")
    )
    where = models.CharField(_("where"), max_length=300, help_text=_("as International Migration Review Forum 2022"))
    date = EdtfField(_("when"), help_text=_("2022-05-20, 2022-05 or 2022"))
    quote = models.TextField(_("in which words"), blank=True, validators=[MaxLengthValidator(2000)])
    url = models.URLField(_("source"), max_length=1000, blank=True, help_text=_("the page that shows it"))

    objects = Recognitions.as_manager()

    class Meta:
        ordering = ["date", "id"]

    def __str__(self) -> str:
        who = self.by or (str(self.actor) if self.actor_id else "")
        return f"{who}, {self.where}" if who else self.where

    def clean(self) -> None:
        super().clean()
        if not self.by and not self.actor_id:
            raise ValidationError({"by": _("Say who acknowledged it.")})


class Practices(Records):
    def visible_to(self, user: Any) -> Self:
        """Published by its handling, with its pledge where it came from one; before, the office's and its city's."""
        seen = super().visible_to(user)
        seen = seen.filter(Q(pledge=None) | Q(pledge__in=Pledge.objects.visible_to(user)))
        if may(user, Right.DESK):
            return seen
        return seen.filter(Q(published__isnull=False) | Q(city__in=cities_of(user).order_by().values("pk")))


class Practice(Record):
    """What a city did that others can do: how, with what, and what came of it."""

    ties = ("city",)
    called_by = ("title",)

    title = models.CharField(_("title"), max_length=300)
    city = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="practices", verbose_name=_("city"))
    pledge = models.ForeignKey(
        Pledge,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="practices",
        verbose_name=_("pledge"),
        help_text=_("the fulfilled pledge that it came from"),
    )
    toward = models.TextField(
        _("objectives"), blank=True, validators=[MaxLengthValidator(2000)], help_text=_("as GCM 7, SDG 10")
    )
    what = models.TextField(_("what was done"), validators=[MaxLengthValidator(5000)])
    needs = models.TextField(
        _("what it takes"),
        blank=True,
        validators=[MaxLengthValidator(5000)],
        help_text=_("powers, people, money, partners"),
    )
    results = models.TextField(_("what came of it"), blank=True, validators=[MaxLengthValidator(5000)])
    lessons = models.TextField(
        _("what to do otherwise"), blank=True, validators=[MaxLengthValidator(5000)], help_text=_("next time")
    )
    url = models.URLField(_("more"), max_length=1000, blank=True)
    published = models.DateTimeField(null=True, editable=False)

    objects = Practices.as_manager()

    class Meta:
        ordering = ["folded", "id"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raises ValidationError for objectives that there are not, and for a pledge that is not fulfilled."""
        super().clean()
        self.toward = canonical(self.toward)
        if self.pledge_id and self.pledge.status != Status.FULFILLED:
            raise ValidationError({"pledge": _("It is not fulfilled: only what was done is a practice.")})


class Adoptions(DatedRecords):
    def visible_to(self, user: Any) -> Self:
        return super().visible_to(user).filter(practice__in=Practice.objects.visible_to(user))


class Adoption(Dated):
    """That a city took a practice over, and what it changed."""

    ties = ("practice", "city")

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="adoptions", verbose_name=_("practice")
    )
    city = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="adoptions", verbose_name=_("city"))
    what = models.TextField(
        _("what was taken over"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=_("and what was changed on the way"),
    )
    url = models.URLField(_("source"), max_length=1000, blank=True)

    objects = Adoptions.as_manager()

    class Meta:
        ordering = ["first", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "city", "handling"], condition=models.Q(removed=None), name="adopted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.city}{colon()}{self.practice}"

    def clean(self) -> None:
        super().clean()
        alike = {"practice": self.practice_id, "city": self.city_id, "handling": self.handling}
        others = Adoption.objects.standing().filter(**alike).exclude(pk=self.pk)
        if self.practice_id and self.city_id and others.exists():
            raise ValidationError({"city": _("That this city adopted it is recorded already.")})
