"""What do cities say together? A statement, and its versions: one draft at a time, the others frozen."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import RefusedChange
from hanse.text.dates import days
from hanse.workspace.accounts.rights import Handling, named_for, sees
from hanse.workspace.documents.models import Document
from hanse.workspace.keys import key
from hanse.workspace.languages import codes, known
from hanse.workspace.processes.models import Process, Session
from hanse.workspace.registry.models import Actor, ActorKind, EdtfField, Instrument, Record, Records

MOST_LANGUAGES = 12


class Statements(Records):
    def visible_to(self, user: Any) -> Self:
        """What was frozen once, by its handling; what is only drafted, to the office and those invited to comment."""
        seen = super().visible_to(user)
        if in_office(user):
            return seen
        invited = named_for(user).get(self.model._meta.label_lower, [])
        return seen.filter(Q(frozen__isnull=False) | Q(pk__in=invited))


def in_office(user: Any) -> bool:
    """Whether somebody sees all drafts: the office, and its reviewers."""
    return Handling.RESTRICTED in sees(user)


class Stage(models.TextChoices):
    """How far a version is, today."""

    DRAFT = "draft", gettext_lazy("Draft")
    AHEAD = "ahead", gettext_lazy("Frozen, not open for signature yet")
    OPEN = "open", gettext_lazy("Open for signature")
    ROLLING = "rolling", gettext_lazy("Closed, open for endorsement")
    CLOSED = "closed", gettext_lazy("Closed")


class Statement(Record):
    """A joint text of cities, from its first draft to its last signature."""

    called_by = ("title",)

    title = models.CharField(gettext_lazy("title"), max_length=300)
    about = models.TextField(
        gettext_lazy("about"),
        max_length=2000,
        blank=True,
        help_text=gettext_lazy("what it wants, in a sentence or two"),
    )
    process = models.ForeignKey(
        Process,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statements",
        verbose_name=gettext_lazy("process"),
        help_text=gettext_lazy("that it addresses"),
    )
    session = models.ForeignKey(
        Session,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="statements",
        verbose_name=gettext_lazy("session"),
        help_text=gettext_lazy("that it addresses"),
    )
    networks = models.ManyToManyField(Actor, blank=True, related_name="statements")
    """The networks that carry it."""
    authentic = models.CharField(
        gettext_lazy("authentic language"),
        max_length=20,
        default="en",
        help_text=gettext_lazy("the language whose text decides, as en"),
    )
    languages = models.CharField(
        gettext_lazy("languages"), max_length=200, default="en", help_text=gettext_lazy("all of them, as en fr ar")
    )
    adopted = EdtfField(
        gettext_lazy("adopted"), help_text=gettext_lazy("when the text was adopted, where a meeting adopted it")
    )
    opens = EdtfField(
        gettext_lazy("opens for signature"), help_text=gettext_lazy("as 2026-05-01; empty: as soon as it is frozen")
    )
    closes = EdtfField(
        gettext_lazy("closes for signature"),
        help_text=gettext_lazy("the last day, as 2026-06-30; empty: when it is closed"),
    )
    rolling = models.BooleanField(
        gettext_lazy("rolling endorsement"),
        default=False,
        help_text=gettext_lazy("cities may endorse it after it has closed, and are marked so"),
    )
    frozen = models.DateTimeField(null=True, editable=False)
    """When its first version was frozen: from then on it may be known to whom its handling shows it."""
    instrument = models.OneToOneField(
        Instrument, null=True, editable=False, on_delete=models.SET_NULL, related_name="statement"
    )
    """What the registry calls it: what clearances gate, and what cities took part in."""

    objects = Statements.as_manager()

    class Meta:
        ordering = ["-made", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def language_codes(self) -> list[str]:
        """The authentic language first, the others in the order in which they were named."""
        return list(dict.fromkeys([self.authentic, *codes(self.languages)]))

    def clean(self) -> None:
        """Raises ValidationError for a language that is none, a day that is none, or a process that is another's."""
        super().clean()
        named = codes(f"{self.authentic} {self.languages}")
        if wrong := [each for each in named if not known(each)]:
            raise ValidationError({"languages": _("“%s” is no language code; write them as en fr ar.") % wrong[0]})
        if len(set(named)) > MOST_LANGUAGES:
            raise ValidationError({"languages": _("A statement has at most %d languages.") % MOST_LANGUAGES})
        self.languages = " ".join(dict.fromkeys(named))
        for name in ("opens", "closes"):
            if getattr(self, name) and whole_day(getattr(self, name)) is None:
                raise ValidationError({name: _("Write the whole day, as 2026-06-30.")})
        opens, closes = whole_day(self.opens), whole_day(self.closes)
        if opens and closes and closes < opens:
            raise ValidationError({"closes": _("It closes before it opens.")})
        if self.session_id and self.process_id and self.session.process_id != self.process_id:
            raise ValidationError({"session": _("This session is one of another process.")})
        self._keep_what_was_frozen()

    def _keep_what_was_frozen(self) -> None:
        before = None if self._state.adding else Statement.objects.filter(pk=self.pk).first()
        if before is None or before.frozen is None:
            return
        current = self.current
        if before.closes != self.closes and current and current.closed_at:
            raise ValidationError({"closes": _("It is closed; what comes late is entered by the office.")})

    def save(self, *args: Any, **said: Any) -> None:
        """What follows from it is handled as it is: its signatures, and what the registry says of it."""
        with transaction.atomic():
            super().save(*args, **said)
            if self.frozen:
                self._tell_registry()
                self._handle_signatures()
                self._handle_documents()

    def _tell_registry(self) -> None:
        """The registry's record of it is never handled more openly than the statement, nor called otherwise."""
        held = self.instrument
        if held and (held.handling, held.title, held.removed) != (self.handling, self.title, self.removed):
            held.handling, held.title, held.removed = self.handling, self.title, self.removed
            held.save()

    def _handle_signatures(self) -> None:
        for each in self.signatures.exclude(handling=self.handling).select_related("participation"):
            each.handling = self.handling
            each.save()
            if each.participation:
                each.participation.handling = self.handling
                each.participation.save()

    def _handle_documents(self) -> None:
        """Its text among the documents, where its asks were brought to a campaign."""
        versions = self.versions.exclude(frozen_at=None)
        sources = [each.source(language) for each in versions for language in each.language_codes]
        for each in Document.objects.filter(kind="statement", source__in=sources).exclude(handling=self.handling):
            each.handling = self.handling
            each.save()

    @property
    def current(self) -> Version | None:
        """The version that stands: the last frozen one; None while there is none."""
        return self.versions.exclude(frozen_at=None).order_by("-number").first()

    @property
    def draft(self) -> Version | None:
        """The version that is worked on; None where there is none."""
        return self.versions.filter(frozen_at=None).first()

    def seen_version(self, number: int, user: Any) -> Version | None:
        """A version that somebody may see; ``self`` is one that they see."""
        return self.versions.visible_to(user).filter(number=number).first()


