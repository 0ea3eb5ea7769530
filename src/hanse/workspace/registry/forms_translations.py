"""What does a record say in another language? A form with a field for each of its texts, beside the original."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from hanse.workspace.languages import Language
from hanse.workspace.readable import Words
from hanse.workspace.registry.models import Record, Translation
from hanse.workspace.registry.shown import labelled
from hanse.workspace.registry.translated import content

LONGEST = 100_000
"""Letters of a text whose field sets no limit."""


class TranslationForm(forms.Form):
    """The texts of a record in one language; what is left empty is not translated."""

    def __init__(self, *args: Any, record: Record, language: str, **said: Any) -> None:
        super().__init__(*args, **said)
        self.record, self.language = record, language
        self.kind = ContentType.objects.get_for_model(record)
        about = {"record_type": self.kind, "record_id": record.pk, "language": language}
        self.held = {each.field: each for each in Translation.objects.standing().filter(**about)}
        of = next((each.of for each in self.held.values() if each.of), "")
        self.fields["of"] = forms.ChoiceField(
            required=False,
            label=_("The record is written in"),
            choices=[("", _("not told")), *(each for each in Language.choices if each[0] != language)],
            initial=of,
        )
        for field in content(record):
            if written := getattr(record, field.name):
                self.fields[f"text-{field.name}"] = self._asked(field, written)

    def _asked(self, field: models.Field, written: str) -> forms.Field:
        long = isinstance(field, models.TextField) or len(written) > 120
        widget = forms.Textarea(attrs={"rows": min(12, 2 + len(written) // 80)}) if long else forms.TextInput()
        widget.attrs |= {"lang": self.language, "dir": "auto"}
        held = self.held.get(field.name)
        asked = Words(
            required=False,
            label=capfirst(labelled(field)),
            longest=getattr(field, "max_length", None) or LONGEST,
            initial=held.text if held else "",
            widget=widget,
        )
        asked.source, asked.stale = written, held is not None and held.original != written
        return asked

    def texts(self) -> list[forms.BoundField]:
        """The fields that stand beside an original."""
        return [each for each in self if each.name != "of"]

    def save(self) -> int:
        """Write what was typed, remove what was emptied; how many texts there are now."""
        kept = 0
        with transaction.atomic():
            for name in [each.removeprefix("text-") for each in self.fields if each.startswith("text-")]:
                kept += self._save(name, self.cleaned_data[f"text-{name}"].strip())
        return kept

    def _save(self, name: str, text: str) -> bool:
        held, written = self.held.get(name), getattr(self.record, name)
        if not text:
            if held:
                held.remove()
            return False
        said = {"text": text, "of": self.cleaned_data["of"], "original": written}
        if held and all(getattr(held, each) == value for each, value in said.items()):
            return True
        made = held or Translation(record=self.record, field=name, language=self.language)
        for each, value in (said | {"handling": self.record.handling}).items():
            setattr(made, each, value)
        made.full_clean(exclude=["record_type", "record_id"])
        made.save()
        return True
