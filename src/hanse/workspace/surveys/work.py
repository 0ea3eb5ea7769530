"""What does the worker do here without being asked? It closes surveys at their date."""

from __future__ import annotations

from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.surveys import running


@upkeep
def close_due() -> bool:
    """Close what came to its date."""
    return running.close_due()
