"""What do people fill in? One form for every kind, built from its columns, with the reason for the change."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.documents.forms import HANDLING_HELP
from hanse.workspace.registry.fields import CountryName, NamedRecord, what
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.shown import labelled

FIXED = {"record_type", "record_id", "subject_type", "subject_id"}
"""What an attestation or a claim is about is said by where it is made, and stays."""
WHY = gettext_lazy("For the history: its next reader will be glad of a reason.")


class RecordForm(forms.ModelForm):
    """The form of a kind. ``instance`` is a record of that kind, new or not."""

    why = forms.CharField(required=False, max_length=2000, label=gettext_lazy("Why"), help_text=WHY)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The last entry of the history when the form was opened: nobody overwrites unknowingly what another changed."""

    def __init__(self, *args: Any, kind: Kind, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.kind, self.user = kind, user
        self.initial["seen"] = self._last()
        for name, field in self.fields.items():
            if isinstance(field, NamedRecord):
                field.user = user
                if held := getattr(self.instance, f"{name}_id", None):
                    self.initial[name] = field.prepare_value(held)
        if "kind" in self.fields and kind.only:
            allowed = {value for _, values in kind.only for value in values}
            self.fields["kind"].choices = [each for each in self.fields["kind"].choices if each[0] in allowed | {""}]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("seen") and said["seen"] != self._last():
            self.data = {**self.data.dict(), "seen": self._last()}
            raise forms.ValidationError(
                _(
                    "Somebody changed this record since you opened the form. Look at its history; to save yours over "
                    "it, save again."
                )
            )
        return said

    def _last(self) -> str:
        if self.instance._state.adding:
            return ""
        return str(self.instance.history.order_by("-history_id").values_list("history_id", flat=True).first() or "")

    def save(self, commit: bool = True) -> Any:
        self.instance._change_reason = self.cleaned_data["why"].strip() or None
        return super().save(commit)


def record_form(kind: Kind, user: Any, data: Any, instance: Any, **said: Any) -> RecordForm:
    """The form of a kind, for a record of it."""
    model = kind.model
    documents = tuple(
        field.name
        for field in model._meta.fields
        if field.is_relation and field.related_model._meta.model_name == "document"
    )
    columns = [name for name in (*kind.columns, *documents) if name not in FIXED]
    columns = [name for name in columns if model._meta.get_field(name).editable]
    for name, value in kind.only:
        if "__" not in name and instance._state.adding:
            setattr(instance, name, value)

    def formfield(field: models.Field, **more: Any) -> forms.Field:
        if isinstance(field, models.ForeignKey):
            given = {"label": capfirst(labelled(field)), "required": not field.blank, "help_text": field.help_text}
            return NamedRecord(what=what(field), user=user, **given)
        if field.name == "country":
            help_text = _("by its name, or its ISO 3166-1 code, as MAR")
            return CountryName(label=_("Country"), required=not field.blank, help_text=help_text)
        if isinstance(field, models.URLField):
            more["assume_scheme"] = "https"
        made = field.formfield(**{"label": capfirst(labelled(field)), **more})
        if isinstance(made.widget, forms.Textarea):
            made.widget.attrs["rows"] = 3
        return made

    form = forms.modelform_factory(
        model,
        form=RecordForm,
        fields=[*dict.fromkeys([*columns, "note", "handling"])],
        formfield_callback=formfield,
        help_texts={"handling": HANDLING_HELP},
    )
    form.base_fields["handling"].help_text = HANDLING_HELP
    return form(data, kind=kind, user=user, instance=instance, **said)
