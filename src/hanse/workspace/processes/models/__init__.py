"""Processes, sessions, programmes, deadlines and access."""

from hanse.workspace.processes.models.access import Access, Decision, Function, Route, Setting
from hanse.workspace.processes.models.deadlines import Deadline, Due, Passed, Reminder
from hanse.workspace.processes.models.processes import Item, Outcome, Process, Session

__all__ = [
    "Access",
    "Deadline",
    "Decision",
    "Due",
    "Function",
    "Item",
    "Outcome",
    "Passed",
    "Process",
    "Reminder",
    "Route",
    "Session",
    "Setting",
]
