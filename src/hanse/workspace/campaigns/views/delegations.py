"""Who champions which ask, who opposes it, and how do we know? For officers only."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.campaigns.forms_people import PositionForm
from hanse.workspace.campaigns.models import Position
from hanse.workspace.campaigns.views import one


@needs(Right.CAMPAIGN)
def delegations(request: HttpRequest, pk: str) -> HttpResponse:
    """The table of delegations by asks, and the form for one position."""
    campaign = one(request, pk)
    own = _changed(request)
    form = PositionForm(request.POST or None, instance=own, campaign=campaign, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("campaign-delegations", pk=pk)
    positions = list(campaign.positions.select_related("ask", "source__document"))
    names = sorted({each.delegation for each in positions})
    held = {(each.ask_id, each.delegation): each for each in positions}
    asks = [
        each for each in campaign.asks.visible_to(request.user).standing() if any((each.pk, n) in held for n in names)
    ]
    rows = [(ask, [(name, held.get((ask.pk, name))) for name in names]) for ask in asks]
    context = {"campaign": campaign, "names": names, "rows": rows, "form": form}
    return render(request, "campaigns/delegations.html", context)


def _changed(request: HttpRequest) -> Position | None:
    """The position that this one takes the place of: one delegation has one position on an ask."""
    said = " ".join(request.POST.get("delegation", "").split())
    return Position.objects.filter(delegation=said, ask=request.POST.get("ask", "")).first()


@needs(Right.CAMPAIGN)
@require_POST
def forget(request: HttpRequest, pk: str, position: str) -> HttpResponse:
    """Take a position away; the history keeps it."""
    get_object_or_404(one(request, pk).positions, pk=position).delete()
    return redirect("campaign-delegations", pk=pk)
