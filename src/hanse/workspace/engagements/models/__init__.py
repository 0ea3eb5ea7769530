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

__all__ = [
    "LONGEST_TEXT",
    "CalendarDraft",
    "Engagement",
    "EngagementKind",
    "EngagementParticipant",
    "FollowUp",
    "Side",
]
