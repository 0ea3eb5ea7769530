"""What takes long? Bringing a folder in, and tracing; both can be stopped, and begun again from anywhere."""

from __future__ import annotations

from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.jobs.work import Step, work

READING = 0.4
"""Share of an import's progress that goes to reading."""


@work("campaigns.import")
def bring_in(step: Step, sha256: str, name: str, handling: str) -> str:
    """Make a campaign of a zip that was dropped, then trace it. The board's address.

    The campaign is stored in one transaction that names this job: begun again, the job goes on to the trace.
    """
    from hanse.workspace.campaigns.folder_in import import_folder, kept_zip

    campaign = Campaign.objects.filter(job=step.job.pk).first() or import_folder(
        kept_zip(sha256),
        step.job.owner,
        name=name,
        handling=handling,
        job=step.job.pk,
        progress=lambda share, words: step(READING * share, words),
    )
    return _trace(step, campaign, READING)


@work("campaigns.trace")
def trace(step: Step, campaign: str) -> str:
    """Bring a campaign's board up to date. Its address."""
    return _trace(step, Campaign.objects.get(pk=campaign), 0.0)


def _trace(step: Step, campaign: Campaign, begun: float) -> str:
    from hanse.tracing.trace import Cancelled
    from hanse.workspace.campaigns.retracing import retrace

    try:
        retrace(campaign, lambda share, words: step(begun + (1 - begun) * share, words), step.cancelled)
    except Cancelled:
        step.check()
        raise
    return campaign.get_absolute_url()
