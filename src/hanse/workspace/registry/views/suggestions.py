"""What might be meant? Records whose names hold what somebody has typed so far."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.fields import SHOWN, candidates, found, written
from hanse.workspace.registry.kinds import kind_of
from hanse.workspace.registry.listing import said_aside


@reading
def suggest(request: HttpRequest, what: str) -> HttpResponse:
    """Options for a list of suggestions: ``?typed=network&network=uc``; of what the visitor may see only."""
    records = candidates(what, request.user)
    if records is None:
        raise Http404
    typed = request.GET.get(request.GET.get("typed", "q"), "")[:200]
    meant = found(records, typed, request.user)[:SHOWN] if typed.strip() else []
    options = [(written(each), "" if isinstance(each, Document) else said_aside(kind_of(each), each)) for each in meant]
    return render(request, "registry/parts/suggestions.html", {"options": options})
