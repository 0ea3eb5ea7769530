"""What are partners asked, until when, and who may know of it? A survey, from its draft to its published results."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.languages import Language
from hanse.workspace.processes.models.deadlines import ByDateTimeField
from hanse.workspace.readable import check_readable
from hanse.workspace.registry.models import Record, Records

LONGEST_ABOUT = 5_000


class Surveys(Records):
    def visible_to(self, user: Any) -> Self:
        """One whose results are not published is the office's."""
        seen = super().visible_to(user)
        return seen if may(user, Right.DESK) else seen.exclude(published=None)

    def due(self, now: datetime) -> Self:
        """Those whose date has passed and that nobody closed yet."""
        return self.filter(opened__isnull=False, closed=None, closes__lte=now)


class State(models.TextChoices):
    DRAFT = "draft", gettext_lazy("draft")
    OPEN = "open", gettext_lazy("open")
    CLOSED = "closed", gettext_lazy("closed")


class Survey(Record):
    """A few questions to partners. Each round is a survey of its own; ``previous`` is the round before."""

    called_by = ("title",)

    title = models.CharField(gettext_lazy("title"), max_length=300)
    about = models.TextField(
        gettext_lazy("about"),
        blank=True,
        validators=[MaxLengthValidator(LONGEST_ABOUT)],
        help_text=gettext_lazy("what those who are asked read first"),
    )
    language = models.CharField(
        gettext_lazy("language"),
        max_length=2,
        choices=Language.choices,
        default=Language.ENGLISH,
        help_text=gettext_lazy("in which it is written first; others are translations"),
    )
    anonymous = models.BooleanField(
        gettext_lazy("anonymous"),
        default=True,
        help_text=gettext_lazy("nobody can tell who answered what; otherwise each answer is tied to an actor"),
    )
    closes = ByDateTimeField(
        gettext_lazy("closes"),
        null=True,
        blank=True,
        help_text=gettext_lazy("as 2026-06-30; a day without an hour is meant to its end"),
    )
    previous = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="next",
        verbose_name=gettext_lazy("round before"),
        help_text=gettext_lazy("with which its results are compared"),
    )
    opened = models.DateTimeField(gettext_lazy("opened"), null=True, editable=False)
    closed = models.DateTimeField(gettext_lazy("closed"), null=True, editable=False)
    published = models.DateTimeField(gettext_lazy("results published"), null=True, editable=False)

    objects = Surveys.as_manager()

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> State:
        """draft, open or closed, now: to the moment, whether or not the worker looked."""
        if self.opened is None:
            return State.DRAFT
        ended = self.closed or (self.closes and self.closes <= timezone.now())
        return State.CLOSED if ended else State.OPEN

    @property
    def ended(self) -> datetime | None:
        """When it took its last answer; None while it takes any."""
        return (self.closed or self.closes) if self.state == State.CLOSED else None

    @property
    def languages(self) -> list[str]:
        """The language in which it was written first, then those that it was translated into."""
        others = {each.language for each in self.translations.all()}
        return [self.language, *(code for code in Language.values if code in others and code != self.language)]

    def said(self, language: str) -> tuple[str, str]:
        """Title and about in a language; as they were written first where they are not translated."""
        found = next((each for each in self.translations.all() if each.language == language), None)
        return ((found and found.title) or self.title, (found and found.about) or self.about)

    def clean(self) -> None:
        """Raises ValidationError for a promise that is changed once people answer, and for a round before itself."""
        super().clean()
        check_readable(self.title)
        check_readable(self.about)
        before = None if self._state.adding else Survey.objects.filter(pk=self.pk).first()
        if before and before.opened:
            if self.opened is None or (before.closed and self.closed is None):
                raise ValidationError(_("It was opened and closed once; that is not taken back."))
            if before.anonymous != self.anonymous:
                raise ValidationError({"anonymous": _("It is open: what was promised to those asked stays.")})
            if before.language != self.language:
                raise ValidationError({"language": _("It is open: its language stays.")})
            if before.ended and before.closes != self.closes:
                raise ValidationError({"closes": _("It is closed; a new round is a survey of its own.")})
            if not self.closes:
                raise ValidationError({"closes": _("Say by when it closes.")})
        if self.previous_id and self.previous_id in _round_and_later(self):
            raise ValidationError({"previous": _("A round cannot come after itself.")})


def _round_and_later(survey: Survey) -> set[str]:
    """A survey and all rounds after it."""
    found, fresh = set(), {survey.pk}
    while fresh:
        found |= fresh
        fresh = set(Survey.objects.filter(previous__in=fresh).values_list("pk", flat=True)) - found
    return found


class Translation(models.Model):
    """Title and about in another language."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=2, choices=Language.choices)
    title = models.CharField(max_length=300, blank=True)
    about = models.TextField(blank=True)

    class Meta:
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["survey", "language"], name="survey_translated_once")]
