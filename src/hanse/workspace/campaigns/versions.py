"""Which texts are versions of one? The drafts of a campaign."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from hanse.workspace.campaigns.models import Campaign, CampaignDocument
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.versions import versions_wanted


@receiver(versions_wanted)
def drafts(sender: Any, document: Document, user: Any, **_: Any) -> set[str]:
    """Keys of all drafts of the campaigns, among those that the user sees, in which a document is a draft."""
    seen = CampaignDocument.objects.visible_to(user).filter(
        role=As.DRAFT, campaign__in=Campaign.objects.visible_to(user)
    )
    campaigns = seen.filter(document=document).values("campaign")
    return set(seen.filter(campaign__in=campaigns).values_list("document_id", flat=True))
