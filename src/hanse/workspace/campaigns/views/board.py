"""What became of what was asked? The board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.reports import phrases
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.forms import BoardFilters
from hanse.workspace.campaigns.grid import Grid
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.views import one
from hanse.workspace.jobs.models import Job
from hanse.workspace.jobs.work import start


@reading
def board(request: HttpRequest, pk: str) -> HttpResponse:
    """The whole page, or for htmx the part that the filters change."""
    campaign = one(request, pk)
    grid = Grid.of(campaign, audience(campaign, request.user))
    filters = BoardFilters(request.GET or None, grid=grid)
    context = {
        "campaign": campaign,
        "grid": grid,
        "filters": filters,
        "rows": grid.chosen(filters.wanted()),
        "filtered": any(filters.wanted().values()),
        "say": phrases,
    }
    if request.htmx and not request.htmx.boosted:
        return render(request, "campaigns/rows.html", context)
    return render(request, "campaigns/board.html", {**context, "job": running(request, campaign)})


@needs(Right.CAMPAIGN)
@require_POST
def trace(request: HttpRequest, pk: str) -> HttpResponse:
    """Start a trace, or go to the one that is under way."""
    campaign = one(request, pk)
    job = running(request, campaign) or start(
        "campaigns.trace",
        title=(_("Tracing %(campaign)s") % {"campaign": campaign.title})[:300],
        owner=request.user,
        campaign=campaign.pk,
    )
    return redirect("job", pk=job.pk)


def running(request: HttpRequest, campaign: Campaign) -> Job | None:
    """The visitor's own trace of this campaign, while it is under way."""
    own = Job.objects.visible_to(request.user).open().filter(kind="campaigns.trace")
    return own.filter(arguments__campaign=campaign.pk).first()
