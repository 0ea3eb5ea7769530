"""What does a version say? Its paragraphs in their order, each in every language."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from simple_history.models import HistoricalRecords

from hanse.errors import RefusedChange
from hanse.workspace.keys import key
from hanse.workspace.statements.models.statements import Version


class ParagraphKind(models.TextChoices):
    TITLE = "title", gettext_lazy("Title")
    HEADING = "heading", gettext_lazy("Heading")
    PREAMBULAR = "preambular", gettext_lazy("Preambular paragraph")
    OPERATIVE = "operative", gettext_lazy("Operative paragraph")


KIND_LABELS = dict(ParagraphKind.choices)


class Paragraphs(models.QuerySet["Paragraph"]):
    """No way around the guard: what writes many at once refuses as well."""

    def standing(self) -> Paragraphs:
        return self.filter(removed=None)

    def update(self, **values: Any) -> int:
        self._refuse_frozen()
        return super().update(**values)

    def delete(self) -> Any:
        self._refuse_frozen()
        return super().delete()

    def bulk_create(self, objs: Any, *args: Any, **said: Any) -> Any:
        objs = list(objs)
        _refuse(Version.objects.filter(pk__in={each.version_id for each in objs}))
        return super().bulk_create(objs, *args, **said)

    def _refuse_frozen(self) -> None:
        _refuse(Version.objects.filter(pk__in=self.order_by().values("version")))


def _refuse(versions: Any) -> None:
    frozen = versions.exclude(frozen_at=None).first()
    if frozen is not None:
        raise RefusedChange(_("it is frozen"), where=str(frozen), do=_("begin a new version"))


class Paragraph(models.Model):
    """One paragraph. ``texts`` are its wordings by language; ``of`` is, by language, the digest of the authentic
    wording that a translation was made of."""

    id = models.CharField(primary_key=True, max_length=12, default=key, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="paragraphs")
    place = models.PositiveIntegerField()
    number = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=10, choices=ParagraphKind.choices, default=ParagraphKind.OPERATIVE)
    texts = models.JSONField(default=dict)
    of = models.JSONField(default=dict)
    removed = models.DateTimeField(null=True, editable=False)
    history = HistoricalRecords()

    objects = Paragraphs.as_manager()

    class Meta:
        ordering = ["place", "id"]
        indexes = [models.Index(fields=["version", "place"])]

    def __str__(self) -> str:
        return self.number or str(self.get_kind_display())

    def save(self, *args: Any, **said: Any) -> None:
        """Raises RefusedChange where its version is frozen."""
        _refuse(Version.objects.filter(pk=self.version_id))
        super().save(*args, **said)

    def delete(self, *args: Any, **said: Any) -> Any:
        _refuse(Version.objects.filter(pk=self.version_id))
        return super().delete(*args, **said)

    def said(self, language: str) -> str:
        """Its wording in a language; "" where there is none."""
        return str(self.texts.get(language, ""))
