"""Who is tied to whom, since when? Memberships, standing, and public offices. Ends are kept."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.workspace.registry.models.actors import Actor, ActorKind
from hanse.workspace.registry.models.dated import Dated


class Grade(models.TextChoices):
    MEMBER = "member", _("Member")
    FOUNDER = "founder", _("Founder")
    LEADER = "leader", _("Leader")
    OBSERVER = "observer", _("Observer")
    HOST = "host", _("Host")


class Ended(models.TextChoices):
    """How a membership or an office came to its end."""

    OPEN = "", _("goes on, or not documented")
    LEFT = "left", _("Left")
    EXPELLED = "expelled", _("Expelled")
    DISSOLVED = "dissolved", _("With the network")
    TERM = "term", _("Term ended")
    RESIGNED = "resigned", _("Resigned")
    REMOVED = "removed", _("Removed from office")
    DIED = "died", _("Died in office")


class Membership(Dated):
    """An actor in a network."""

    ties = bounded_by = ("actor", "network")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="memberships")
    network = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="members")
    grade = models.CharField(max_length=10, choices=Grade.choices, default=Grade.MEMBER)
    ended = models.CharField(_("how it ended"), max_length=10, choices=Ended.choices, blank=True)

    class Meta:
        ordering = ["first", "id"]
        indexes = [
            models.Index(
                fields=["first", "id", "last", "handling", "removed", "actor", "network"], name="membership_listed"
            ),
            models.Index(
                fields=["network", "first", "last", "handling", "removed", "grade", "actor", "id"],
                name="membership_of_network",
            ),
        ]
        """Each holds all that decides whether a membership is listed, so that the records themselves are not read."""

    def __str__(self) -> str:
        return _("%(actor)s in %(network)s") % {"actor": self.actor, "network": self.network}

    def clean(self) -> None:
        super().clean()
        if self.network_id and self.network.kind != ActorKind.NETWORK:
            raise ValidationError({"network": _("%(actor)s is no city network.") % {"actor": self.network}})
        if self.actor_id and self.actor_id == self.network_id:
            raise ValidationError({"actor": _("A network is not its own member.")})


class Standing(Dated):
    """What an actor holds with a body as such: consultative status, accreditation, an observer seat."""

    ties = bounded_by = ("actor", "body")
    called_by = ("status",)

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="standings")
    body = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="grants_standing")
    status = models.CharField(max_length=200, help_text=_("as special consultative status"))

    class Meta:
        ordering = ["first", "id"]

    def __str__(self) -> str:
        said = {"actor": self.actor, "status": self.status, "body": self.body}
        return _("%(actor)s: %(status)s with %(body)s") % said


class Office(Dated):
    """A public office that a person holds or held."""

    ties = bounded_by = ("person", "body")
    called_by = ("title",)

    person = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="offices")
    body = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="office_holders")
    title = models.CharField(max_length=200, help_text=_("as Mayor"))
    ended = models.CharField(_("how it ended"), max_length=10, choices=Ended.choices, blank=True)

    class Meta:
        ordering = ["first", "id"]

    def __str__(self) -> str:
        return f"{self.person}, {self.title}, {self.body}"

    def clean(self) -> None:
        super().clean()
        if self.person_id and self.person.kind != ActorKind.PERSON:
            raise ValidationError({"person": _("%(actor)s is no person.") % {"actor": self.person}})
