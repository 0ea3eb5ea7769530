"""What is asked of cities? A call for pledges: when it is open, what its form asks, which objectives it offers."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.registry.models import Instrument, Record
from hanse.workspace.registry.models.record import Records

LONGEST_TEXT = 20_000
"""Characters of a text that somebody writes here, at most."""


class Calls(Records):
    def visible_to(self, user: Any) -> Self:
        """One that was never opened is the office's."""
        seen = super().visible_to(user)
        return seen if may(user, Right.DESK) else seen.exclude(opened=None)

    def open_at(self, now: datetime) -> Self:
        """Those that take pledges at a moment."""
        begun = self.filter(opened__isnull=False, opened__lte=now).filter(Q(closed=None) | Q(closed__gt=now))
        return begun.filter(Q(deadline=None) | Q(deadline__gt=now))


class Call(Record):
    """An invitation to pledge: open continuously, or until a deadline; each cycle is a call of its own."""

    called_by = ("title", "cycle")

    title = models.CharField(_("title"), max_length=300)
    cycle = models.CharField(_("cycle"), max_length=60, blank=True, help_text=_("as 2026, or Spring 2027"))
    about = models.TextField(
        _("about"), blank=True, validators=[MaxLengthValidator(LONGEST_TEXT)], help_text=_("what cities read first")
    )
    deadline = models.DateTimeField(
        _("deadline"), null=True, blank=True, help_text=_("empty where it is open continuously")
    )
    joint = models.BooleanField(_("cities may pledge jointly"), default=True)
    previous = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="next",
        verbose_name=_("call of the last cycle"),
        help_text=_("its pledges can be taken as a beginning"),
    )
    instruments = models.ManyToManyField(
        Instrument, blank=True, related_name="calls", verbose_name=_("objectives to choose from")
    )
    opened = models.DateTimeField(_("opened"), null=True, editable=False)
    closed = models.DateTimeField(_("closed"), null=True, editable=False)

    objects = Calls.as_manager()

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return f"{self.title}, {self.cycle}" if self.cycle else self.title

    @property
    def state(self) -> str:
        """draft, open or closed, now."""
        now = timezone.now()
        if self.opened is None or self.opened > now:
            return "draft"
        ended = self.closed or self.deadline
        return "closed" if (self.closed and self.closed <= now) or (ended and ended <= now) else "open"

    @property
    def open(self) -> bool:
        return self.state == "open"


class Asks(models.TextChoices):
    """What a field of a form takes."""

    TEXT = "text", _("Short text")
    LONG = "long", _("Long text")
    CHOICE = "choice", _("One of several")
    CHOICES = "choices", _("Several of several")
    DATE = "date", _("Date")
    NUMBER = "number", _("Number")
    MONEY = "money", _("Amount of money")
    YES_NO = "yes-no", _("Yes or no")
    OBJECTIVES = "objectives", _("Objectives")
    CITIES = "cities", _("Cities")
    LINK = "link", _("Link to a file")


class Means(models.TextChoices):
    """What an answer is in the layouts of the two compacts; blank where it is in neither."""

    KIND = "kind", _("Type of pledge")
    PRINCIPLES = "principles", _("Guiding principles")
    INDICATORS = "indicators", _("Indicators, how progress is measured")
    POPULATION = "population", _("Population, who benefits")
    AREA = "area", _("Area of focus")
    AMOUNT = "amount", _("Amount")
    QUALITY = "quality", _("Quality criteria")
    NEEDS = "needs", _("Support needed")
    LINK = "link", _("Further information")


class Question(models.Model):
    """A field of a call's form."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField(default=0)
    key = models.SlugField(max_length=40)
    """By it an answer is found; it stays when the label is reworded."""
    type = models.CharField(_("type"), max_length=12, choices=Asks.choices, default=Asks.LONG)
    label = models.CharField(_("label"), max_length=200)
    guidance = models.TextField(_("guidance"), blank=True, validators=[MaxLengthValidator(2000)])
    required = models.BooleanField(_("has to be answered"), default=False)
    words = models.PositiveSmallIntegerField(
        _("words at most"), null=True, blank=True, help_text=_("empty for no limit of words")
    )
    options = models.TextField(
        _("to choose from"), blank=True, validators=[MaxLengthValidator(5000)], help_text=_("one a line")
    )
    means = models.CharField(
        _("stands for"),
        max_length=12,
        choices=Means.choices,
        blank=True,
        help_text=_("where the official layouts have such a column"),
    )

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["call", "key"], name="question_once_a_call")]

    def __str__(self) -> str:
        return self.label

    @property
    def choices(self) -> list[str]:
        """The lines to choose from, each once."""
        return list(dict.fromkeys(line.strip() for line in self.options.splitlines() if line.strip()))

    def clean(self) -> None:
        super().clean()
        if self.type in (Asks.CHOICE, Asks.CHOICES) and len(self.choices) < 2:
            raise ValidationError({"options": _("Write at least two to choose from, one a line.")})
