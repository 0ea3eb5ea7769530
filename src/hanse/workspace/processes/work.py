"""What does the worker do here without being asked? It sends reminders."""

from __future__ import annotations

import time

from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.processes.reminding import remind

PAUSE = 60.0
"""Seconds between two looks at what is due: mail goes out by the day, not by the second."""
_looked = 0.0


@upkeep
def reminders() -> bool:
    """Send the reminders that are due. There is never more to do at once."""
    global _looked
    if not _looked or time.monotonic() - _looked >= PAUSE:
        _looked = time.monotonic()
        remind()
    return False
