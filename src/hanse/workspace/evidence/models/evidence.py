"""What was said elsewhere about a claim? A passage, exactly as it stands, and what it is held to do to the claim."""

from __future__ import annotations

import hashlib
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hanse.workspace.accounts.rights import Handling, sight
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.quoting import placed
from hanse.workspace.registry.models import Claim, EdtfField, Record, Records, Source

LONGEST_QUOTE = 10_000
"""Characters of a quotation, at most."""


class Stance(models.TextChoices):
    """What a passage does to a claim."""

    SUPPORTS = "supports", pgettext_lazy("evidence", "supports")
    CONTRASTS = "contrasts", pgettext_lazy("evidence", "contrasts")
    MENTIONS = "mentions", pgettext_lazy("evidence", "mentions")
    UNSURE = "unsure", pgettext_lazy("evidence", "unsure")


class FoundBy(models.TextChoices):
    PERSON = "person", pgettext_lazy("evidence found by", "a person")
    RULE = "rule", pgettext_lazy("evidence found by", "a rule")
    AUDIT = "audit", pgettext_lazy("evidence found by", "an audit of words")
    CITATION = "citation", pgettext_lazy("evidence found by", "a citation")


class Digest(models.CharField):
    """What a piece of evidence is known by: `known_by`. One whose text was deleted keeps what it was known by."""

    def pre_save(self, evidence: Any, add: bool) -> str:
        if isinstance(evidence, Evidence) and not evidence.gone:
            setattr(evidence, self.attname, known_by(evidence))
        return super().pre_save(evidence, add)


class Title(models.CharField):
    """The title of what a passage was taken from, kept when it was written down: it outlives that."""

    def pre_save(self, evidence: Any, add: bool) -> str:
        origin = isinstance(evidence, Evidence) and (evidence.document or evidence.source)
        if origin and not getattr(evidence, self.attname):
            setattr(evidence, self.attname, origin.title)
        return super().pre_save(evidence, add)


class EvidenceRecords(Records):
    def visible_to(self, user: Any) -> Self:
        """With the claim, and with the texts that it was taken from: as those are handled, removed or not."""
        return self.of_seen(Claim.objects.visible_to(user).order_by().values("pk"), user)

    def of_seen(self, claims: Any, user: Any) -> Self:
        """The evidence of claims that the user is known to see. What it was taken from may be removed since."""
        return super().visible_to(user).filter(self._of_texts_seen(user), claim__in=claims)

    def _of_texts_seen(self, user: Any) -> Q:
        seen = Q()
        for way in ("source__", "document__"):
            seen &= Q(**{f"{way}pk": None}) | sight(self.model, user, way)
        return seen


class Evidence(Record):
    """A passage about a claim. ``stance`` is what was proposed; what it is held to be, people's judgements say.

    It outlives what it was taken from: with its quotation, the title, and the digest of the bytes that were quoted.
    """

    ties = ("claim", "claim__source")
    called_by = ("source_title",)

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="evidence", verbose_name=_("claim"))
    stance = models.CharField(
        _("stance"),
        max_length=10,
        choices=Stance.choices,
        default=Stance.UNSURE,
        help_text=_("what it is proposed to do to the claim, until people have judged it"),
    )
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence", verbose_name=_("source")
    )
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.SET_NULL, related_name="evidence", verbose_name=_("document")
    )
    passage = models.TextField(_("passage"), blank=True, editable=False)
    """Its id within the document."""
    quote = models.TextField(
        _("quotation"), validators=[MaxLengthValidator(LONGEST_QUOTE)], help_text=_("the passage, word for word")
    )
    prefix = models.TextField(blank=True, editable=False)
    suffix = models.TextField(blank=True, editable=False)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    """Of the document's bytes when it was quoted."""
    source_title = Title(_("title of the source"), max_length=500, blank=True)
    gone = models.DateTimeField(null=True, editable=False)
    """When the document or source was deleted for good."""
    value = models.CharField(
        _("value"), max_length=200, blank=True, help_text=_("what it states instead, where the claim has a value: 50")
    )
    unit = models.CharField(_("unit"), max_length=200, blank=True, help_text=_("what is counted: cities, votes"))
    locator = models.CharField(_("locator"), max_length=200, blank=True, help_text=_("page or paragraph"))
    date = EdtfField(_("date"), help_text=_("the day for which it is said to hold"))
    repeats = models.BooleanField(
        _("it repeats the claim's own source"), default=False, help_text=_("then it is no independent support")
    )
    found_by = models.CharField(_("found by"), max_length=10, choices=FoundBy.choices, default=FoundBy.PERSON)
    confidence = models.FloatField(
        _("confidence"),
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(0.0), MaxValueValidator(1.0)],
    )
    cues = models.JSONField(default=list, blank=True, editable=False)
    """What decided the stance that was proposed: words, or what a rule says of them."""
    digest = Digest(max_length=64, db_index=True, editable=False)

    objects = EvidenceRecords.as_manager()

    class Meta:
        ordering = ["made", "id"]
        indexes = [models.Index(fields=["claim", "removed", "stance"], name="evidence_of_claim")]

    def __str__(self) -> str:
        return self.source_title or self.quote[:80]

    def clean(self) -> None:
        super().clean()
        self.handle_as_its_text()
        if not (self.document_id or self.source_id or self.source_title):
            raise ValidationError(_("Say where the passage stands: a document of the office, or a source."))
        if self.document_id and not self.gone:
            self._stand_in_document()
        again = Evidence.objects.standing().filter(digest=known_by(self)).exclude(pk=self.pk)
        if again.exists():
            raise ValidationError({"quote": _("This passage is evidence of the claim already.")})

    def handle_as_its_text(self) -> None:
        """What is quoted from a source is seen by no more people than the text of that source, whoever writes it down:
        a form, a machine, or a sheet, whose rows are not saved one by one."""
        held = self.source.document if self.source_id else None
        if held is not None:
            self.handling = strictest(self.handling, held.handling)

    def _stand_in_document(self) -> None:
        """Where a quotation is corrected, find the passage that it stands in: nobody quotes what is not there."""
        before = Evidence.objects.filter(pk=self.pk).values_list("quote", "document").first()
        if before == (self.quote, self.document_id):
            return
        place = placed(self.quote, self.document.passages.all())
        if place is None and before is None:
            return
        if place is None:
            told = _("These words stand in no passage of “%(title)s”; copy them from its page.")
            raise ValidationError({"quote": told % {"title": self.document}})
        self.passage, self.quote, self.sha256 = place.passage.pid, place.words, self.document.sha256


def strictest(*levels: str) -> str:
    """Of several handling levels, the one that the fewest people see."""
    return max(levels, key=lambda level: list(Handling).index(Handling(level)))


def known_by(evidence: Evidence) -> str:
    """The same for the same words of the same passage about the same claim."""
    place = f"document {evidence.document_id}" if evidence.document_id else f"source {evidence.source_id}"
    said = (evidence.claim_id, place, evidence.passage, " ".join(evidence.quote.split()))
    return hashlib.sha256("\n".join(said).encode()).hexdigest()
