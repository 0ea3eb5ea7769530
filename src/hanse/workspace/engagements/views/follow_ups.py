"""What have I taken on? My follow-ups, and how one is done."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.engagements.models import FollowUp, ReportDue
from hanse.workspace.engagements.models.following import nearest
from hanse.workspace.readable import unreadable

DONE_LATELY = 20
LONGEST_OUTCOME = 2000


@needs(Right.READ)
def mine(request: HttpRequest) -> HttpResponse:
    """What somebody is to do, the nearest day first, and what was done lately."""
    if not request.user.is_authenticated:
        raise Http404
    held = FollowUp.objects.visible_to(request.user).filter(owner=request.user).select_related("engagement")
    today = timezone.localdate()
    still = [(each, each.overdue(today)) for each in sorted(held.filter(done=""), key=nearest)]
    reports = (
        ReportDue.objects.visible_to(request.user).filter(owner=request.user, submitted="").select_related("funding")
    )
    context = {
        "reports": [(each, each.overdue(today)) for each in reports],
        "open": still,
        "done": held.exclude(done="").order_by("-done", "pk")[:DONE_LATELY],
        "today": today,
    }
    return render(request, "engagements/mine.html", context)


@needs(Right.READ)
@require_POST
def done(request: HttpRequest, pk: str) -> HttpResponse:
    """Mark a follow-up as done, with a note of what came of it; or as open again."""
    found = get_object_or_404(FollowUp.objects.done_by(request.user), pk=pk)
    outcome = request.POST.get("outcome", "").strip()
    if len(outcome) > LONGEST_OUTCOME:
        told = _("The note had %(given)s characters; its first %(most)s were taken.")
        messages.warning(request, told % {"given": f"{len(outcome):,}", "most": f"{LONGEST_OUTCOME:,}"})
        outcome = outcome[:LONGEST_OUTCOME]
    if met := unreadable(outcome):
        messages.error(request, _("The note holds a character that no text can (%(met)s); take it out.") % {"met": met})
    elif "again" in request.POST:
        found.done = ""
        found.save()
        messages.success(request, _("It is open again."))
    else:
        found.done, found.outcome = timezone.localdate().isoformat(), outcome or found.outcome
        found.save()
        messages.success(request, _("Done: %(what)s") % {"what": found})
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(back if safe and back.startswith("/") else found.engagement.get_absolute_url())
