"""What do people say about documents?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.documents.models import KINDS, Document
from hanse.workspace.documents.templatetags.tongue import handled, kind_of_text, kinds_by_name, tongue

KIND_HELP = _(
    "Choose one, or write your own. Of a paper, report, article, study, thesis or evaluation that is uploaded the "
    "references are read at once; a resolution, declaration, agreement, treaty or charter counts as agreed language."
)


class Suggestions(forms.TextInput):
    """A text field with a list of what is usual."""

    template_name = "documents/suggestions.html"

    def __init__(self, offered: list[str]) -> None:
        super().__init__()
        self.offered = offered

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, {**(attrs or {}), "list": f"{name}-offered"})
        return {**context, "offered": self.offered}


class Kinds(Suggestions):
    """The kinds of text that are known, as the reader calls them."""

    def __init__(self) -> None:
        super().__init__(KINDS)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return {**super().get_context(name, value, attrs), "offered": list(kinds_by_name())}


class KindField(forms.CharField):
    """What sort of text it is: a kind that is known, or another.

    Known kinds are stored in English; they are offered, shown and understood in the reader's language.
    """

    def __init__(self) -> None:
        super().__init__(required=False, max_length=100, label=_("Kind"), help_text=KIND_HELP, widget=Kinds())

    def to_python(self, value: Any) -> str:
        given = super().to_python(value)
        known = dict(zip(KINDS, KINDS, strict=True)) | {name.casefold(): kind for name, kind in kinds_by_name().items()}
        return known.get(given.casefold(), given)

    def prepare_value(self, value: Any) -> Any:
        return next((name for name, kind in kinds_by_name().items() if kind == value), value)


class Several(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class Files(forms.FileField):
    """One file or many."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        if self.required and not any(given):
            raise forms.ValidationError(_("Choose at least one file."))
        return [each for each in given if each]


class UploadForm(forms.Form):
    """Files, and what is true of all of them. The rest can be said later, document by document."""

    files = Files(label=_("Drop files here, or choose them"))
    called = forms.CharField(
        required=False,
        max_length=500,
        label=_("Title"),
        help_text=_(
            "Of one file alone. Where you leave it empty, it is the title that the document gives itself, else the "
            "file’s name; you can correct it afterwards."
        ),
    )
    handling = forms.ChoiceField(choices=Handling.choices, initial=Handling.INTERNAL, label=_("Handling"))
    kind = KindField()
    actor = forms.CharField(
        required=False,
        max_length=300,
        label=_("Who speaks"),
        help_text=_("A city, a state, a body; the same for all these files."),
    )

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        largest = settings.HANSE_MAX_FILE_BYTES // 1_000_000
        said = _("PDF, Word, HTML, text or Markdown; several at once; up to %(n)d MB each.") % {"n": largest}
        self.fields["files"].help_text = said
        self.fields["handling"].help_text = HANDLING_HELP

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("called") and len(said.get("files", [])) > 1:
            self.add_error("called", _("Several files cannot have one title: leave it empty, or upload one alone."))
        return said


HANDLING_HELP = _("Public: everybody. Internal: whoever signs in. Restricted: the office, and no trace for others.")


class DocumentForm(forms.ModelForm):
    """What is said of a document."""

    kind = KindField()

    class Meta:
        model = Document
        fields = ["title", "date", "actor", "symbol", "kind", "handling", "adopted", "parent"]
        labels = {"actor": _("Who speaks"), "adopted": _("Agreed language"), "parent": _("Revises")}
        help_texts = {
            "handling": HANDLING_HELP,
            "actor": _("A city, a state, a body."),
            "symbol": _("An official symbol, as A/RES/73/195."),
            "adopted": _("A text that was adopted."),
            "parent": _("The version before this one, where versions branch."),
        }

    def __init__(self, *args: Any, user: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        others = Document.objects.visible_to(user).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = others.order_by("title")
        self.fields["parent"].empty_label = _("nothing")


class CorrectionForm(forms.Form):
    """A corrected file."""

    file = forms.FileField(label=_("Corrected file"), allow_empty_file=True)


NAMES = {"kind": kind_of_text, "language": tongue, "handling": handled}


class Filters(forms.Form):
    """Which of the documents to list."""

    q = forms.CharField(required=False, label=_("Title, symbol or who speaks"), max_length=200)
    kind = forms.ChoiceField(required=False, label=_("Kind"))
    language = forms.ChoiceField(required=False, label=_("Language"))
    handling = forms.ChoiceField(required=False, label=_("Handling"))
    since = forms.CharField(required=False, label=_("From"), max_length=10)
    until = forms.CharField(required=False, label=_("To"), max_length=10)

    def __init__(self, data: Any, held: Any) -> None:
        super().__init__(data)
        for field in ("kind", "language", "handling"):
            values = sorted(set(held.order_by().values_list(field, flat=True)) - {""})
            self.fields[field].choices = [("", _("any")), *((value, NAMES[field](value)) for value in values)]

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
