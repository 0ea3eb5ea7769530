"""What does a campaign keep? The campaign, its texts, asks, findings, reviews, positions and dates."""

from hanse.workspace.campaigns.models.asks import AskRecord
from hanse.workspace.campaigns.models.campaign import Campaign
from hanse.workspace.campaigns.models.dates import Deadline
from hanse.workspace.campaigns.models.findings import FindingRecord, TraceRun
from hanse.workspace.campaigns.models.positions import Position
from hanse.workspace.campaigns.models.reviews import Review
from hanse.workspace.campaigns.models.texts import CampaignDocument

__all__ = [
    "AskRecord",
    "Campaign",
    "CampaignDocument",
    "Deadline",
    "FindingRecord",
    "Position",
    "Review",
    "TraceRun",
]
