"""What does the worker do here without being asked? It hands in the letters that wait."""

from __future__ import annotations

from hanse.workspace.jobs.upkeep import upkeep
from hanse.workspace.mail.sending import send_due


@upkeep
def letters() -> bool:
    """Send what is due; more may wait."""
    return send_due() > 0
