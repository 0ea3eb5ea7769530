"""What was agreed? Instruments, their objectives, what actors did to them, and what parties give each other."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from hanse.workspace.registry.models.actors import Actor
from hanse.workspace.registry.models.record import Dated, EdtfField, Record


class InstrumentKind(models.TextChoices):
    TREATY = "treaty", "Treaty"
    CONVENTION = "convention", "Convention"
    PROTOCOL = "protocol", "Protocol"
    COMPACT = "compact", "Compact"
    DECLARATION = "declaration", "Declaration"
    CHARTER = "charter", "Charter"
    AGREEMENT = "agreement", "Agreement"
    RESOLUTION = "resolution", "Resolution"
    COMMUNIQUE = "communique", "Communiqué"
    CALL = "call", "Call or plan"


class Force(models.TextChoices):
    BINDING = "binding", "Binding"
    NON_BINDING = "non-binding", "Non-binding"
    CONTESTED = "contested", "Contested"


class Level(models.TextChoices):
    GLOBAL = "global", "Global"
    REGIONAL = "regional", "Regional"
    BILATERAL = "bilateral", "Bilateral"
    CITIES = "cities", "Among cities"


class Act(models.TextChoices):
    SIGNED = "signed", "Signed"
    RATIFIED = "ratified", "Ratified"
    ACCEDED = "acceded", "Acceded"
    ADOPTED = "adopted", "Adopted"
    ENDORSED = "endorsed", "Endorsed"
    AFFIRMED = "affirmed", "Affirmed"
    VOTED_FOR = "voted for", "Voted for"
    VOTED_AGAINST = "voted against", "Voted against"
    ABSTAINED = "abstained", "Abstained"
    WITHDREW = "withdrew", "Withdrew"


_TREATY = frozenset({Act.SIGNED, Act.RATIFIED, Act.ACCEDED, Act.ADOPTED, Act.WITHDREW})
_VOTED = frozenset({Act.ADOPTED, Act.ENDORSED, Act.AFFIRMED, Act.VOTED_FOR, Act.VOTED_AGAINST, Act.ABSTAINED})
ACTS: dict[str, frozenset[Act]] = {
    InstrumentKind.TREATY: _TREATY,
    InstrumentKind.CONVENTION: _TREATY,
    InstrumentKind.PROTOCOL: _TREATY,
    InstrumentKind.AGREEMENT: frozenset({Act.SIGNED, Act.RATIFIED, Act.ADOPTED, Act.WITHDREW}),
    InstrumentKind.COMPACT: _VOTED | {Act.WITHDREW},
    InstrumentKind.RESOLUTION: _VOTED - {Act.ENDORSED},
    InstrumentKind.DECLARATION: _VOTED | {Act.WITHDREW},
    InstrumentKind.COMMUNIQUE: _VOTED | {Act.WITHDREW},
    InstrumentKind.CHARTER: _VOTED | {Act.SIGNED, Act.WITHDREW},
    InstrumentKind.CALL: _VOTED | {Act.SIGNED, Act.WITHDREW},
}
"""What can be done to an instrument of a kind: nobody ever signed a compact. Source: Vienna Convention on the Law of
Treaties, articles 10 to 16, for treaties; rules of procedure of the General Assembly for what is voted on."""


class Instrument(Record):
    """A text that was agreed, and its force in law."""

    called_by = ("title", "short", "symbol")

    title = models.CharField(max_length=400)
    short = models.CharField("short title", max_length=100, blank=True)
    symbol = models.CharField(max_length=100, blank=True, help_text="as A/RES/73/195")
    kind = models.CharField(max_length=12, choices=InstrumentKind.choices)
    force = models.CharField(max_length=12, choices=Force.choices, default=Force.NON_BINDING)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.GLOBAL)
    theme = models.CharField(max_length=100, blank=True, help_text="as readmission")
    adopted = EdtfField(help_text="when it was adopted, or concluded")
    in_force = EdtfField(help_text="when it entered into force")
    ended = EdtfField()
    body = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="instruments",
        help_text="the body that adopted it",
    )
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.SET_NULL, related_name="instruments"
    )
    url = models.URLField("text", max_length=1000, blank=True)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["adopted", "title", "id"]

    def __str__(self) -> str:
        return self.short or self.title

    @property
    def acts(self) -> frozenset[Act]:
        """What an actor can do to it. A declaration among cities may be signed; one of states is adopted."""
        signed = {Act.SIGNED} if self.level == Level.CITIES else set()
        return ACTS[InstrumentKind(self.kind)] | signed


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


class Participation(Record):
    """What an actor did to an instrument, and when."""

    ties = ("actor", "instrument")

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="participations")
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="participations")
    act = models.CharField(max_length=14, choices=Act.choices)
    date = EdtfField()

    class Meta:
        ordering = ["date", "id"]

    def __str__(self) -> str:
        return f"{self.actor} {self.get_act_display().lower()} {self.instrument}"

    def clean(self) -> None:
        super().clean()
        if self.act and self.instrument_id and self.act not in self.instrument.acts:
            allowed = ", ".join(sorted(self.instrument.acts))
            raise ValidationError({"act": f"Nobody {self.act} {self.instrument}; it can be: {allowed}."})


class Gives(models.TextChoices):
    MONEY = "money", "Money"
    VISAS = "visas", "Visas"
    READMISSION = "readmission", "Readmission"
    HOSTING = "hosting", "Hosting"
    BORDER = "border control", "Border control"
    RECOGNITION = "recognition", "Recognition"
    VOTES = "votes", "Votes"
    CITIZENSHIP = "citizenship", "Citizenship rules"
    OTHER = "other", "Other"


class Kept(models.TextChoices):
    PROMISED = "promised", "Promised"
    PARTLY = "partly", "Partly delivered"
    DELIVERED = "delivered", "Delivered"
    WITHHELD = "withheld", "Withheld"


class Term(Dated):
    """What one party gives another under an agreement, and what became of it."""

    ties = ("instrument", "giver", "receiver")
    called_by = ("what",)

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="terms")
    giver = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="gives")
    receiver = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.CASCADE, related_name="receives")
    gives = models.CharField(max_length=14, choices=Gives.choices)
    what = models.TextField(help_text="in a sentence")
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, help_text="ISO 4217, as EUR")
    kept = models.CharField("what became of it", max_length=10, choices=Kept.choices, default=Kept.PROMISED)
    outcome = models.TextField(blank=True, help_text="what became of it, in a sentence")

    class Meta:
        ordering = ["first", "id"]

    def __str__(self) -> str:
        return f"{self.giver}: {self.what}"
