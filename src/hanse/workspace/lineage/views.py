"""Who first had these words, and how did they travel? A form, and under it what was found."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.jobs.models import Job
from hanse.workspace.jobs.work import start
from hanse.workspace.lineage.models import TracedLineage
from hanse.workspace.lineage.searched import Searched
from hanse.workspace.lineage.tracing import body

LONGEST = 4_000
"""Characters of a phrase or an ask that are taken."""


@reading
def lineage(request: HttpRequest) -> HttpResponse:
    """The page; for htmx the part under the form."""
    campaign = _campaign(request)
    phrase = _phrase(request, campaign)
    page = "lineage/found.html" if request.htmx and not request.htmx.boosted else "lineage/lineage.html"
    return render(request, page, _context(request, phrase, campaign, asked="q" in request.GET or "ask" in request.GET))


@needs(Right.READ)
def of_job(request: HttpRequest, pk: str) -> HttpResponse:
    """The page of what a job has traced. Its address is short, however long the words are."""
    said = get_object_or_404(Job.objects.visible_to(request.user), pk=pk, kind="lineage.trace").arguments
    wanted = said.get("campaign", "")
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user), pk=wanted) if wanted else None
    return render(request, "lineage/lineage.html", _context(request, said["phrase"], campaign))


@needs(Right.READ)
@require_POST
def search_all(request: HttpRequest) -> HttpResponse:
    """Start the job for what is too long to wait for."""
    campaign = _campaign(request)
    phrase = _phrase(request, campaign)
    if not any(map(str.isalnum, phrase)):
        return redirect(f"/lineage/?{urlencode({'q': phrase})}")
    title = (_("Tracing “%(phrase)s”") % {"phrase": phrase})[:300]
    said = {"campaign": campaign.pk} if campaign else {}
    return redirect("job", pk=start("lineage.trace", title=title, owner=request.user, phrase=phrase, **said).pk)


def _context(request: HttpRequest, phrase: str, campaign: Campaign | None, *, asked: bool = True) -> dict[str, Any]:
    context = {
        "phrase": phrase,
        "campaign": campaign,
        "campaigns": Campaign.objects.visible_to(request.user),
        "asked": asked,
    }
    return context | _found(Searched(phrase, request.user, campaign)) if asked else context


def _campaign(request: HttpRequest) -> Campaign | None:
    wanted = (request.POST or request.GET).get("campaign", "")
    return get_object_or_404(Campaign.objects.visible_to(request.user), pk=wanted) if wanted else None


def _phrase(request: HttpRequest, campaign: Campaign | None) -> str:
    """The words that were written, or those of the campaign's ask that was named."""
    said = request.POST or request.GET
    if "ask" not in said:
        return " ".join(said.get("q", "")[:LONGEST].split())
    asks = Searched("", request.user, campaign).inputs.asks if campaign else ()
    ask = next((each for each in asks if each.pk == said["ask"]), None)
    if ask is None:
        raise Http404
    return str(ask.text)


def _found(searched: Searched) -> dict[str, Any]:
    if not any(map(str.isalnum, searched.phrase)):
        return {"problem": _("There are no words to look for. Write a phrase, or a whole ask.")}
    kept = TracedLineage.objects.filter(key=searched.key).first()
    if kept is None and searched.too_long:
        return {"too_long": True, "words": searched.size // 6}
    try:
        found = kept.body if kept else body(searched)
    except HanseError as error:
        return {"problem": error.sentence}
    return {
        "body": mark_safe(found),
        "as_of": kept.made if kept else timezone.now(),
        "count": searched.documents.count(),
    }
