"""How far is it, and can it be stopped?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.jobs.models import Job
from hanse.workspace.jobs.work import again

DONE_POLLING = 286
"""What tells htmx to stop asking."""


def jobs(request: HttpRequest) -> HttpResponse:
    page = Paginator(Job.objects.visible_to(request.user), 50).get_page(request.GET.get("page"))
    return render(request, "jobs/jobs.html", {"page": page})


@never_cache
def job(request: HttpRequest, pk: str) -> HttpResponse:
    return render(request, "jobs/job.html", {"job": get_object_or_404(Job.objects.visible_to(request.user), pk=pk)})


@never_cache
def state(request: HttpRequest, pk: str) -> HttpResponse:
    """The part of the page that moves."""
    found = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    return render(request, "jobs/inside.html", {"job": found}, status=200 if found.open else DONE_POLLING)


@require_POST
def cancel(request: HttpRequest, pk: str) -> HttpResponse:
    get_object_or_404(Job.objects.visible_to(request.user), pk=pk).ask_to_stop()
    return redirect("job", pk=pk)


@needs(Right.UPLOAD)
@require_POST
def repeat(request: HttpRequest, pk: str) -> HttpResponse:
    """Only whoever may still begin such work: every kind of it brings texts in or traces them."""
    again(get_object_or_404(Job.objects.visible_to(request.user), pk=pk))
    return redirect("job", pk=pk)
