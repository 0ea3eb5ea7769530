"""Does a city pledge jointly? Its focal point says so; until then it is not shown."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges.fields import line
from hanse.workspace.pledges.models import Partnership, Pledge, State


def asked_of(user: Any) -> list[Partnership]:
    """Joint pledges that wait for the word of somebody's cities."""
    waiting = Partnership.objects.filter(agreed=None, city__in=cities_of(user)).exclude(
        pledge__state__in=[State.DRAFT, State.WITHDRAWN]
    )
    return list(waiting.filter(pledge__in=Pledge.objects.visible_to(user)).select_related("pledge__city", "city"))


@needs(Right.SPEAK)
@require_POST
def agree(request: HttpRequest, pk: str, city: str) -> HttpResponse:
    """Say that a city pledges jointly, or that it does not."""
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user), pk=pk)
    held = pledge.partnerships.filter(city__in=cities_of(request.user))
    tie = get_object_or_404(held.select_related("city"), city=city)
    if request.POST.get("say") == "no":
        tie.delete()
        messages.success(request, _("%(city)s is not named any more.") % {"city": tie.city})
        visible = Pledge.objects.visible_to(request.user).filter(pk=pk).exists()
        return redirect(pledge) if visible else redirect("pledges-mine")
    Partnership.objects.filter(pk=tie.pk, agreed=None).update(agreed=timezone.now(), by=request.user)
    messages.success(request, _("%(city)s pledges jointly.") % {"city": tie.city})
    return redirect(pledge)


@needs(Right.DESK)
@require_POST
def agreed_elsewhere(request: HttpRequest, pk: str, city: str) -> HttpResponse:
    """The office records that a city agreed, and how it knows."""
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user), pk=pk)
    tie = get_object_or_404(pledge.partnerships, city=city)
    note = line(request.POST.get("note", ""), 300)
    if note:
        Partnership.objects.filter(pk=tie.pk, agreed=None).update(agreed=timezone.now(), by=request.user, note=note)
        messages.success(request, _("Recorded."))
    else:
        messages.error(request, _("Say how you know: a letter, a mail of which day."))
    return redirect("pledge-review", pk)
