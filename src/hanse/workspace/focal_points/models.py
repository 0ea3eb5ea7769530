"""Who speaks for which city, since when? A person of the city's administration; ends are kept."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from hanse.workspace.accounts.rights import Role, role
from hanse.workspace.registry.models import Actor, ActorKind


class FocalPoints(models.QuerySet["FocalPoint"]):
    def at_work(self) -> FocalPoints:
        """Those who speak now."""
        return self.filter(ended=None, person__is_active=True, person__role=Role.CITY, city__removed=None)


class FocalPoint(models.Model):
    """That a person speaks for a city. A city may have several; a person may speak for several cities."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="speaks_for")
    city = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="focal_points")
    made = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True, blank=True, editable=False)
    successor = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="took_over_from"
    )
    why = models.CharField(max_length=300, blank=True, help_text=_("as Left the administration in May"))
    history = HistoricalRecords()

    objects = FocalPoints.as_manager()

    class Meta:
        ordering = ["city__folded", "made", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "city"], condition=Q(ended=None), name="one_focal_point_each")
        ]

    def __str__(self) -> str:
        return gettext("%(person)s for %(city)s") % {"person": self.person, "city": self.city}

    def clean(self) -> None:
        super().clean()
        if self.city_id and self.city.kind != ActorKind.LOCAL_GOVERNMENT:
            raise ValidationError({"city": gettext("%(city)s is no local government.") % {"city": self.city}})
        if self.person_id and self.person.role != Role.CITY:
            said = gettext("%(person)s is no city focal point: set the role first.") % {"person": self.person}
            raise ValidationError({"person": said})

    def end(self, *, why: str = "", successor: FocalPoint | None = None) -> None:
        """From now on this person does not speak for the city."""
        self.ended, self.why, self.successor = timezone.now(), why, successor
        self.save()


def cities_of(user: Any) -> models.QuerySet[Actor]:
    """The cities that somebody speaks for now; none for whoever is no focal point."""
    if role(user) is not Role.CITY:
        return Actor.objects.none()
    return Actor.objects.filter(pk__in=FocalPoint.objects.at_work().filter(person=user).order_by().values("city"))


def speaks_for(user: Any, city: Actor) -> bool:
    """Whether somebody speaks for a city now."""
    return cities_of(user).filter(pk=city.pk).exists()
