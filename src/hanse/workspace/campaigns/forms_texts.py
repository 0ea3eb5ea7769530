"""Which texts does a campaign take, and as what?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.campaigns.models import Campaign, CampaignDocument
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.documents.forms import HANDLING_HELP, Files
from hanse.workspace.documents.models import Document

ROLE_HELP = _(
    "Draft: a version of the text under negotiation. Record: agreed language, earlier texts, others’ proposals. "
    "Statement: what cities ask for."
)


class TakeForm(forms.Form):
    """Documents that the office has already."""

    documents = forms.ModelMultipleChoiceField(queryset=Document.objects.none(), label=_("Documents"))
    role = forms.ChoiceField(choices=As.choices, label=pgettext_lazy("role of a text", "As"), help_text=ROLE_HELP)
    parent = forms.ModelChoiceField(
        queryset=CampaignDocument.objects.none(),
        required=False,
        label=_("Revises"),
        empty_label=_("the draft before it"),
        help_text=_("For a draft, where versions branch."),
    )

    def __init__(self, *args: Any, campaign: Campaign, user: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        inside = campaign.in_reading_order(user)
        self.fields["documents"].queryset = (
            Document.objects.visible_to(user).exclude(pk__in=inside.values("document")).order_by("title", "pk")
        )
        self.fields["documents"].widget.attrs["size"] = 8
        self.fields["parent"].queryset = inside.filter(role=As.DRAFT)


class BringForm(forms.Form):
    """Files that become documents, and texts of the campaign at once."""

    files = Files(
        label=_("Files"),
        help_text=_(
            "Drop them anywhere on this page. Begin a draft’s name with its date: “2031-03-02 Zero draft.docx”."
        ),
    )
    role = forms.ChoiceField(choices=As.choices, label=pgettext_lazy("role of a text", "As"), help_text=ROLE_HELP)
    handling = forms.ChoiceField(
        choices=Handling.choices, initial=Handling.INTERNAL, label=_("Handling"), help_text=HANDLING_HELP
    )
    actor = forms.CharField(
        required=False, max_length=300, label=_("Who speaks"), help_text=_("A city, a state, a body.")
    )
