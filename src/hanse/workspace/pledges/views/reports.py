"""How is it told what became of a pledge? A step with its evidence; the office shows what it has looked through."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Right, may, needs, public
from hanse.workspace.accounts.signed_out import forget, kept_aside, stash
from hanse.workspace.focal_points.models import speaks_for
from hanse.workspace.keys import key
from hanse.workspace.pledges import reporting
from hanse.workspace.pledges.forms import ReportForm
from hanse.workspace.pledges.light import light_of
from hanse.workspace.pledges.models import Pledge, Report, State


@public
def report(request: HttpRequest, pk: str) -> HttpResponse:
    """Report on a pledge. What is sent after the session ended is kept aside."""
    if not request.user.is_authenticated:
        return stash(request)
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user).select_related("city"), pk=pk)
    if not (may(request.user, Right.DESK) or speaks_for(request.user, pledge.city)) or pledge.state != State.PUBLISHED:
        raise Http404
    aside = kept_aside(request) if request.method != "POST" else None
    initial = {"on": timezone.localdate(), "status": pledge.status, "once": key()}
    if aside is not None:
        initial |= aside.dict()
        messages.warning(request, _("You had been signed out. What you had typed stands here again."))
    form = ReportForm(request.POST or None, pledge=pledge, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "once"}
        try:
            made = reporting.report(pledge, said, request.user, once=form.cleaned_data["once"])
        except RefusedChange as refused:
            form.add_error(None, refused.sentence)
        else:
            forget(request)
            _thank(request, made)
            return redirect(pledge)
    context = {"pledge": pledge, "form": form, "light": light_of(pledge)}
    return render(request, "pledges/report.html", context, status=422 if form.errors else 200)


def _thank(request: HttpRequest, made: Report | None) -> None:
    if made is None:
        messages.info(request, _("That was reported already."))
    elif made.shown:
        messages.success(request, _("Reported. Thank you."))
    else:
        messages.success(
            request,
            _("Reported. The secretariat looks through the words before they are shown: they may expose somebody."),
        )


@needs(Right.DESK)
@require_POST
def show(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    """Show a report that was held back."""
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user), pk=pk)
    with transaction.atomic():
        Pledge.objects.select_for_update().get(pk=pk)
        made = get_object_or_404(Report, pledge=pledge, pk=number)
        if made.shown is None:
            reporting.show(made)
    messages.success(request, _("The report is shown."))
    return redirect(pledge)
