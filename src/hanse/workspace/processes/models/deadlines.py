"""By when? Deadlines of a process or a session, silence procedures and who broke them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from hanse.workspace.processes.models.processes import Process, Session
from hanse.workspace.registry.models import Record


class Due(models.TextChoices):
    INPUT = "input", "Input"
    ACCREDITATION = "accreditation", "Accreditation"
    REGISTRATION = "registration", "Registration"
    SIDE_EVENT = "side event", "Side event"
    PLEDGE = "pledge", "Pledge"
    SILENCE = "silence", "Silence procedure"
    OTHER = "other", "Other"


class Passed(models.TextChoices):
    OPEN = "", "open"
    MET = "met", "met"
    MISSED = "missed", "missed"
    HELD = "held", "silence held: agreed"
    BROKEN = "broken", "silence broken"


class Deadline(Record):
    """One date by which something is due; of a silence procedure, the end of the silence."""

    ties = ("process", "session")

    process = models.ForeignKey(Process, on_delete=models.CASCADE, related_name="deadlines")
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(max_length=14, choices=Due.choices, default=Due.INPUT)
    what = models.CharField(max_length=300)
    opens = models.DateTimeField(null=True, blank=True)
    when = models.DateTimeField(help_text="the day and the hour, in the workspace's time zone")
    passed = models.CharField("how it passed", max_length=8, choices=Passed.choices, blank=True)
    by = models.CharField(max_length=300, blank=True, help_text="who broke the silence, or who is to act")

    class Meta:
        ordering = ["when", "id"]

    def __str__(self) -> str:
        return self.what

    def clean(self) -> None:
        super().clean()
        if self.session_id and self.process_id and self.session.process_id != self.process_id:
            raise ValidationError({"session": f"{self.session} is no session of {self.process}."})
        if self.passed in {Passed.HELD, Passed.BROKEN} and self.kind != Due.SILENCE:
            raise ValidationError({"passed": "Only a silence procedure is held or broken."})


class Reminder(models.Model):
    """Mail to a person some days before a deadline; ``sent`` keeps it from going out twice."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders")
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField(default=3, help_text="days before the deadline")
    sent = models.DateTimeField(null=True)

    class Meta:
        ordering = ["deadline", "days"]
        constraints = [models.UniqueConstraint(fields=["person", "deadline", "days"], name="one_reminder_each")]
