"""What happens when a version closes? It takes no more signatures, and its PDF files are made."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.workspace.jobs.models import Job, State
from hanse.workspace.jobs.work import start
from hanse.workspace.statements.models import Occasion, Signature, Version
from hanse.workspace.statements.models.statements import whole_day

PRINT = "statements.print"


def close(version: Version, user: Any = None) -> bool:
    """Close a frozen version now; False where it was closed already."""
    with transaction.atomic():
        open_still = Version.objects.filter(pk=version.pk, closed_at=None).exclude(frozen_at=None)
        if not open_still.update(closed_at=timezone.now()):
            return False
        _print(version, Occasion.CLOSING, user)
    return True


def preview(version: Version, user: Any = None) -> None:
    """Have the PDF made that signers can read before they sign."""
    _print(version, Occasion.PREVIEW, user)


def later(version: Version, user: Any = None) -> None:
    """Have the PDF made anew, with what was endorsed after closing."""
    _print(version, Occasion.LATER, user)


def _print(version: Version, occasion: Occasion, user: Any) -> None:
    title = _("PDF of %s") % version
    start(PRINT, title=title[:300], owner=user, version=version.pk, occasion=str(occasion))


def renew_due() -> bool:
    """Have the PDF of a closed version made anew where a city endorsed it, or a signature changed, since the last one:
    one at a time, and not again where its making failed."""
    closed = Version.objects.exclude(closed_at=None).select_related("statement").order_by()
    held = Signature.history.filter(version__in=closed.values("pk")).order_by()
    changed = dict(held.values_list("version").annotate(Max("history_date")))
    for version in closed.annotate(printed=Max("editions__made", filter=~Q(editions__occasion=Occasion.PREVIEW))):
        last = changed.get(version.pk)
        if last is None or version.printed is None or last <= version.printed:
            continue
        jobs = Job.objects.filter(kind=PRINT, arguments__version=version.pk)
        if not jobs.filter(Q(created__gt=last) | Q(state__in=[State.QUEUED, State.RUNNING])).exists():
            later(version)
    return False


def close_due() -> bool:
    """Close what came to its last day."""
    held = Version.objects.filter(closed_at=None).exclude(frozen_at=None).exclude(statement__closes="")
    today = timezone.localdate()
    for each in held.select_related("statement"):
        last = whole_day(each.statement.closes)
        if last and last < today:
            close(each)
    return False
