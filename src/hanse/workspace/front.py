"""What meets somebody at the door: the front page, and the pages that say no."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.models import Job


@reading
def home(request: HttpRequest) -> HttpResponse:
    """Campaigns first, then what came in lately and what is going on."""
    context = {
        "campaigns": Campaign.objects.visible_to(request.user)[:12],
        "documents": Document.objects.visible_to(request.user)[:8],
        "jobs": Job.objects.visible_to(request.user).open()[:5],
    }
    return render(request, "home.html", context)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)
