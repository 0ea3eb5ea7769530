"""What changed where there was no draft to compare? Who claims it, who outside confirms it, and what is replied.

The record is what evaluators call a harvested outcome: the change in a sentence, the contribution, the evidence, and
the word of somebody who does not profit from the claim (Wilson-Grau and Britt, Outcome Harvesting, 2012).
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.workspace.registry.models import Actor, EdtfField, Happening, Record, Source

LONGEST_TEXT = 10_000
MOST_STEPS = 100


class Changed(models.TextChoices):
    """What it is that changed."""

    POSITION = "position", gettext_lazy("Position")
    POLICY = "policy", gettext_lazy("Policy")
    LAW = "law", gettext_lazy("Law or rule")
    FUND = "fund", gettext_lazy("Fund or budget")
    SEAT = "seat", gettext_lazy("Seat or procedure")
    PRACTICE = "practice", gettext_lazy("Practice")
    OTHER = "other", gettext_lazy("Other")


class Says(models.TextChoices):
    """What somebody makes of a claim."""

    CONFIRMS = "confirms", pgettext_lazy("a claim", "Confirms it")
    IN_PART = "in part", pgettext_lazy("a claim", "Confirms a part")
    DENIES = "denies", pgettext_lazy("a claim", "Denies it")


class Answers(models.TextChoices):
    """What the one whose position it was replies."""

    ACKNOWLEDGES = "acknowledges", pgettext_lazy("a claim", "Acknowledges it")
    DENIES = "denies", pgettext_lazy("a claim", "Denies it")
    COMMENTS = "", pgettext_lazy("a claim", "Comments")


class Change(Happening):
    """A shift with no draft to compare: a government's position, a fund opened. Whether it counts follows from what
    hangs on it: `hanse.workspace.impact.ledger.rule`."""

    ties = ("actor",)
    called_by = ("title",)
    happened = "date"

    title = models.CharField(
        gettext_lazy("what changed"), max_length=300, help_text=gettext_lazy("in one sentence: who does what otherwise")
    )
    kind = models.CharField(gettext_lazy("kind"), max_length=10, choices=Changed.choices, default=Changed.POSITION)
    actor = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="changes",
        verbose_name=gettext_lazy("whose"),
        help_text=gettext_lazy("whose position, policy or fund it is"),
    )
    date = EdtfField(gettext_lazy("when"), help_text=gettext_lazy("when it changed, as 2026-03 or 2026"))
    description = models.TextField(
        gettext_lazy("description"),
        blank=True,
        validators=[MaxLengthValidator(LONGEST_TEXT)],
        help_text=gettext_lazy("what it was before, what it is now, why it matters"),
    )
    same_as = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="others",
        verbose_name=gettext_lazy("the same as"),
        help_text=gettext_lazy("the record of the same change that was here before: both count once"),
    )

    class Meta:
        ordering = ["-date", "folded", "id"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raises ValidationError where the records of one change would stand in a circle."""
        super().clean()
        step, steps = self.same_as, 0
        while step is not None and steps < MOST_STEPS:
            if step.pk == self.pk:
                raise ValidationError({"same_as": _("That one is said to be the same as this one already.")})
            step, steps = step.same_as, steps + 1

    def remove(self) -> None:
        """What was said to be the same as it stays one change."""
        others = list(type(self).objects.standing().filter(same_as=self).order_by("made", "pk"))
        kept = self.same_as or (others[0] if others else None)
        for each in others:
            each.same_as = kept if each != kept else None
            each.save()
        super().remove()


class Claimed(Record):
    """That somebody claims to have contributed to a change: several may, each in their own words."""

    ties = ("change", "change__actor", "actor")

    change = models.ForeignKey(
        Change, on_delete=models.CASCADE, related_name="claims", verbose_name=gettext_lazy("change")
    )
    actor = models.ForeignKey(
        Actor, on_delete=models.CASCADE, related_name="claimed_changes", verbose_name=gettext_lazy("who claims it")
    )
    contribution = models.TextField(
        gettext_lazy("contribution"),
        blank=True,
        validators=[MaxLengthValidator(LONGEST_TEXT)],
        help_text=gettext_lazy("what it did toward it, in its own words"),
    )
    date = EdtfField(gettext_lazy("claimed on"))

    class Meta:
        ordering = ["made", "id"]

    def __str__(self) -> str:
        return _("%(actor)s: %(change)s") % {"actor": self.actor, "change": self.change}


class Quoted(Record):
    """What somebody said of a change: word for word, when, and where it can be read."""

    words = models.TextField(
        gettext_lazy("words"),
        validators=[MaxLengthValidator(LONGEST_TEXT)],
        help_text=gettext_lazy("what was said or written, word for word"),
    )
    date = EdtfField(gettext_lazy("when"), help_text=gettext_lazy("when it was said"))
    source = models.ForeignKey(
        Source,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=gettext_lazy("source"),
        help_text=gettext_lazy("letter, e-mail, minutes, interview: where it can be read"),
    )
    locator = models.CharField(gettext_lazy("locator"), max_length=200, blank=True)
    settled = EdtfField(
        gettext_lazy("settled on"), help_text=gettext_lazy("of a denial: when it was settled; empty while it stands")
    )
    settlement = models.TextField(
        gettext_lazy("how it was settled"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=gettext_lazy("of a denial: what was agreed, and by whom"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if bool(self.settled) != bool(self.settlement.strip()):
            raise ValidationError({"settlement": _("Say both: when the denial was settled, and how.")})


class Confirmation(Quoted):
    """What somebody who does not claim it says of a change. ``outside`` says how that is known where no body of the
    registry is named."""

    ties = ("change", "change__actor", "by")

    change = models.ForeignKey(
        Change, on_delete=models.CASCADE, related_name="confirmations", verbose_name=gettext_lazy("change")
    )
    by = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="confirmations_given",
        verbose_name=gettext_lazy("who"),
        help_text=gettext_lazy("the body, or the person in public office"),
    )
    who = models.CharField(
        gettext_lazy("for it"),
        max_length=300,
        blank=True,
        help_text=gettext_lazy("by office or function: Head of the migration unit"),
    )
    says = models.CharField(gettext_lazy("says"), max_length=8, choices=Says.choices, default=Says.CONFIRMS)
    outside = models.TextField(
        gettext_lazy("why they are outside"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=gettext_lazy("where no body of the registry is named: how it is known that they do not claim it"),
    )

    class Meta:
        ordering = ["date", "made", "id"]

    def __str__(self) -> str:
        return _("%(who)s: %(says)s") % {"who": self.by or self.who, "says": self.get_says_display()}

    @property
    def denies(self) -> bool:
        return self.says == Says.DENIES

    def clean(self) -> None:
        """Raises ValidationError where nobody is named who says so."""
        super().clean()
        if not (self.by_id or self.who.strip()):
            raise ValidationError({"by": _("Say who it was: a body of the registry, or a person by office.")})


class Reply(Quoted):
    """What the one says whose position it was."""

    ties = ("change", "change__actor", "by")

    change = models.ForeignKey(
        Change, on_delete=models.CASCADE, related_name="replies", verbose_name=gettext_lazy("change")
    )
    by = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="replies_given",
        verbose_name=gettext_lazy("who"),
        help_text=gettext_lazy("empty: the one whose position it was"),
    )
    says = models.CharField(gettext_lazy("says"), max_length=12, choices=Answers.choices, blank=True)

    class Meta:
        ordering = ["date", "made", "id"]

    def __str__(self) -> str:
        return _("Reply to: %(change)s") % {"change": self.change}

    @property
    def denies(self) -> bool:
        return self.says == Answers.DENIES
