"""Which citing passages does a reader want to see?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hanse.workspace.citations.models import StanceKind
from hanse.workspace.citations.models.passages import Function

MOST_SECTIONS = 40
LONGEST_KEY = 40
COLUMNS = {
    "stance": "settled",
    "section": "section",
    "function": "function",
    "document": "document",
    "work": "reference__work",
}
"""Filters that are the value of a column."""


class Filters(forms.Form):
    """Stance, section, function, self-citations, judged or proposed, years of the citing documents.

    ``document`` and ``work`` stand in addresses alone: the document that cites, the work that is cited. Sections are
    offered where ``passages`` are given that have them.
    """

    stance = forms.ChoiceField(required=False, label=_("Stance"), choices=[("", _("any")), *StanceKind.choices])
    section = forms.ChoiceField(required=False, label=_("Section"))
    function = forms.ChoiceField(required=False, label=_("What it is cited for"))
    own = forms.ChoiceField(required=False, label=_("Self-citations"))
    judged = forms.ChoiceField(required=False, label=_("Judged"))
    since = forms.RegexField(r"^\d{4}$", required=False, label=_("Cited from"), max_length=4)
    until = forms.RegexField(r"^\d{4}$", required=False, label=_("Cited to"), max_length=4)
    document = forms.SlugField(required=False, max_length=LONGEST_KEY, widget=forms.HiddenInput)
    work = forms.SlugField(required=False, max_length=LONGEST_KEY, widget=forms.HiddenInput)

    def __init__(self, data: Any, passages: Any = None) -> None:
        super().__init__(data)
        if passages is None:
            del self.fields["section"]
        else:
            sections = passages.order_by("section").values_list("section", flat=True).distinct()[:MOST_SECTIONS]
            self.fields["section"].choices = [("", _("any")), *((each, each) for each in sections if each)]
        self.fields["function"].choices = [("", _("any")), *Function.choices]
        self.fields["own"].choices = [("", _("with them")), ("out", _("without them")), ("in", _("only them"))]
        self.fields["judged"].choices = [
            ("", _("all")),
            ("people", _("judged by people")),
            ("machine", _("proposed only")),
        ]

    def chosen(self, passages: Any) -> Any:
        """The passages that pass; a wrong filter filters nothing."""
        self.is_valid()
        said = {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}
        for name, column in COLUMNS.items():
            if name in said:
                passages = passages.filter(**{column: said[name]})
        if "own" in said:
            passages = passages.filter(own=said["own"] == "in")
        if "judged" in said:
            passages = passages.filter(judged="") if said["judged"] == "machine" else passages.exclude(judged="")
        if "since" in said:
            passages = passages.filter(document__date__gte=said["since"])
        if "until" in said:
            passages = passages.exclude(document__date="").filter(document__date__lt=str(int(said["until"]) + 1))
        return passages

    @property
    def used(self) -> bool:
        return any(self.data.get(name) for name in self.fields)
