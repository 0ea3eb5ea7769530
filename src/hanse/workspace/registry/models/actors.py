"""Who can be at the table? Actors of every kind, and the names they go by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hanse.workspace.registry.models.dated import Dated
from hanse.workspace.registry.models.record import Record


class ActorKind(models.TextChoices):
    LOCAL_GOVERNMENT = "city", _("City")
    NETWORK = "network", _("City network")
    STATE = "state", pgettext_lazy("country", "State")
    INTERNATIONAL = "international", _("International organisation")
    REGIONAL = "regional", _("Regional organisation")
    CIVIL_SOCIETY = "civil society", _("Civil society")
    UNIVERSITY = "university", _("University")
    FOUNDATION = "foundation", _("Foundation")
    COMPANY = "company", _("Company")
    PERSON = "person", _("Office-holder")


class Tier(models.TextChoices):
    MUNICIPALITY = "municipality", _("Municipality")
    METROPOLITAN = "metropolitan", _("Metropolitan")
    DISTRICT = "district", _("District")
    REGION = "region", _("Region")


class Nature(models.TextChoices):
    """What a network is: only a membership network has members."""

    MEMBERSHIP = "membership", _("Membership network")
    INITIATIVE = "initiative", _("Initiative")
    PROGRAMME = "programme", _("Programme or project")
    MECHANISM = "mechanism", _("Mechanism of a process")
    COALITION = "coalition", _("Coalition of networks")
    CIVIL_SOCIETY = "civil society", _("Civil-society alliance")


class Actor(Dated):
    """A local government, a network, a state, an organisation or a public office-holder.

    ``since`` and ``until`` are its founding and its end. A local government is not the place it governs: the GeoNames
    place is its location.
    """

    called_by = ("name", "acronym")

    kind = models.CharField(max_length=14, choices=ActorKind.choices, db_index=True)
    name = models.CharField(max_length=300, db_index=True)
    acronym = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts")
    country = models.CharField(max_length=3, blank=True, db_index=True, help_text=_("ISO 3166-1 alpha-3, as MAR"))
    place = models.CharField(max_length=200, blank=True, help_text=_("seat or location, as people call it"))
    geonames_id = models.PositiveIntegerField(null=True, blank=True, db_index=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    tier = models.CharField(max_length=14, choices=Tier.choices, blank=True, help_text=_("of a local government"))
    competences = models.TextField(blank=True, help_text=_("what it may decide itself, one a line"))
    nature = models.CharField(max_length=14, choices=Nature.choices, blank=True, help_text=_("of a network"))
    scope = models.CharField(max_length=100, blank=True, help_text=_("global, or the region it works in"))
    website = models.URLField(max_length=500, blank=True)
    description = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="merged"
    )
    """Where the same actor stands on; this one is removed, and its address leads there."""

    class Meta:
        ordering = ["folded", "id"]
        indexes = [
            models.Index(fields=["kind", "folded"]),
            models.Index(fields=["id"], condition=models.Q(removed__isnull=False), name="actor_removed"),
            models.Index(
                fields=["kind", "country", "handling", "removed", "first", "last", "id"], name="actor_by_country"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Name(Record):
    """Another name of an actor: an endonym, a former one, an acronym in another language."""

    ties = ("actor",)
    called_by = ("name",)

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=300, db_index=True)
    language = models.CharField(max_length=20, blank=True, help_text=_("BCP 47, as fr"))
    former = models.BooleanField(default=False)

    class Meta:
        ordering = ["folded", "id"]

    def __str__(self) -> str:
        return self.name
