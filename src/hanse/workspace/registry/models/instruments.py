"""What was agreed? Instruments, their objectives, what actors did to them, and what parties give each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from hanse.saying import colon
from hanse.workspace.registry.models.actors import Actor
from hanse.workspace.registry.models.acts import (
    VOTES,
    Act,
    InstrumentKind,
    Level,
    acts_on,
    wrong_actor,
    wrong_date,
    wrong_kind,
)
from hanse.workspace.registry.models.dated import Dated, Happening
from hanse.workspace.registry.models.record import EdtfField, Record


class Force(models.TextChoices):
    BINDING = "binding", _("Binding")
    NON_BINDING = "non-binding", _("Non-binding")
    CONTESTED = "contested", _("Contested")


class Instrument(Happening):
    """A text that was agreed, and its force in law."""

    called_by = ("title", "short", "symbol")
    happened = "adopted"

    title = models.CharField(max_length=400)
    short = models.CharField(_("short title"), max_length=100, blank=True)
    symbol = models.CharField(max_length=100, blank=True, help_text=_("as A/RES/73/195"))
    kind = models.CharField(max_length=12, choices=InstrumentKind.choices)
    force = models.CharField(max_length=12, choices=Force.choices, default=Force.NON_BINDING)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.GLOBAL)
    theme = models.CharField(max_length=100, blank=True, help_text=_("as readmission"))
    adopted = EdtfField(help_text=_("when it was adopted, or concluded"))
    in_force = EdtfField(help_text=_("when it entered into force"))
    ended = EdtfField()
    body = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="instruments",
        help_text=_("the body that adopted it"),
    )
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.SET_NULL, related_name="instruments"
    )
    url = models.URLField(_("text"), max_length=1000, blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["adopted", "title", "id"]

    def __str__(self) -> str:
        return self.short or self.title

    @property
    def acts(self) -> frozenset[Act]:
        """What an actor can do to it."""
        return acts_on(self.kind, self.level)

    def clean(self) -> None:
        """Raises ValidationError for a kind that what was done to it cannot have been done to."""
        super().clean()
        if self._state.adding or self.kind not in InstrumentKind.values:
            return
        done = self.participations.all().standing().order_by().values_list("act", flat=True).distinct()
        if wrong := sorted(act for act in done if act not in self.acts):
            problem = wrong_kind(wrong[0], self)
            told = _("Somebody is recorded to have %(act)s it. %(problem)s Correct that first.")
            raise ValidationError({"kind": told % {"act": Act(wrong[0]).in_words, "problem": problem}})


class Objective(Record):
    """One numbered objective of an instrument."""

    ties = ("instrument",)
    called_by = ("title",)

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="objectives")
    number = models.PositiveSmallIntegerField()
    title = models.TextField()

    class Meta:
        ordering = ["number", "id"]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Participation(Happening):
    """What an actor did to an instrument, and when."""

    ties = bounded_by = ("actor", "instrument")
    happened = "date"

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="participations")
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="participations")
    act = models.CharField(max_length=14, choices=Act.choices)
    date = EdtfField()

    class Meta:
        ordering = ["date", "id"]

    def __str__(self) -> str:
        said = {"actor": self.actor, "act": str(self.get_act_display()).lower(), "instrument": self.instrument}
        return _("%(actor)s %(act)s %(instrument)s") % said

    def clean(self) -> None:
        """Raises ValidationError for an act that cannot be: by the kind of its instrument, its actor, or its date."""
        super().clean()
        if not self.act or not self.instrument_id:
            return
        if problem := wrong_kind(self.act, self.instrument):
            raise ValidationError({"act": problem})
        if problem := wrong_date(self.date, self.instrument):
            raise ValidationError({"date": problem})
        if not self.actor_id:
            return
        if problem := wrong_actor(self.act, self.instrument, self.actor) or self._second_vote():
            raise ValidationError({"act": problem})

    def _second_vote(self) -> str:
        """Why a vote cannot be: an actor has one on an instrument."""
        if self.act not in VOTES:
            return ""
        votes = Participation.objects.standing().filter(actor=self.actor_id, instrument=self.instrument_id)
        other = votes.filter(act__in=VOTES).exclude(act=self.act).exclude(pk=self.pk).first()
        return self._one_vote(other) if other else ""

    def _one_vote(self, other: Participation) -> str:
        told = _(
            "%(actor)s %(act)s %(instrument)s already, and has one vote. Where sources conflict, attest both on that"
            " record."
        )
        return told % {"actor": self.actor, "act": Act(other.act).in_words, "instrument": self.instrument}

    @classmethod
    def at_odds(cls, records: Iterable[Self]) -> Iterator[tuple[Self, ValidationError]]:
        """Second votes: of several in one sheet, the first stands."""
        votes: dict[tuple[str, str], Participation] = {}
        for each in records:
            if each.act in VOTES:
                first = votes.setdefault((each.actor_id, each.instrument_id), each)
                if first.act != each.act:
                    yield each, ValidationError({"act": each._one_vote(first)})


class Gives(models.TextChoices):
    MONEY = "money", _("Money")
    VISAS = "visas", _("Visas")
    READMISSION = "readmission", _("Readmission")
    HOSTING = "hosting", _("Hosting")
    BORDER = "border control", _("Border control")
    RECOGNITION = "recognition", _("Recognition")
    VOTES = "votes", _("Votes")
    CITIZENSHIP = "citizenship", _("Citizenship rules")
    OTHER = "other", _("Other")


class Kept(models.TextChoices):
    PROMISED = "promised", _("Promised")
    PARTLY = "partly", _("Partly delivered")
    DELIVERED = "delivered", _("Delivered")
    WITHHELD = "withheld", _("Withheld")


class Term(Dated):
    """What one party gives another under an agreement, and what became of it."""

    ties = bounded_by = ("instrument", "giver", "receiver")
    called_by = ("what",)

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="terms")
    giver = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="gives")
    receiver = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.CASCADE, related_name="receives")
    gives = models.CharField(max_length=14, choices=Gives.choices)
    what = models.TextField(help_text=_("in a sentence"))
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, help_text=_("ISO 4217, as EUR"))
    kept = models.CharField(_("what became of it"), max_length=10, choices=Kept.choices, default=Kept.PROMISED)
    outcome = models.TextField(blank=True, help_text=_("what became of it, in a sentence"))

    class Meta:
        ordering = ["first", "id"]

    def __str__(self) -> str:
        return f"{self.giver}{colon()}{self.what}"
