"""What does a briefing say to whoever reads it? The page, the file, and a copy to share."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.briefings import preparing
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.briefings.printing import pdf, short
from hanse.workspace.briefings.sight import Member, in_sight
from hanse.workspace.briefings.views.preparing import prepares
from hanse.workspace.languages import direction

PER_PAGE = 40


@needs(Right.READ)
def briefings(request: HttpRequest) -> HttpResponse:
    """All that somebody sees, the latest first."""
    held = Briefing.objects.visible_to(request.user).select_related("counterpart", "ours", "session", "by")
    page = Paginator(held.defer("content"), PER_PAGE).get_page(request.GET.get("page"))
    removed = Briefing.objects.removed_for(request.user).select_related("counterpart").defer("content")
    context = {"page": page, "prepares": prepares(request.user), "removed": removed}
    return render(request, "briefings/briefings.html", context)


@needs(Right.READ)
def briefing(request: HttpRequest, pk: str) -> HttpResponse:
    """One briefing, line by line, as its reader may see it."""
    held = one(request, pk)
    every = preparing.told(held)
    sections = in_sight(every, request.user)
    marked = preparing.restricted(sections)
    context = {
        "briefing": held,
        "sections": [_shown(each, marked) for each in sections],
        "restricted": len(marked),
        "direction": direction(held.language),
        "prepares": prepares(request.user),
        "later": Briefing.objects.visible_to(request.user)
        .filter(counterpart=held.counterpart_id, ours=held.ours_id, day=held.day, made__gt=held.made)
        .first(),
    }
    return render(request, "briefings/briefing.html", context)


def _shown(section: Any, marked: Any) -> dict[str, Any]:
    first = short(section)
    lines = [(line, line in marked) for line in section.lines]
    return {"name": section.name, "heading": section.heading, "first": lines[: len(first)], "rest": lines[len(first) :]}


@needs(Right.READ)
def file(request: HttpRequest, pk: str) -> HttpResponse:
    """The two pages with what their reader may see: the kept file for whoever sees all of it."""
    held = one(request, pk)
    every = preparing.told(held)
    sections = in_sight(every, request.user)
    if sections == every and held.file.exists():
        return _sent(held, held.file.read_bytes())
    return _sent(held, pdf(held, sections, preparing.restricted(sections)))


@needs(Right.READ)
def shared(request: HttpRequest, pk: str) -> HttpResponse:
    """The two pages without what only the office, or people named for it, may see."""
    held = one(request, pk)
    both = in_sight(in_sight(preparing.told(held), request.user), Member())
    return _sent(held, pdf(held, both), "-shared")


def one(request: HttpRequest, pk: str) -> Briefing:
    seen = Briefing.objects.visible_to(request.user).select_related("counterpart", "ours", "session", "by")
    return get_object_or_404(seen, pk=pk)


def _sent(briefing: Briefing, content: bytes, marked: str = "") -> HttpResponse:
    name = f"briefing-{briefing.pk}{marked}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
