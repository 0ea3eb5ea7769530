"""What do people say about campaigns?"""

from __future__ import annotations

import zipfile
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import number_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hanse.reports import phrases
from hanse.tracing.board import OUTCOMES
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.grid import MOVED, Grid
from hanse.workspace.campaigns.judging import SAYS
from hanse.workspace.campaigns.models import Campaign, FindingRecord, Review

KNOWN = gettext_lazy("Public: everybody. Internal: whoever signs in. Restricted: the office, and no trace for others.")


class CampaignForm(forms.ModelForm):
    class Meta:
        model = Campaign
        fields = ["title", "forum", "handling"]
        labels = {
            "title": gettext_lazy("Title"),
            "forum": gettext_lazy("Forum"),
            "handling": gettext_lazy("Handling"),
        }
        help_texts = {
            "title": gettext_lazy("What the text is called that is being negotiated."),
            "forum": gettext_lazy("Where it is negotiated."),
            "handling": format_lazy(
                "{} {}", gettext_lazy("Who may know of this campaign; each text has a level of its own."), KNOWN
            ),
        }


class FolderForm(forms.Form):
    """A campaign folder, packed as a zip."""

    folder = forms.FileField(
        label=gettext_lazy("Campaign folder as a zip"),
        help_text=gettext_lazy("Drop it anywhere on this page."),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )
    handling = forms.ChoiceField(
        choices=Handling.choices,
        initial=Handling.INTERNAL,
        label=gettext_lazy("Handling"),
        help_text=gettext_lazy("Who may know of this campaign."),
    )

    def clean_folder(self) -> Any:
        given = self.cleaned_data["folder"]
        most = 4 * settings.HANSE_MAX_FILE_BYTES
        if given.size > most:
            wrong = _("This zip has %(size)s MB, and %(most)s MB are taken at most; upload its documents one by one.")
            size = {"size": number_format(round(given.size / 1_000_000)), "most": number_format(most // 1_000_000)}
            raise forms.ValidationError(wrong % size)
        if not zipfile.is_zipfile(given):
            wrong = _("%(name)s is not a zip; pack the campaign's folder as one and drop that.")
            raise forms.ValidationError(wrong % {"name": given.name})
        given.seek(0)
        return given


class BoardFilters(forms.Form):
    """Which rows of the board to show."""

    q = forms.CharField(required=False, label=gettext_lazy("Words in asks"), max_length=200)
    outcome = forms.ChoiceField(required=False, label=gettext_lazy("Outcome"))
    draft = forms.ChoiceField(required=False, label=pgettext_lazy("noun", "Draft"))
    moved = forms.ChoiceField(required=False, label=gettext_lazy("Since last draft"))
    actor = forms.ChoiceField(required=False, label=gettext_lazy("Actor"))
    theme = forms.ChoiceField(required=False, label=gettext_lazy("Theme"))
    standing = forms.ChoiceField(required=False, label=pgettext_lazy("finding", "Judged"))

    def __init__(self, data: Any, *, grid: Grid) -> None:
        super().__init__(data, label_suffix="")
        drafts = [(draft.pk, draft.document.title) for draft in grid.drafts]
        offered = {
            "outcome": [(each, phrases.OUTCOME[each]) for each in OUTCOMES],
            "moved": [(each, phrases.MOVED[each]) for each in MOVED],
            "actor": [(each, each) for each in grid.actors()],
            "theme": [(each, each) for each in grid.themes()],
            "standing": list(SAYS.items()),
        }
        for field, choices in offered.items():
            self.fields[field].choices = [("", _("any")), *choices]
        self.fields["draft"].choices = [("", _("any")), *drafts]

    def wanted(self) -> dict[str, str]:
        """What was chosen; a choice that does not exist chooses nothing."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return {field: value for field, value in self.cleaned_data.items() if value}


class ReviewForm(forms.Form):
    """One reviewer's word on one finding."""

    verdict = forms.ChoiceField(
        choices=[("confirm", pgettext_lazy("finding", "Confirm")), ("override", pgettext_lazy("finding", "Override"))],
        label=gettext_lazy("Verdict"),
        widget=forms.RadioSelect,
    )
    outcome = forms.ChoiceField(
        required=False,
        label=gettext_lazy("What it is instead"),
        help_text=gettext_lazy("Only if you override."),
    )
    note = forms.CharField(
        required=False,
        max_length=5000,
        label=pgettext_lazy("noun", "Note"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Why, for the next reader."),
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
        others = [(each, phrases.OUTCOME[each]) for each in OUTCOMES if each != finding.outcome]
        self.fields["outcome"].choices = [("", _("choose an outcome")), *others]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("judged") != self.finding.judged:
            raise forms.ValidationError(
                _("The wording has changed since you opened this page; look again, then judge.")
            )
        if said.get("verdict") == "confirm":
            said["outcome"] = self.finding.outcome
        elif said.get("verdict") and not said.get("outcome"):
            self.add_error("outcome", _("Say what the outcome is instead."))
        return said
