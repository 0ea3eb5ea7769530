"""What do people say about documents?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.documents.models import KINDS, Document
from hanse.workspace.documents.templatetags.tongue import tongue


class Suggestions(forms.TextInput):
    """A text field with a list of what is usual."""

    template_name = "documents/suggestions.html"

    def __init__(self, offered: list[str]) -> None:
        super().__init__()
        self.offered = offered

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, {**(attrs or {}), "list": f"{name}-offered"})
        return {**context, "offered": self.offered}


class Several(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class Files(forms.FileField):
    """One file or many."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        if self.required and not any(given):
            raise forms.ValidationError("Choose at least one file.")
        return [each for each in given if each]


class UploadForm(forms.Form):
    """Files, and what is true of all of them. The rest can be said later, document by document."""

    files = Files(label="Drop files here, or choose them")
    handling = forms.ChoiceField(choices=Handling.choices, initial=Handling.INTERNAL)
    kind = forms.CharField(required=False, max_length=100, widget=Suggestions(KINDS))
    actor = forms.CharField(
        required=False,
        max_length=300,
        label="Who speaks",
        help_text="A city, a state, a body; the same for all these files.",
    )

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        largest = settings.HANSE_MAX_FILE_BYTES // 1_000_000
        self.fields["files"].help_text = f"PDF, Word, HTML, text or Markdown; several at once; up to {largest} MB each."
        self.fields["handling"].help_text = HANDLING_HELP


HANDLING_HELP = "Public: everybody. Internal: whoever signs in. Restricted: the office, and no trace for others."


class DocumentForm(forms.ModelForm):
    """What is said of a document."""

    class Meta:
        model = Document
        fields = ["title", "date", "actor", "symbol", "kind", "handling", "adopted", "parent"]
        labels = {"actor": "Who speaks", "adopted": "Agreed language", "parent": "Revises"}
        help_texts = {
            "handling": HANDLING_HELP,
            "actor": "A city, a state, a body.",
            "symbol": "An official symbol, as A/RES/73/195.",
            "adopted": "A text that was adopted.",
            "parent": "The version before this one, where versions branch.",
        }
        widgets = {"kind": Suggestions(KINDS)}

    def __init__(self, *args: Any, user: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        others = Document.objects.visible_to(user).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = others.order_by("title")
        self.fields["parent"].empty_label = "nothing"


class CorrectionForm(forms.Form):
    """A corrected file."""

    file = forms.FileField(label="Corrected file", allow_empty_file=True)


class Filters(forms.Form):
    """Which of the documents to list."""

    q = forms.CharField(required=False, label="Title, symbol or who speaks", max_length=200)
    kind = forms.ChoiceField(required=False)
    language = forms.ChoiceField(required=False)
    handling = forms.ChoiceField(required=False)
    since = forms.CharField(required=False, label="From", max_length=10)
    until = forms.CharField(required=False, label="To", max_length=10)

    def __init__(self, data: Any, held: Any) -> None:
        super().__init__(data)
        for field in ("kind", "language", "handling"):
            values = sorted(set(held.order_by().values_list(field, flat=True)) - {""})
            name = tongue if field == "language" else str
            self.fields[field].choices = [("", "any"), *((value, name(value)) for value in values)]

    def chosen(self, held: Any) -> Any:
        """The documents that pass; a wrong filter filters nothing."""
        self.is_valid()
        said = {field: value for field, value in getattr(self, "cleaned_data", {}).items() if value}
        for field in ("kind", "language", "handling"):
            if field in said:
                held = held.filter(**{field: said[field]})
        if "q" in said:
            words = said["q"]
            held = held.filter(Q(title__icontains=words) | Q(actor__icontains=words) | Q(symbol__icontains=words))
        if "since" in said:
            held = held.filter(date__gte=said["since"])
        if "until" in said:
            held = held.exclude(date="").filter(Q(date__lte=said["until"]) | Q(date__startswith=said["until"]))
        return held
