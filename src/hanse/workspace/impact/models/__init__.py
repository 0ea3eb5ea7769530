"""What is counted by which rule, and what was it on a day? Indicators, and snapshots of their values."""

from hanse.workspace.impact.models.changes import Change, Claimed, Confirmation, Reply
from hanse.workspace.impact.models.indicators import Indicator
from hanse.workspace.impact.models.outside import FindingReply, Outside
from hanse.workspace.impact.models.reports import Report
from hanse.workspace.impact.models.snapshots import Member, Snapshot

__all__ = [
    "Change",
    "Claimed",
    "Confirmation",
    "FindingReply",
    "Indicator",
    "Member",
    "Outside",
    "Reply",
    "Report",
    "Snapshot",
]
