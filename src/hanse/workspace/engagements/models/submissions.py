"""What was handed to whom, through which channel? A document, its addressee, and the evidence that it arrived."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hanse.text.dates import days
from hanse.workspace.documents.models import Document
from hanse.workspace.processes.models import Deadline, Process, Session
from hanse.workspace.registry.models import Actor, EdtfField, Happening


class Channel(models.TextChoices):
    PORTAL = "portal", _("Portal")
    EMAIL = "e-mail", _("E-mail")
    LETTER = "letter", _("Letter")
    HAND = "by hand", _("By hand")
    STATE = "through a state", _("Through a state")
    NETWORK = "through a network", _("Through a network")
    STATEMENT = "read out", _("Read out")
    OTHER = "other", _("Other")
    UNKNOWN = "", _("not documented")


class Official(models.TextChoices):
    YES = "official", _("Official")
    NO = "not official", _("Not official")
    UNKNOWN = "", _("not documented")


class Published(models.TextChoices):
    YES = "published", _("Published")
    NO = "not published", _("Not published")
    UNKNOWN = "", _("not documented")


class Submission(Happening):
    """A document that an actor handed in, once. Its text keeps the handling that it has as a document."""

    ties = ("by", "addressee", "process", "session", "session__process", "deadline", "deadline__process")
    called_by = ("title",)
    happened = "date"

    title = models.CharField(_("title"), max_length=300)
    by = models.ForeignKey(
        Actor,
        on_delete=models.CASCADE,
        related_name="submissions",
        verbose_name=_("from"),
        help_text=_("who handed it in"),
    )
    addressee = models.ForeignKey(
        Actor,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions_received",
        verbose_name=_("to"),
    )
    process = models.ForeignKey(
        Process,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        verbose_name=_("to process"),
    )
    session = models.ForeignKey(
        Session,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        verbose_name=_("to session"),
    )
    deadline = models.ForeignKey(
        Deadline,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        verbose_name=_("answers deadline"),
    )
    channel = models.CharField(_("channel"), max_length=20, choices=Channel.choices, blank=True)
    official = models.CharField(_("official"), max_length=12, choices=Official.choices, blank=True)
    published = models.CharField(_("published"), max_length=14, choices=Published.choices, blank=True)
    date = EdtfField(_("handed in"), help_text=_("when it was handed in"))
    receipt = models.TextField(
        _("evidence of receipt"),
        blank=True,
        validators=[MaxLengthValidator(2000)],
        help_text=_("number of the receipt, who confirmed it, where it is listed"),
    )
    url = models.URLField(_("address"), max_length=1000, blank=True, help_text=_("where it is published"))
    document = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        verbose_name=_("document"),
    )

    class Meta:
        ordering = ["date", "folded", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def in_time(self) -> bool | None:
        """Whether it was handed in by the deadline that it answers; None where the dates do not tell."""
        meant = days(self.date)
        if self.deadline is None or meant is None:
            return None
        last = timezone.localdate(self.deadline.when)
        return True if meant[1] <= last else False if meant[0] > last else None

    def clean(self) -> None:
        super().clean()
        if not (self.addressee_id or self.process_id or self.session_id):
            raise ValidationError(_("Say to whom it was handed in: an actor, a process or a session."))
        if self.session_id and self.process_id and self.session.process_id != self.process_id:
            raise ValidationError({"session": _("It is no session of that process.")})
        if self.deadline_id:
            held = self.deadline
            if self.process_id and held.process_id != self.process_id:
                raise ValidationError({"deadline": _("It is no deadline of that process.")})
            if self.session_id and held.session_id and held.session_id != self.session_id:
                raise ValidationError({"deadline": _("It is a deadline of another session.")})
