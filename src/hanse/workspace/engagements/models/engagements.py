"""Who met whom, when, where, and what was agreed? An engagement and those who took part."""

from __future__ import annotations

import re
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.saying import comma
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.processes.models import Access, Session
from hanse.workspace.registry.models import Actor, ActorKind, Event, Record, Source
from hanse.workspace.registry.models.dated import DatedRecords

LONGEST_TEXT = 10_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class EngagementKind(models.TextChoices):
    DIALOGUE = "dialogue", _("Dialogue")
    VISIT = "visit", _("Visit")
    RECEIVED = "delegation received", _("Delegation received")
    SENT = "delegation sent", _("Delegation sent")
    BRIEFING = "briefing", _("Briefing")
    TRAINING = "training", _("Training")
    MEETING = "meeting", _("Meeting")


class Side(models.TextChoices):
    """On which side of the table somebody was."""

    HOST = "host", _("Host")
    GUEST = "guest", _("Guest")
    UNKNOWN = "", _("not documented")


class Engagements(DatedRecords):
    def of_cities_of(self, user: Any) -> Self:
        """Those in which a city takes part that somebody speaks for."""
        mine = cities_of(user).order_by().values("pk")
        there = EngagementParticipant.objects.standing().filter(actor__in=mine).order_by().values("engagement")
        return self.standing().filter(Q(pk__in=there) | Q(city__in=mine))

    def written_by(self, user: Any) -> Self:
        """Those that somebody may correct: the office all that it sees, a focal point those of its cities."""
        seen = self.visible_to(user)
        if may(user, Right.DESK):
            return seen
        if not may(user, Right.SPEAK):
            return seen.none()
        return seen.filter(pk__in=self.model.objects.of_cities_of(user).order_by().values("pk"))


class Engagement(Event):
    """A dialogue, a visit, a delegation, a briefing, a training, a meeting: it takes place once."""

    ties = ("session", "session__process")
    called_by = ("title",)

    kind = models.CharField(_("kind"), max_length=20, choices=EngagementKind.choices, default=EngagementKind.MEETING)
    title = models.CharField(_("title"), max_length=300)
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("town, house, room; or online"))
    session = models.ForeignKey(
        Session,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="engagements",
        verbose_name=_("at which session"),
        help_text=_("of a process, where it took place at one"),
    )
    agreed = models.TextField(
        _("what was agreed"), blank=True, validators=[MaxLengthValidator(LONGEST_TEXT)], help_text=_("one thing a line")
    )
    languages = models.CharField(
        _("languages"), max_length=100, blank=True, help_text=_("in which it was held, as en, fr")
    )
    city = models.ForeignKey(
        Actor, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="engagements_kept"
    )
    """The city for which a focal point entered it; none where the office did."""
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    uid = models.CharField(max_length=64, default="", editable=False)
    """SHA-256 of the identity that the calendar gave it from which it came: a UID may hold somebody's address."""
    source = models.ForeignKey(
        Source, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    """The engagement itself as a source, once access rests on it."""

    objects = Engagements.as_manager()

    class Meta:
        ordering = ["first", "folded", "id"]
        constraints = [
            models.UniqueConstraint(fields=["author", "uid"], condition=~Q(uid=""), name="brought_once_by_each")
        ]

    def __str__(self) -> str:
        return self.title

    def place_in_time(self) -> None:
        """One whose last day is not documented ended with what its beginning can mean."""
        super().place_in_time()
        if self.last is None and (begin := days(self.since)):
            self.last = begin[1]

    def clean(self) -> None:
        """Raises ValidationError for languages that are no codes, and for an end before the beginning."""
        super().clean()
        codes = [each.strip() for each in self.languages.split(",") if each.strip()]
        wrong = [each for each in codes if not _LANGUAGE.fullmatch(each)]
        if wrong:
            raise ValidationError({"languages": _("Write languages as codes, with commas between: en, fr, ar.")})
        self.languages = ", ".join(dict.fromkeys(codes))

    def save(self, *args: Any, **said: Any) -> None:
        """Those who took part are handled as the engagement is, and so is what it is a source as."""
        super().save(*args, **said)
        held = [self.source] if self.source is not None and self.source.handling != self.handling else []
        for each in [*self.participants.exclude(handling=self.handling), *held]:
            each.handling = self.handling
            each.save()


class EngagementParticipant(Record):
    """That an actor took part, an office-holder, or an office-holder for an actor."""

    ties = ("engagement", "engagement__session", "engagement__session__process", "actor", "person")

    engagement = models.ForeignKey(Engagement, on_delete=models.CASCADE, related_name="participants")
    actor = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="engagements",
        verbose_name=_("who"),
        help_text=_("the city, state or organisation"),
    )
    person = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="engagements_attended",
        verbose_name=_("office-holder"),
        help_text=_("who came for it: people in public office only"),
    )
    function = models.CharField(
        _("function"), max_length=200, blank=True, help_text=_("as Mayor, speaker, interpreter")
    )
    side = models.CharField(_("side"), max_length=5, choices=Side.choices, blank=True)
    access = models.ForeignKey(
        Access, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    """What the office made of the attendance at a session."""
    access_made = models.BooleanField(default=False, editable=False)
    """Whether that access was not there before."""

    class Meta:
        ordering = ["made", "id"]

    def __str__(self) -> str:
        who = comma().join(str(each) for each in (self.person, self.actor) if each)
        return f"{who} ({self.function})" if self.function else who

    def clean(self) -> None:
        super().clean()
        if self.actor_id is None and self.person_id is None:
            raise ValidationError(_("Say who took part: an actor, an office-holder, or both."))
        if self.person_id and self.person.kind != ActorKind.PERSON:
            raise ValidationError({"person": _("%(name)s is no office-holder.") % {"name": self.person}})
