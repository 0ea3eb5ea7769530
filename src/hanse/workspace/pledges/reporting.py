"""What became of a pledge? A step on its ladder, with narrative and evidence, by its city or by the office."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.keys import key
from hanse.workspace.pledges.models import Pledge, Report, State, Status
from hanse.workspace.pledges.publishing import looked_through

NEXT: dict[str, tuple[str, ...]] = {
    Status.PLANNING: (Status.PLANNING, Status.IN_PROGRESS, Status.FULFILLED, Status.DISCONTINUED),
    Status.IN_PROGRESS: (Status.IN_PROGRESS, Status.FULFILLED, Status.DISCONTINUED),
    Status.FULFILLED: (Status.FULFILLED, Status.IN_PROGRESS),
    Status.DISCONTINUED: (Status.DISCONTINUED, Status.IN_PROGRESS),
}
"""What can follow on what: nothing goes back to planning; what was ended can be taken up again."""


def report(pledge: Pledge, said: dict[str, Any], user: Any, *, once: str = "") -> Report | None:
    """Write a step: it counts for the yearly light at once, and is public unless its words might expose somebody.

    None where the same form was sent before. Raises RefusedChange where the step cannot follow on the last one.
    """
    with transaction.atomic():
        held = Pledge.objects.select_for_update().get(pk=pledge.pk)
        if Report.objects.filter(once=once or "-").exists():
            return None
        if held.state != State.PUBLISHED:
            raise RefusedChange(_("it is not public, and is reported on once it is"), where=str(held))
        if said["status"] not in NEXT[held.status]:
            raise RefusedChange(
                _("from “%(before)s” it cannot go to “%(after)s”")
                % {"before": held.get_status_display(), "after": Status(said["status"]).label},
                where=str(held),
                do=_("choose another step"),
            )
        try:
            with transaction.atomic():
                made = Report.objects.create(pledge=held, by=user, once=once or key(), **said)
        except IntegrityError:
            return None
        if said["on"].isoformat() > held.reported:
            held.reported = said["on"].isoformat()
        if not looked_through(made.narrative) and not _exposing_link(made.evidence):
            show(made, held)
        else:
            held._change_reason = _("Reported; the narrative waits for the office.")
            held.save()
    return made


def _exposing_link(address: str) -> bool:
    return bool(address) and any(flag.kind in ("coordinates", "contact") for flag in looked_through(address))


def show(made: Report, held: Pledge | None = None) -> None:
    """Make a step public, in a transaction that is open; the pledge then stands where the latest public step says."""
    held = held or Pledge.objects.select_for_update().get(pk=made.pledge_id)
    made.shown = timezone.now()
    made.save(update_fields=["shown"])
    latest = held.reports.exclude(shown=None).order_by("-on", "-made", "-pk").first()
    held.status = latest.status if latest else made.status
    held.revision += 1
    held._change_reason = _("Reported: %(status)s.") % {"status": made.get_status_display().lower()}
    held.save()
