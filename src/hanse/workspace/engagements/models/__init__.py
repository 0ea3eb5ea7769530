"""What is kept of dialogues, visits, delegations, briefings, trainings: who met whom, and what follows from it?"""

from hanse.workspace.engagements.models.calendars import CalendarDraft
from hanse.workspace.engagements.models.engagements import (
    LONGEST_TEXT,
    Engagement,
    EngagementKind,
    EngagementParticipant,
    Side,
)
from hanse.workspace.engagements.models.following import FollowUp
from hanse.workspace.engagements.models.funding import Application, Asked, FundingCall, Instalment, ReportDue
from hanse.workspace.engagements.models.submissions import Channel, Official, Published, Submission

__all__ = [
    "LONGEST_TEXT",
    "Application",
    "Asked",
    "CalendarDraft",
    "Channel",
    "Engagement",
    "EngagementKind",
    "EngagementParticipant",
    "FollowUp",
    "FundingCall",
    "Instalment",
    "Official",
    "Published",
    "ReportDue",
    "Side",
    "Submission",
]
