"""Who signed which version, for which city, by which mandate? And the personal links that invite to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.text.dates import days
from hanse.workspace.accounts.models import digest
from hanse.workspace.keys import key
from hanse.workspace.prepared import Prepared
from hanse.workspace.registry.models import Actor, ActorKind, Dated, EdtfField, Participation
from hanse.workspace.registry.models.dated import DatedRecords
from hanse.workspace.statements.models.statements import Statement, Version


class Signatures(DatedRecords):
    def visible_to(self, user: Any) -> Self:
        """With their statements."""
        return super().visible_to(user).filter(statement__in=Statement.objects.visible_to(user))


class Mandate(models.TextChoices):
    LETTER = "letter", gettext_lazy("Letter of the office-holder")
    COUNCIL = "council", gettext_lazy("Council decision")
    OTHER = "other", gettext_lazy("Other")


class Route(models.TextChoices):
    LINK = "link", gettext_lazy("Personal link")
    ACCOUNT = "account", gettext_lazy("Signed in, for the city")
    OFFICE = "office", gettext_lazy("Entered by the office")


class Timing(models.TextChoices):
    IN_TIME = "in time", gettext_lazy("In time")
    LATE = "late", gettext_lazy("Late")
    ROLLING = "rolling", gettext_lazy("Endorsed after closing")


class Signature(Dated):
    """A city's signature under one version: ``since`` the day of signing, ``until`` that of its withdrawal.

    It counts from the day of signing to the day before its withdrawal. ``slot`` is held while it stands: no other
    signature of the city under the version can be written then, however many ask at once.
    """

    ties = ("city", "statement")

    city = models.ForeignKey(
        Actor, on_delete=models.CASCADE, related_name="signatures", verbose_name=gettext_lazy("city")
    )
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, related_name="signatures", verbose_name=gettext_lazy("statement")
    )
    version = models.ForeignKey(Version, editable=False, on_delete=models.CASCADE, related_name="signatures")
    number = models.PositiveSmallIntegerField(
        gettext_lazy("version"), null=True, blank=True, help_text=gettext_lazy("its number; empty: the last frozen one")
    )
    name = models.CharField(gettext_lazy("signed by"), max_length=200)
    office = models.CharField(gettext_lazy("office"), max_length=200, help_text=gettext_lazy("as Mayor"))
    mandate = models.CharField(gettext_lazy("mandate"), max_length=8, choices=Mandate.choices)
    reference = models.CharField(
        gettext_lazy("reference of the mandate"), max_length=300, blank=True, help_text=gettext_lazy("as 2026/114")
    )
    mandated = EdtfField(gettext_lazy("date of the mandate"))
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.SET_NULL, related_name="mandates"
    )
    """The mandate itself, where the office holds it."""
    why_withdrawn = models.CharField(gettext_lazy("why withdrawn"), max_length=1000, blank=True)
    timing = models.CharField(
        gettext_lazy("timing"), max_length=8, choices=Timing.choices, default=Timing.IN_TIME, editable=False
    )
    route = models.CharField(
        gettext_lazy("route"), max_length=8, choices=Route.choices, default=Route.OFFICE, editable=False
    )
    given = models.DateTimeField(default=timezone.now, editable=False)
    """When it was written here, to the second."""
    withdrawn = models.DateTimeField(null=True, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    link = models.OneToOneField(
        "Invitation", null=True, editable=False, on_delete=models.SET_NULL, related_name="signature"
    )
    told = models.DateTimeField(null=True, editable=False)
    """When the registry and the signer were told of it: `hanse.workspace.statements.telling`."""
    slot = models.CharField(max_length=60, null=True, unique=True, editable=False)
    participation = models.OneToOneField(
        Participation, null=True, editable=False, on_delete=models.SET_NULL, related_name="signature"
    )
    """What the registry says of it."""

    objects = Signatures.as_manager()

    class Meta:
        ordering = ["first", "id"]
        indexes = [models.Index(fields=["version", "first"])]

    def __str__(self) -> str:
        return _("%(city)s: %(name)s, %(office)s") % {"city": self.city, "name": self.name, "office": self.office}

    @property
    def stands(self) -> bool:
        return not self.until and self.removed is None

    def place_in_time(self) -> None:
        """A signature that is withdrawn counts on the day before for the last time."""
        super().place_in_time()
        if withdrawn := days(self.until):
            self.last = withdrawn[0] - timedelta(days=1)
        self.slot = f"{self.version_id} {self.city_id}" if self.stands else None

    def save(self, *args: Any, **said: Any) -> None:
        """What the registry says of it goes and comes back with it."""
        known = not self._state.adding and self.participation_id
        super().save(*args, **said)
        if known and self.participation and self.participation.removed != self.removed:
            self.participation.removed = self.removed
            self.participation.save()

    def clean(self) -> None:
        """Raises ValidationError where the rules of signing forbid it: `hanse.workspace.statements.signing`."""
        from hanse.workspace.statements.rules import check_entry
        from hanse.workspace.statements.wordings import unprintable

        super().clean()
        if wrong := unprintable({"name": self.name, "office": self.office}):
            raise ValidationError(wrong)
        if self.city_id and self.city.kind != ActorKind.LOCAL_GOVERNMENT:
            raise ValidationError({"city": _("%s is no city: cities sign.") % self.city})
        check_entry(self)

    @classmethod
    def at_odds(cls, records: Iterable[Self]) -> Iterator[tuple[Self, ValidationError]]:
        """Of several for one city in one sheet the first stands."""
        seen: set[str] = set()
        for each in records:
            each.place_in_time()
            if each.slot and each.slot in seen:
                yield each, ValidationError({"city": _("%s is in this sheet twice.") % each.city})
            seen.add(each.slot or "")


class Invitation(models.Model):
    """A personal link by which a city signs one version, once. Only a digest of it is kept."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="invitations")
    city = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    taken_back = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return _("%(city)s, to %(email)s") % {"city": self.city, "email": self.email}

    @classmethod
    def find(cls, token: str) -> Invitation | None:
        """The invitation of a token, whatever became of it."""
        found: Invitation | None = _BY_DIGEST.first(digest=digest(token))
        return found

    @property
    def expired(self) -> bool:
        return self.expires <= timezone.now()

    @property
    def state(self) -> str:
        """In a word of the page."""
        if self.used:
            return _("used")
        if self.taken_back:
            return _("taken back")
        return _("expired") if self.expired else _("open")


_BY_DIGEST = Prepared(
    lambda digest: (
        Invitation.objects.select_related("version__statement", "city")
        .defer("version__canonical")
        .filter(digest=digest)
        .order_by()
    )
)
