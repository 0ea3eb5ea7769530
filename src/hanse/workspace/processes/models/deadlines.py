"""By when? Deadlines of a process or a session, silence procedures and who broke them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.workspace.processes.models.processes import Process, Session
from hanse.workspace.registry.models import Record

END_OF_DAY = time(23, 59)


class Due(models.TextChoices):
    INPUT = "input", gettext_lazy("Input")
    ACCREDITATION = "accreditation", gettext_lazy("Accreditation")
    REGISTRATION = "registration", gettext_lazy("Registration")
    SIDE_EVENT = "side event", gettext_lazy("Side event")
    PLEDGE = "pledge", pgettext_lazy("noun", "Pledge")
    SILENCE = "silence", gettext_lazy("Silence procedure")
    OTHER = "other", pgettext_lazy("deadline", "Other")


class Passed(models.TextChoices):
    OPEN = "", pgettext_lazy("deadline", "open")
    MET = "met", pgettext_lazy("deadline", "met")
    MISSED = "missed", pgettext_lazy("deadline", "missed")
    HELD = "held", gettext_lazy("silence held: agreed")
    BROKEN = "broken", gettext_lazy("silence broken")


def end_of_day(value: Any) -> Any:
    """The last minute of a day given as text without an hour, "2018-07-11"; anything else as it is."""
    try:
        day = parse_date(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return value
    return timezone.make_aware(datetime.combine(day, END_OF_DAY)) if day else value


class ByField(forms.DateTimeField):
    def to_python(self, value: Any) -> Any:
        return super().to_python(end_of_day(value))


class ByDateTimeField(models.DateTimeField):
    """A moment by which something is due. A day without an hour is meant to its end."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(end_of_day(value))

    def formfield(self, **said: Any) -> Any:
        return super().formfield(**{"form_class": ByField, **said})


class Deadline(Record):
    """One date by which something is due; of a silence procedure, the end of the silence."""

    ties = ("process", "session", "session__process")
    called_by = ("what",)

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="deadlines")
    session = models.ForeignKey(
        Session,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="deadlines",
    )
    kind = models.CharField(max_length=14, choices=Due.choices, default=Due.INPUT)
    what = models.CharField(max_length=300)
    opens = models.DateTimeField(
        null=True,
        blank=True,
        help_text=gettext_lazy("of a silence procedure, when the silence begins"),
    )
    when = ByDateTimeField(
        help_text=gettext_lazy(
            "2018-07-11 18:00, in the workspace's time zone; a day without an hour is meant to its end"
        ),
    )
    passed = models.CharField(gettext_lazy("how it passed"), max_length=8, choices=Passed.choices, blank=True)
    by = models.CharField(
        max_length=300,
        blank=True,
        help_text=gettext_lazy("who broke the silence, or who is to act"),
    )
    broken = models.DateTimeField(
        gettext_lazy("broken at"), null=True, blank=True, help_text=gettext_lazy("when the silence was broken")
    )

    class Meta:
        ordering = ["when", "id"]

    def __str__(self) -> str:
        return self.what

    @property
    def to_the_end_of_the_day(self) -> bool:
        """Whether only the day is said: the deadline is its end."""
        return timezone.localtime(self.when).time() == END_OF_DAY

    def how_it_stood(self, day: date) -> str:
        """How it stood on a day: today, what is noted; on a past day, what had come to its end by then."""
        if day >= timezone.localdate():
            return self.passed
        ended = self.broken if self.passed == Passed.BROKEN and self.broken else self.when
        return self.passed if timezone.localdate(ended) <= day else Passed.OPEN

    def clean(self) -> None:
        super().clean()
        if self.session_id and self.process_id and self.session.process_id != self.process_id:
            wrong = _("%(session)s is no session of %(process)s.")
            raise ValidationError({"session": wrong % {"session": self.session, "process": self.process}})
        if self.passed in {Passed.HELD, Passed.BROKEN} and self.kind != Due.SILENCE:
            raise ValidationError({"passed": _("Only a silence procedure is held or broken.")})
        if self.broken and self.passed != Passed.BROKEN:
            raise ValidationError({"broken": _("Only a silence that was broken has a moment at which it was.")})
        if self.opens and self.when and self.opens > self.when:
            raise ValidationError({"opens": _("It opens after it ends.")})
