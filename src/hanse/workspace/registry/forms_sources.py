"""Who says so? Forms for an attestation of a record's field, and for a claim about it, with their source."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from hanse.workspace.documents.forms import HANDLING_HELP, Suggestions
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Attestation, Claim, Record, Source
from hanse.workspace.registry.shown import labelled

MEASURES = ["members", "countries", "endorsements", "attendees", "signatories"]
"""Offered, not imposed: what is only ever reported."""


class WithSource(forms.ModelForm):
    """A source that is known, or a new one by its title and address."""

    source = NamedRecord(
        what="sources",
        user=None,
        required=False,
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("Type a word of one that is here."),
    )
    new_title = forms.CharField(required=False, max_length=500, label=gettext_lazy("or a new source: its title"))
    new_publisher = forms.CharField(required=False, max_length=300, label=gettext_lazy("its publisher"))
    new_url = forms.URLField(required=False, max_length=1000, label=gettext_lazy("its address"), assume_scheme="https")
    why = forms.CharField(
        required=False,
        max_length=2000,
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("For the history, if you like."),
    )

    def __init__(self, *args: Any, record: Record, kind: Kind, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.record, self.kind = record, kind
        self.fields["source"].user = user
        self.fields["handling"].initial = record.handling
        self.fields["handling"].help_text = HANDLING_HELP
        self.fields["field"].label = pgettext("record", "About")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("source") and not said.get("new_title") and "source" not in self.errors:
            self.add_error("source", _("Name a source that is here, or give the title of a new one."))
        return said

    def _get_validation_exclusions(self) -> set[str]:
        return super()._get_validation_exclusions() | {"source"}

    def save(self, commit: bool = True) -> Any:
        said, made = self.cleaned_data, self.instance
        made._change_reason = said["why"].strip() or None
        with transaction.atomic():
            made.source = said.get("source") or self._new_source()
            made.save()
        return made

    def _new_source(self) -> Source:
        said = self.cleaned_data
        today = timezone.localdate().isoformat()
        return Source.objects.create(
            title=said["new_title"],
            publisher=said["new_publisher"],
            url=said["new_url"],
            accessed=today if said["new_url"] else "",
            handling=said["handling"],
        )


class AttestationForm(WithSource):
    """A source says that a field of the record has a value; or the record as such; or reports a measure."""

    field = forms.ChoiceField(required=False)
    measure = forms.CharField(
        required=False,
        label=gettext_lazy("Measure"),
        max_length=60,
        widget=Suggestions(MEASURES),
        help_text=gettext_lazy("What it counts, where it reports a number that is no field: members, attendees."),
    )

    class Meta:
        model = Attestation
        fields = ["value", "unit", "on", "quote", "locator", "confidence", "note", "handling"]
        help_texts = {
            "value": gettext_lazy("What this source says, as it says it. Another source may say another: both stay.")
        }
        labels = {"on": pgettext_lazy("column", "Holds for"), "quote": gettext_lazy("Quotation")}
        widgets = {
            "value": forms.TextInput,
            "quote": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 2}),
        }

    field_order = [
        "field",
        "measure",
        "value",
        "unit",
        "on",
        "source",
        "new_title",
        "new_publisher",
        "new_url",
        "quote",
    ]

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        columns = [(field.name, capfirst(labelled(field))) for field in self.kind.fields()]
        self.fields["field"].choices = [("", _("the record as such")), *columns, ("measure", _("a reported measure"))]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("field") == "measure" and not said.get("measure"):
            self.add_error("measure", _("Say what it counts."))
        if said.get("field") and not said.get("value") and "value" not in self.errors:
            self.add_error("value", _("Say which value this source gives."))
        return said

    def save(self, commit: bool = True) -> Attestation:
        said = self.cleaned_data
        self.instance.record = self.record
        self.instance.field = said["measure"].strip() if said["field"] == "measure" else said["field"]
        return super().save(commit)


class ClaimForm(WithSource):
    """An assertion about the record, as its source words it."""

    field = forms.ChoiceField(required=False)

    class Meta:
        model = Claim
        fields = ["wording", "value", "unit", "quote", "locator", "doubt", "note", "handling"]
        labels = {"quote": gettext_lazy("Quotation")}
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in ("wording", "quote", "doubt", "note")}

    field_order = ["wording", "quote", "source", "new_title", "new_publisher", "new_url", "locator", "doubt", "field"]

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        columns = [(field.name, capfirst(labelled(field))) for field in self.kind.fields()]
        self.fields["field"].choices = [("", _("the record as such")), *columns]

    def save(self, commit: bool = True) -> Claim:
        self.instance.subject, self.instance.field = self.record, self.cleaned_data["field"]
        return super().save(commit)
