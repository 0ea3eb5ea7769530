"""The pages of processes, sessions and the calendar."""

from hanse.workspace.processes.views.calendar import calendar
from hanse.workspace.processes.views.feeds import address, city_feed, feed, own_feed, process_feed
from hanse.workspace.processes.views.figures import figure
from hanse.workspace.processes.views.recording import session_access
from hanse.workspace.processes.views.reminders import reminders, stop, unwatch, watch

__all__ = [
    "address",
    "calendar",
    "city_feed",
    "feed",
    "figure",
    "own_feed",
    "process_feed",
    "reminders",
    "session_access",
    "stop",
    "unwatch",
    "watch",
]
