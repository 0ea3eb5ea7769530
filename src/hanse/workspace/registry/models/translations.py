"""What does a record say in another language? A field of it as somebody translated it, beside what was translated."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.workspace.languages import called, known
from hanse.workspace.registry.models.about import SaidOfRecords
from hanse.workspace.registry.models.record import Record

CODE = gettext_lazy("its code: en, fr, pt-BR")


class Translation(Record):
    """A field of a record in another language. ``original`` is the text that was translated, word for word: where the
    record says something else by now, the translation is older than the record."""

    called_by = ("text",)

    record_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    record_id = models.CharField(max_length=40)
    record = GenericForeignKey("record_type", "record_id")
    field = models.CharField(pgettext_lazy("column", "field"), max_length=60)
    language = models.CharField(pgettext_lazy("column", "language"), max_length=12, help_text=CODE)
    text = models.TextField(pgettext_lazy("column", "text"))
    of = models.CharField(pgettext_lazy("column", "translated from"), max_length=12, blank=True, help_text=CODE)
    original = models.TextField(pgettext_lazy("column", "what was translated"))

    objects = SaidOfRecords.as_manager()

    class Meta:
        ordering = ["field", "language", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "record_id", "field", "language"],
                condition=models.Q(removed=None),
                name="translated_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.text[:60]} ({called(self.language)})"

    def clean(self) -> None:
        for name in ("language", "of"):
            code = getattr(self, name)
            if code and not known(code):
                raise ValidationError({name: _("“%s” is no code of a language: write one as fr or pt-BR.") % code[:20]})
