"""What does the office hold? Documents, their Passages, the furniture of their pages, and files on their way in."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from simple_history.models import HistoricalRecords

from hanse.text import document as text
from hanse.workspace.accounts.rights import Handled, Handling, Right, may
from hanse.workspace.documents.dates import validate_edtf
from hanse.workspace.jobs.models import Job
from hanse.workspace.keys import key

KINDS = [
    gettext_noop("draft"),
    gettext_noop("proposal"),
    gettext_noop("statement"),
    gettext_noop("letter"),
    gettext_noop("resolution"),
    gettext_noop("declaration"),
    gettext_noop("agreement"),
    gettext_noop("treaty"),
    gettext_noop("charter"),
    gettext_noop("report"),
    gettext_noop("paper"),
    gettext_noop("working paper"),
    gettext_noop("article"),
    gettext_noop("study"),
    gettext_noop("evaluation"),
    gettext_noop("thesis"),
]
"""Offered, not imposed; stored in English, shown in the language of the page."""


class Documents(Handled):
    """Every view starts with ``Document.objects.visible_to(user)``: handling obeyed, removed ones left out."""

    def visible_to(self, user: Any) -> Documents:
        return super().visible_to(user).filter(removed=None)

    def removed_for(self, user: Any) -> Documents:
        """What was removed and this user may bring back."""
        known = super().visible_to(user) if may(user, Right.EDIT) else self.none()
        return known.exclude(removed=None)


class Document(models.Model):
    """One state of a text. Its file is kept in the data directory under the digest of its bytes."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    title = models.CharField(_("title"), max_length=500)
    date = models.CharField(
        _("date"), max_length=40, blank=True, validators=[validate_edtf], help_text=_("2018-07-11, 2018-07 or 2018")
    )
    actor = models.CharField(_("actor"), max_length=300, blank=True, help_text=_("who speaks: a city, a state, a body"))
    symbol = models.CharField(
        _("symbol"), max_length=100, blank=True, help_text=_("an official symbol, as A/RES/73/195")
    )
    symbol_key = models.CharField(max_length=100, blank=True, editable=False, db_index=True)
    kind = models.CharField(_("kind"), max_length=100, blank=True)
    adopted = models.BooleanField(_("adopted"), default=False, help_text=_("agreed language: a text that was adopted"))
    handling = models.CharField(_("handling"), max_length=12, choices=Handling.choices, default=Handling.INTERNAL)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="revisions",
        verbose_name=_("parent"),
    )
    """The version that this one revises, where versions branch."""
    language = models.CharField(_("language"), max_length=20, default="und")
    source = models.CharField(_("source"), max_length=300, blank=True)
    """The file's name."""
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    warnings = models.JSONField(_("warnings"), default=list)
    words = models.PositiveIntegerField(default=0)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="documents")
    added = models.DateTimeField(auto_now_add=True)
    removed = models.DateTimeField(null=True, editable=False)

    objects = Documents.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-added", "id"]
        verbose_name, verbose_name_plural = _("document"), _("documents")

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **fields: Any) -> None:
        self.symbol_key = symbol_key(self.symbol)
        super().save(*args, **fields)

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk])

    @property
    def file(self) -> Path:
        """Where the file's bytes are kept."""
        return stored(self.sha256)

    def remove(self) -> None:
        """Take out of sight; can be undone."""
        self.removed = timezone.now()
        self.save()

    def restore(self) -> None:
        self.removed = None
        self.save()

    def as_text(self, id: str = "") -> text.Document:
        """The library's Document, as it was read: what tracing takes. ``id`` takes the place of its key."""
        blocks: list[tuple[int, text.Passage | text.Furniture]] = []
        blocks += [(each.order, each.as_text()) for each in self.passages.all()]
        blocks += [(each.order, each.as_text()) for each in self.furniture.all()]
        return text.Document(
            id=id or self.id,
            content=tuple(block for _, block in sorted(blocks, key=lambda pair: pair[0])),
            title=self.title,
            date=self.date or None,
            language=self.language,
            actor=self.actor,
            symbol=self.symbol,
            kind=self.kind,
            adopted=self.adopted,
            handling=self.handling,
            parent=self.parent_id,
            source=self.source,
            sha256=self.sha256,
            warnings=tuple(self.warnings),
        )


class Passages(Handled):
    handling = "document__handling"

    def visible_to(self, user: Any) -> Passages:
        return super().visible_to(user).filter(document__removed=None)


class Passage(models.Model):
    """One numbered paragraph, clause, item or heading; ``pid`` is its id within the document."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="passages")
    order = models.PositiveIntegerField()
    pid = models.TextField()
    anchor = models.TextField()
    """What it is called in an address: its number, or where that is missing or taken, its ``pid``."""
    number = models.TextField(blank=True)
    label = models.TextField(blank=True)
    text = models.TextField()
    kind = models.CharField(max_length=12, default="paragraph")
    status = models.CharField(max_length=20, default="open")
    part = models.CharField(max_length=12, blank=True)
    page = models.PositiveIntegerField(null=True)
    level = models.PositiveSmallIntegerField(default=0)
    chapeau = models.TextField(null=True)
    headings = models.JSONField(default=list)
    proposals = models.JSONField(default=list)

    objects = Passages.as_manager()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["document", "pid"], name="one_passage_per_id")]

    def get_absolute_url(self) -> str:
        return f"{self.document.get_absolute_url()}#{quote(self.anchor, safe='()')}"

    def __str__(self) -> str:
        return f"{self.number} {self.text[:60]}".strip()

    def as_text(self) -> text.Passage:
        """The library's Passage."""
        return text.Passage(
            id=self.pid,
            text=self.text,
            number=self.number,
            label=self.label,
            kind=self.kind,
            status=self.status,
            part=self.part,
            page=self.page,
            level=self.level,
            chapeau=self.chapeau,
            headings=tuple(self.headings),
            proposals=tuple(text.Proposal(**{**each, "span": tuple(each["span"])}) for each in self.proposals),
        )


class Furniture(models.Model):
    """Words of the page that are not words of the text."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="furniture")
    order = models.PositiveIntegerField()
    text = models.TextField()
    kind = models.CharField(max_length=20, default="other")
    page = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["order"]

    def as_text(self) -> text.Furniture:
        return text.Furniture(text=self.text, kind=self.kind, page=self.page)


class Upload(models.Model):
    """A file on its way in. It becomes a Document, or is refused with a sentence; never something between."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, blank=True)
    document = models.ForeignKey(Document, null=True, on_delete=models.SET_NULL, related_name="uploads")
    refused = models.TextField(blank=True)
    """The sentence that says why."""

    class Meta:
        ordering = ["pk"]

    @property
    def settled(self) -> bool:
        return bool(self.refused or self.document_id)


def stored(sha256: str) -> Path:
    """Where a file of these bytes is kept."""
    return settings.HANSE_HOME / "files" / sha256[:2] / sha256


def symbol_key(symbol: str) -> str:
    """A symbol as it is looked up: no spaces, one case."""
    return "".join(symbol.split()).casefold()
