"""How is a report made? Every public indicator is frozen for its period, and what it says is written down once."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.reports.impact import impact_json, impact_pdf
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.impact import ready
from hanse.workspace.impact.models import Report, Snapshot
from hanse.workspace.impact.report.composing import Progress, composed
from hanse.workspace.impact.report.settling import settled
from hanse.workspace.impact.snapshots import PUBLIC, freeze
from hanse.workspace.jobs.models import Job
from hanse.workspace.jobs.work import start
from hanse.workspace.languages import speaking

WORK = "impact.report"


def begin(report: Report) -> Job:
    """Make it, in the background."""
    report.save()
    return start(WORK, title=_("Report: %s") % report.title, owner=report.by, report=report.pk)


def make(report: Report, progress: Progress = lambda *_said: None) -> None:
    """Freeze and compose; begun again, it goes on where it stopped. Nothing happens to what was made already."""
    if report.sheet:
        return
    snapshots = frozen(report, progress)
    with speaking(report.language):
        sheet = composed(report, snapshots, lambda share, said: progress(0.4 + 0.6 * share, said))
    report.hold(impact_json(sheet))


def frozen(report: Report, progress: Progress) -> list[Snapshot]:
    """A snapshot of every indicator that is public, in the order of the page, for the report's period."""
    there = {each.indicator.key: each for each in report.snapshots.select_related("indicator")}
    held = [each for each in ready.held(PUBLIC) if each.handling == Handling.PUBLIC]
    made = []
    for place, indicator in enumerate(held):
        snapshot = there.get(indicator.key) or freeze(indicator, report.until, report.by, report.since)
        report.snapshots.add(snapshot)
        made.append(snapshot)
        progress(0.4 * (place + 1) / len(held), _("Freezing the numbers"))
    return made


def pdf(report: Report) -> bytes:
    """The report on paper, as it may be shown today: the same bytes as long as nothing was taken out."""
    return impact_pdf(settled(report))
