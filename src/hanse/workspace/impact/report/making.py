"""How is a report made? The indicators that it shows are frozen for its period, and what it says is written down."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.reports.impact import impact_json, impact_pdf
from hanse.workspace.accounts.rights import Handling
from hanse.workspace.impact import ready
from hanse.workspace.impact.counting import value
from hanse.workspace.impact.models import Indicator, Report, Snapshot
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
    """A snapshot of every indicator that it shows, in the order of the page, for its period."""
    there = {each.indicator.key: each for each in report.snapshots.select_related("indicator")}
    held = public()
    made = []
    for place, indicator in enumerate(held):
        snapshot = there.get(indicator.key)
        if snapshot is None and shows(report, indicator):
            snapshot = freeze(indicator, report.until, report.by, report.since)
            report.snapshots.add(snapshot)
        if snapshot is not None:
            made.append(snapshot)
        progress(0.4 * (place + 1) / len(held), _("Freezing the numbers"))
    return made


def public() -> list[Indicator]:
    """The indicators that a report may show, in the order of the page."""
    return [each for each in ready.held(PUBLIC) if each.handling == Handling.PUBLIC]


def shows(report: Report, indicator: Indicator) -> bool:
    """Whether a report shows an indicator: those that were chosen; where none were, those with a value."""
    if report.chosen:
        return indicator.key in report.chosen
    try:
        found = value(indicator, PUBLIC, report.until, report.since)
    except HanseError:
        return False
    return found.documented and bool(found.number)


def pdf(report: Report) -> bytes:
    """The report on paper, as it may be shown today: the same bytes as long as nothing was taken out."""
    return impact_pdf(settled(report))
