"""What does the worker do here without being asked? It reminds of what is due, and throws old dry runs away."""

from __future__ import annotations

from hanse.workspace.engagements.reminding import now_and_then
from hanse.workspace.jobs.upkeep import upkeep


@upkeep
def follow_ups_due() -> bool:
    """Letters of what is due, each once."""
    return now_and_then()
