"""What does a city promise? A pledge, from its draft to what became of it, and the cities that make it together."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.rights import Right, decides_sight, may, sight
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges.models.calls import LONGEST_TEXT, Call
from hanse.workspace.pledges.objectives import canonical
from hanse.workspace.registry.models import Actor, Dated, EdtfField, Happening
from hanse.workspace.registry.models.dated import DatedRecords


class State(models.TextChoices):
    """Where a pledge is on its way to the public."""

    DRAFT = "draft", _("Draft")
    FILED = "filed", _("Filed")
    RETURNED = "returned", _("Returned")
    ACCEPTED = "accepted", _("Accepted")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Status(models.TextChoices):
    """What became of it. Source of the words: UNHCR's form for updates of pledges; discontinued is added."""

    PLANNING = "planning", _("Planning")
    IN_PROGRESS = "in progress", _("In progress")
    FULFILLED = "fulfilled", _("Fulfilled")
    DISCONTINUED = "discontinued", _("Discontinued")


WITH_CITY = frozenset({State.DRAFT, State.RETURNED})
"""While the city writes it."""
WITH_OFFICE = frozenset({State.FILED, State.ACCEPTED})
"""While the secretariat has it before it."""
GOING_ON = frozenset({Status.PLANNING, Status.IN_PROGRESS})
"""Of these a report is due each year."""


class Pledges(DatedRecords):
    def visible_to(self, user: Any) -> Self:
        """A published one by its handling; before, its cities', the office's and, once filed, the reviewers'."""
        there = self.standing().filter(city__in=Actor.objects.visible_to(user))
        if may(user, Right.DESK):
            return there
        seen = Q(state=State.PUBLISHED) & sight(self.model, user)
        if may(user, Right.SPEAK):
            seen |= Q(pk__in=self.model._base_manager.filter(_of(user)).order_by().values("pk"))
        elif may(user, Right.COMMENT):
            seen |= Q(state__in=WITH_OFFICE)
        return there.filter(seen)

    def published(self) -> Self:
        return self.filter(state=State.PUBLISHED)

    def of_cities_of(self, user: Any) -> Self:
        """Those of the cities that somebody speaks for, as the lead or jointly."""
        return self.standing().filter(pk__in=self.model._base_manager.filter(_of(user)).order_by().values("pk"))


def _of(user: Any) -> Q:
    mine = cities_of(user).order_by().values("pk")
    return Q(city__in=mine) | Q(partnerships__city__in=mine)


class Pledge(Happening, Dated):
    """A promise of a city toward objectives. ``since`` and ``until`` are the time in which it is to be kept.

    What the office enters or brings in a sheet is accepted from the start, and is published like any other.
    """

    ties = bounded_by = ("city",)
    called_by = ("title",)
    happened = "pledged"

    title = models.CharField(_("title"), max_length=300)
    city = models.ForeignKey(
        Actor,
        on_delete=models.CASCADE,
        related_name="pledges",
        verbose_name=_("city"),
        help_text=_("the city that pledges; of several, the one that reports"),
    )
    call = models.ForeignKey(
        Call, null=True, blank=True, on_delete=models.SET_NULL, related_name="pledges", verbose_name=_("call")
    )
    cycle = models.CharField(_("cycle"), max_length=60, blank=True, help_text=_("as 2022"))
    description = models.TextField(_("description"), blank=True, validators=[MaxLengthValidator(LONGEST_TEXT)])
    toward = models.TextField(
        _("objectives"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=_("as GCM 7, GCM 15, SDG 10"),
    )
    partners = models.TextField(
        _("partners"),
        blank=True,
        validators=[MaxLengthValidator(5000)],
        help_text=_("who takes part besides cities, one a line"),
    )
    pledged = EdtfField(_("pledged on"), help_text=_("when it was made"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.PLANNING)
    reported = EdtfField(_("last reported"), help_text=_("when a report of it was last given"))
    reference = models.CharField(
        _("official number"), max_length=60, blank=True, help_text=_("under which a compact's dashboard has it")
    )
    matches = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="matched_by"
    )
    answers = models.JSONField(default=dict, editable=False)
    """As typed, by the name of the input: text, or a list where several can be chosen."""
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.ACCEPTED, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    """Goes up with every saving: nobody overwrites unknowingly what another has written."""
    filed = models.DateTimeField(null=True, editable=False)
    published = models.DateTimeField(null=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    objects = Pledges.as_manager()

    class Meta:
        ordering = ["folded", "id"]
        indexes = [models.Index(fields=["state", "folded"], name="pledge_listed")]

    def __str__(self) -> str:
        return self.title or str(_("Untitled pledge"))

    @property
    def goes_on(self) -> bool:
        """Whether a yearly report of it is due."""
        return self.status in GOING_ON

    def clean(self) -> None:
        """Raises ValidationError for objectives that there are not, and for a public text with something to hide."""
        super().clean()
        self.toward = canonical(self.toward)
        if self.state == State.PUBLISHED:
            from hanse.workspace.pledges.publishing import open_flags

            if found := open_flags(self):
                raise ValidationError(
                    {"__all__": _("It is public, and this would show %(what)s. Take that out.") % {"what": found[0]}}
                )


@decides_sight("joint pledges")
def joint_pledges(user: Any) -> Any:
    """Beside the cities that somebody speaks for, what these pledge jointly decides what is seen."""
    if not may(user, Right.SPEAK):
        return []
    mine = cities_of(user).order_by().values("pk")
    return Partnership.objects.filter(city__in=mine).order_by().values_list("pledge", flat=True)


class Partnership(models.Model):
    """A city that makes a pledge together with the one that reports; it is shown once it has agreed."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="partnerships")
    city = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="joint_pledges")
    agreed = models.DateTimeField(null=True)
    earlier = models.DateTimeField(null=True)
    """When it agreed to a text that was changed afterwards; it is asked anew, and counts not until it answers."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    """How the office knows that the city agreed, where nobody of the city said so here."""

    class Meta:
        ordering = ["city__folded", "id"]
        constraints = [models.UniqueConstraint(fields=["pledge", "city"], name="partner_once")]

    def __str__(self) -> str:
        return str(self.city)
