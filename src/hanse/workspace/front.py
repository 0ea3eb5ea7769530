"""What meets somebody at the door: the front page, and the pages that say no."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.campaigns.models import Campaign, Deadline
from hanse.workspace.documents.models import Document
from hanse.workspace.jobs.models import Job


@reading
def home(request: HttpRequest) -> HttpResponse:
    """Campaigns first, then what is due, what is under way and what came in lately."""
    campaigns = Campaign.objects.visible_to(request.user)
    due = Deadline.objects.filter(campaign__in=campaigns.values("pk"), end="").select_related("campaign")
    context = {
        "campaigns": campaigns[:12],
        "deadlines": due[:6],
        "documents": Document.objects.visible_to(request.user)[:8],
        "jobs": Job.objects.visible_to(request.user).open()[:5],
    }
    return render(request, "home.html", context)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What is refused unread: a form larger than any that this workspace has, or a broken request."""
    return render(request, "400.html", {"too_large": isinstance(exception, RequestDataTooBig)}, status=400)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)
