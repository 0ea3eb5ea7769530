"""What is kept of calls and pledges?"""

from hanse.workspace.pledges.models.calls import LONGEST_TEXT, Asks, Call, Means, Question
from hanse.workspace.pledges.models.matches import Answer, Match, Offers
from hanse.workspace.pledges.models.pledges import (
    GOING_ON,
    WITH_CITY,
    WITH_OFFICE,
    Partnership,
    Pledge,
    State,
    Status,
)
from hanse.workspace.pledges.models.practices import Adoption, Practice, Recognition
from hanse.workspace.pledges.models.reviews import LONGEST_COMMENT, Comment, Override, Report

__all__ = [
    "GOING_ON",
    "LONGEST_COMMENT",
    "LONGEST_TEXT",
    "WITH_CITY",
    "WITH_OFFICE",
    "Adoption",
    "Answer",
    "Asks",
    "Call",
    "Comment",
    "Match",
    "Means",
    "Offers",
    "Override",
    "Partnership",
    "Pledge",
    "Practice",
    "Question",
    "Recognition",
    "Report",
    "State",
    "Status",
]
