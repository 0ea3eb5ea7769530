"""How is a meeting prepared? A form that is filled in already, and one press."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import UnprintableText
from hanse.workspace.accounts.rights import Right, may, needs
from hanse.workspace.briefings import preparing
from hanse.workspace.briefings.forms import PrepareForm
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.registry.models import Actor, ActorKind


@needs(Right.READ)
def prepare(request: HttpRequest, counterpart: str) -> HttpResponse:
    """Say on whose behalf and for which occasion; the briefing is made at once."""
    if not prepares(request.user):
        raise Http404
    met = get_object_or_404(Actor.objects.visible_to(request.user).exclude(kind=ActorKind.PERSON), pk=counterpart)
    form = PrepareForm(request.POST or None, user=request.user, counterpart=met)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(preparing.prepare(met, user=request.user, **form.asked()))
        except UnprintableText as error:
            form.add_error(None, error.sentence)
    before = Briefing.objects.visible_to(request.user).filter(counterpart=met).select_related("ours", "by")[:5]
    return render(request, "briefings/prepare.html", {"counterpart": met, "form": form, "before": before})


@needs(Right.READ)
@require_POST
def again(request: HttpRequest, pk: str) -> HttpResponse:
    """Prepare the same meeting anew, from what is known now; the briefing of before stays."""
    if not prepares(request.user):
        raise Http404
    before = get_object_or_404(Briefing.objects.visible_to(request.user), pk=pk)
    try:
        made = preparing.anew(before, request.user)
    except UnprintableText as error:
        messages.error(request, error.sentence)
        return redirect(before)
    messages.success(request, _("Prepared anew, from what is known now. The briefing of before is kept."))
    return redirect(made)


@needs(Right.READ)
@require_POST
def remove(request: HttpRequest, pk: str) -> HttpResponse:
    """Take one's own briefing out of sight; it can be brought back from the list."""
    held = get_object_or_404(Briefing.objects.visible_to(request.user).filter(by=request.user), pk=pk)
    held.removed = timezone.now()
    held.save()
    messages.success(request, _("Removed. It can be brought back below."))
    return redirect("briefings")


@needs(Right.READ)
@require_POST
def bring_back(request: HttpRequest, pk: str) -> HttpResponse:
    """Undo that."""
    held = get_object_or_404(Briefing.objects.removed_for(request.user), pk=pk)
    held.removed = None
    held.save()
    return redirect(held)


def prepares(user: object) -> bool:
    """Whether somebody prepares meetings: the office, and focal points for their cities."""
    return may(user, Right.DESK) or may(user, Right.SPEAK)
