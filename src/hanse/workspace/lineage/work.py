"""What takes long? A long ask, or common words, looked for in everything that the office holds."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.jobs.work import Step, work
from hanse.workspace.lineage.models import TracedLineage
from hanse.workspace.lineage.searched import Searched
from hanse.workspace.lineage.tracing import body

READING = 0.6
"""Share of the progress that goes to reading."""


@work("lineage.trace")
def trace(step: Step, phrase: str, campaign: str = "") -> str:
    """Trace a phrase for whoever started the job. The page's address. Raises HanseError for a campaign that is gone."""
    held = Campaign.objects.visible_to(step.job.owner).filter(pk=campaign).first() if campaign else None
    if campaign and held is None:
        raise HanseError(
            _("the campaign is gone, or can no longer be seen"), do=_("search another, or the whole office")
        )
    searched = Searched(phrase, step.job.owner, held)
    count = searched.documents.count() or 1

    def told(read: int) -> None:
        step(READING * min(1.0, read / count), _("Reading text %(read)s of %(count)s") % {"read": read, "count": count})

    found = body(searched, told)
    step(0.95, _("Drawing"))
    TracedLineage.keep(searched.key, found)
    return f"/lineage/of-job/{step.job.pk}/"
