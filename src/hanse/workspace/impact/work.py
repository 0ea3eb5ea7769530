"""What takes long? A report: every indicator is counted and frozen, and the evidence gathered."""

from __future__ import annotations

from hanse.workspace.impact.models import Report
from hanse.workspace.impact.report import making
from hanse.workspace.jobs.work import Step, work


@work(making.WORK)
def report(step: Step, report: str) -> str:
    """Make a report. Its address."""
    held = Report.objects.get(pk=report)
    making.make(held, lambda share, words: step(share, words))
    return held.get_absolute_url()
