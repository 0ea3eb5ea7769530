"""Processes, sessions, programmes, deadlines and access."""

from hanse.workspace.processes.models.access import Access, Decision, Function, Route, Setting
from hanse.workspace.processes.models.deadlines import Deadline, Due, Passed
from hanse.workspace.processes.models.processes import Item, Outcome, Process, Session
from hanse.workspace.processes.models.reminders import FeedKey, Reminder, Watch

__all__ = [
    "Access",
    "Deadline",
    "Decision",
    "Due",
    "FeedKey",
    "Function",
    "Item",
    "Outcome",
    "Passed",
    "Process",
    "Reminder",
    "Route",
    "Session",
    "Setting",
    "Watch",
]
