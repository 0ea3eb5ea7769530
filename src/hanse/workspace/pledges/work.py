"""What does the worker do here without being asked? It reminds of reports that are due."""

from __future__ import annotations

from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.pledges.reminding import now_and_then


@upkeep
def reports_due() -> bool:
    """Letters of reports that are due, each once."""
    return now_and_then()
