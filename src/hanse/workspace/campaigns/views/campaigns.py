"""Which campaigns are there, and how does one begin?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, needs, reading, sees
from hanse.workspace.campaigns.forms import CampaignForm, FolderForm
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.views import one
from hanse.workspace.documents.shelf import keep
from hanse.workspace.jobs.work import start


@reading
def campaigns(request: HttpRequest) -> HttpResponse:
    """The list; the empty state teaches."""
    own = Q(runs__audience__in=sees(request.user))
    held = Campaign.objects.visible_to(request.user).annotate(traced=Max("runs__traced", filter=own))
    page = Paginator(held.order_by("-made", "id"), 50).get_page(request.GET.get("page"))
    return render(request, "campaigns/campaigns.html", {"page": page})


@needs(Right.CAMPAIGN)
def new(request: HttpRequest) -> HttpResponse:
    """Begin with a title; texts and asks come after."""
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.instance.owner = request.user
        return redirect("campaign-texts", pk=form.save().pk)
    return render(request, "campaigns/new.html", {"form": form})


@needs(Right.CAMPAIGN)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Begin with a folder that somebody prepared: kept at once, read and traced by a job."""
    form = FolderForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        folder = form.cleaned_data["folder"]
        job = start(
            "campaigns.import",
            title=(_("Bringing in %(name)s") % {"name": folder.name})[:300],
            owner=request.user,
            sha256=keep(folder.chunks()),
            name=folder.name[:200],
            handling=form.cleaned_data["handling"],
        )
        return redirect("job", pk=job.pk)
    return render(request, "campaigns/import.html", {"form": form})


@needs(Right.CAMPAIGN)
def edit(request: HttpRequest, pk: str) -> HttpResponse:
    """Correct the title, the forum, or who may know of the campaign."""
    campaign = one(request, pk)
    form = CampaignForm(request.POST or None, instance=campaign)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(campaign)
    context = {"campaign": one(request, pk), "form": form, "heading": _("Title, forum, handling")}
    return render(request, "campaigns/form.html", context)