def whole_day(text: str) -> date | None:
    """The day of an EDTF text that names one whole day; None for anything else."""
    meant = days(text)
    return meant[0] if meant and meant[0] == meant[1] else None


class Versions(models.QuerySet["Version"]):
    def visible_to(self, user: Any) -> Versions:
        """Frozen ones of statements that somebody sees; drafts to the office and to those invited to comment."""
        seen = self.filter(statement__in=Statement.objects.visible_to(user))
        if in_office(user):
            return seen
        invited = named_for(user).get(Statement._meta.label_lower, [])
        return seen.filter(Q(frozen_at__isnull=False) | Q(statement__in=invited))


class Version(models.Model):
    """One state of a statement's text. Once frozen it is never altered: another text is another version."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="+")
    """Who wrote in it, or whose amendment was accepted."""
    made = models.DateTimeField(auto_now_add=True)
    frozen_at = models.DateTimeField(null=True, editable=False)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    canonical = models.TextField(blank=True, editable=False)
    """The text whose bytes in UTF-8 have the digest ``sha256``: `hanse.workspace.statements.canonical`."""
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    languages = models.CharField(max_length=200, blank=True, editable=False)
    """Those that were frozen, the authentic one first."""
    absent = models.CharField(max_length=200, blank=True, editable=False)
    """Those that were named but not complete: not part of what is signed."""
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = Versions.as_manager()

    class Meta:
        ordering = ["statement", "number"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "number"], name="one_version_per_number"),
            models.UniqueConstraint(fields=["statement"], condition=Q(frozen_at=None), name="one_draft_at_a_time"),
        ]

    def __str__(self) -> str:
        return _("%(statement)s, version %(number)d") % {"statement": self.statement, "number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("statement-version", args=[self.statement_id, self.number])

    def save(self, *args: Any, **said: Any) -> None:
        """Raises RefusedChange where the text, the digest or the languages of a frozen version would change."""
        before = None if self._state.adding else Version.objects.filter(pk=self.pk).values(*FIXED).first()
        if before and before["frozen_at"] and any(before[name] != getattr(self, name) for name in FIXED):
            raise RefusedChange(_("it is frozen"), where=str(self), do=_("begin a new version"))
        super().save(*args, **said)

    @property
    def frozen(self) -> bool:
        return self.frozen_at is not None

    @property
    def language_codes(self) -> list[str]:
        """Those of the text: of a draft, all that the statement names."""
        return self.languages.split() if self.frozen else self.statement.language_codes

    @property
    def absent_codes(self) -> list[str]:
        return self.absent.split()

    def source(self, language: str) -> str:
        """The file name of its text in a language, among the documents."""
        return f"statement-{self.statement_id}-{self.number}-{language}.txt"

    @property
    def superseded(self) -> bool:
        """Whether a later version was frozen: this one takes no more signatures."""
        return self.statement.versions.exclude(frozen_at=None).filter(number__gt=self.number).exists()

    def stage(self, today: date | None = None) -> Stage:
        """How far it is on a day, without looking at later versions."""
        today = today or timezone.localdate()
        statement = self.statement
        if not self.frozen:
            return Stage.DRAFT
        if self.closed_at or (statement.closes and (whole_day(statement.closes) or date.max) < today):
            return Stage.ROLLING if statement.rolling else Stage.CLOSED
        opens = whole_day(statement.opens) if statement.opens else None
        return Stage.AHEAD if opens and today < opens else Stage.OPEN


FIXED = ("frozen_at", "canonical", "sha256", "languages", "absent", "number", "statement_id")
"""What does not change any more once a version is frozen."""
CARRIERS = {"kind": ActorKind.NETWORK}
