"""What do people say about campaigns?"""

from __future__ import annotations

import zipfile
from typing import Any

from django import forms
from django.conf import settings

from hanse.tracing.board import OUTCOMES
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.grid import MOVED, Grid
from hanse.workspace.campaigns.judging import SAYS
from hanse.workspace.campaigns.models import Campaign, FindingRecord, Review

KNOWN = "Public: everybody. Internal: whoever signs in. Restricted: the office, and no trace for others."


class CampaignForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ["title", "forum", "handling"]
        help_texts = {
            "title": "What the text is called that is being negotiated.",
            "forum": "Where it is negotiated.",
            "handling": f"Who may know of this campaign; each text has a level of its own. {KNOWN}",
        }


class FolderForm(forms.Form):
    """A campaign folder, packed as a zip."""

    folder = forms.FileField(
        label="Campaign folder as a zip",
        help_text="Drop it anywhere on this page.",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )
    handling = forms.ChoiceField(
        choices=Handling.choices, initial=Handling.INTERNAL, help_text="Who may know of this campaign."
    )

    def clean_folder(self) -> Any:
        given = self.cleaned_data["folder"]
        most = 4 * settings.HANSE_MAX_FILE_BYTES
        if given.size > most:
            raise forms.ValidationError(
                f"This zip has {given.size / 1_000_000:.0f} MB, and {most // 1_000_000} MB are taken at most; "
                "upload its documents one by one."
            )
        if not zipfile.is_zipfile(given):
            raise forms.ValidationError(f"{given.name} is not a zip; pack the campaign's folder as one and drop that.")
        given.seek(0)
        return given


class BoardFilters(forms.Form):
    """Which rows of the board to show."""

    q = forms.CharField(required=False, label="Words in asks", max_length=200)
    outcome = forms.ChoiceField(required=False)
    draft = forms.ChoiceField(required=False, label="Draft")
    moved = forms.ChoiceField(required=False, label="Since last draft")
    actor = forms.ChoiceField(required=False)
    theme = forms.ChoiceField(required=False)
    standing = forms.ChoiceField(required=False, label="Judged")

    def __init__(self, data: Any, *, grid: Grid) -> None:
        super().__init__(data, label_suffix="")
        drafts = [(draft.pk, draft.document.title) for draft in grid.drafts]
        offered = {
            "outcome": [(each, each) for each in OUTCOMES],
            "moved": [(each, each) for each in MOVED],
            "actor": [(each, each) for each in grid.actors()],
            "theme": [(each, each) for each in grid.themes()],
            "standing": list(SAYS.items()),
        }
        for field, choices in offered.items():
            self.fields[field].choices = [("", "any"), *choices]
        self.fields["draft"].choices = [("", "any"), *drafts]

    def wanted(self) -> dict[str, str]:
        """What was chosen; a choice that does not exist chooses nothing."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return {field: value for field, value in self.cleaned_data.items() if value}


class ReviewForm(forms.Form):
    """One reviewer's word on one finding."""

    verdict = forms.ChoiceField(choices=[("confirm", "Confirm"), ("override", "Override")], widget=forms.RadioSelect)
    outcome = forms.ChoiceField(required=False, label="What it is instead", help_text="Only if you override.")
    note = forms.CharField(
        required=False,
        max_length=5000,
        label="Note",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Why, for the next reader.",
    )
    judged = forms.CharField(widget=forms.HiddenInput)
    """The wordings on the page that was judged."""

    def __init__(self, *args: Any, finding: FindingRecord, own: Review | None, **fields: Any) -> None:
        first = {"judged": finding.judged}
        if own:
            first |= {"verdict": own.verdict, "note": own.note}
            first |= {"outcome": own.outcome} if own.verdict == "override" else {}
        super().__init__(*args, initial=first, **fields)
        self.finding = finding
        others = [(each, each) for each in OUTCOMES if each != finding.outcome]
        self.fields["outcome"].choices = [("", "choose an outcome"), *others]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("judged") != self.finding.judged:
            raise forms.ValidationError("The wording has changed since you opened this page; look again, then judge.")
        if said.get("verdict") == "confirm":
            said["outcome"] = self.finding.outcome
        elif said.get("verdict") and not said.get("outcome"):
            self.add_error("outcome", "Say what the outcome is instead.")
        return said
