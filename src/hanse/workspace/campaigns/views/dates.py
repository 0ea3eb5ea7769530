"""What is due, and what is under silence?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.campaigns.forms_people import DeadlineForm
from hanse.workspace.campaigns.views import one


@reading
def dates(request: HttpRequest, pk: str) -> HttpResponse:
    """Deadlines and silence procedures, soonest first; officers add more."""
    campaign = one(request, pk)
    form = DeadlineForm() if may(request.user, Right.CAMPAIGN) else None
    return render(request, "campaigns/dates.html", {"campaign": campaign, "form": form})


@needs(Right.CAMPAIGN)
def date(request: HttpRequest, pk: str, deadline: str = "") -> HttpResponse:
    """Note a new date, or change one: above all, how it ended."""
    campaign = one(request, pk)
    held = get_object_or_404(campaign.deadlines, pk=deadline) if deadline else None
    form = DeadlineForm(request.POST or None, instance=held)
    if request.method == "POST" and form.is_valid():
        form.instance.campaign = campaign
        form.save()
        return redirect("campaign-dates", pk=pk)
    context = {"campaign": campaign, "form": form, "heading": held.what if held else _("Add a date")}
    return render(request, "campaigns/form.html", context)
