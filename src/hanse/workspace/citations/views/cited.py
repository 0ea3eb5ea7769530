"""The page of a work that is cited: its tally, the passages by stance, who disagrees with it; its badge."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from hanse.workspace.accounts.rights import reading
from hanse.workspace.addresses import whole
from hanse.workspace.citations import badge as drawn
from hanse.workspace.citations import linked
from hanse.workspace.citations.cited import IN_ORDER, citers, documents, named, of_document, of_work, tally
from hanse.workspace.citations.filters import Filters
from hanse.workspace.citations.models import CitationWatch, Held, Reference
from hanse.workspace.citations.shown import shown
from hanse.workspace.documents.models import Document

SHOWN = 25
"""Passages on a page."""
NAMED = 200
"""References that name one work and are looked at for its name."""


@reading
def cited(request: HttpRequest, pk: str) -> HttpResponse:
    """Who cites a document."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    public = Document.objects.visible_to(AnonymousUser()).filter(pk=pk).exists()
    context = {
        "document": document,
        "title": document.title,
        "watch": _watch(request, document=document),
        "badge": whole(f"{document.get_absolute_url()}cited/badge.svg") if public else "",
        "page_at": whole(f"{document.get_absolute_url()}cited/"),
    }
    return _page(request, of_document(document, request.user), context)


@reading
def work(request: HttpRequest, key: str) -> HttpResponse:
    """Who cites a work that is named in documents that the reader may see."""
    references = Reference.objects.visible_to(request.user).published().filter(work=key).select_related("document")
    reference = named(references[:NAMED])
    if reference is None:
        raise Http404
    held = Held.objects.filter(reference__in=references, document__in=Document.objects.visible_to(request.user))
    context = {
        "work": key,
        "reference": reference,
        "title": reference.title or reference.text,
        "held": {each.document for each in held.select_related("document")[:NAMED]},
        "watch": _watch(request, work=key),
    }
    return _page(request, of_work(key, request.user), context)


def _page(request: HttpRequest, passages: Any, context: dict[str, Any]) -> HttpResponse:
    filters = Filters(request.GET, passages)
    chosen = filters.chosen(passages).annotate(place=IN_ORDER)
    chosen = chosen.select_related("document", "reference").order_by("place", "-document__date", "document", "order")
    page = Paginator(chosen, SHOWN).get_page(request.GET.get("page"))
    context |= {
        "tally": tally(passages),
        "documents": documents(passages),
        "filters": filters,
        "page": page,
        "shown": shown(page, request.user),
        "citers": citers(passages, request.user),
    }
    return render(request, "citations/cited.html", context)


def _watch(request: HttpRequest, **what: Any) -> CitationWatch | None:
    if not request.user.is_authenticated:
        return None
    return CitationWatch.objects.filter(person=request.user, **what).first()


@cache_control(public=True, max_age=300)
@reading
def badge(request: HttpRequest, pk: str) -> HttpResponse:
    """The tally as a picture for other sites: of a public document, as the public sees it, whoever looks."""
    anyone = AnonymousUser()
    document = get_object_or_404(Document.objects.visible_to(anyone), pk=pk)
    counted = tally(of_document(document, anyone))
    return HttpResponse(drawn.svg(counted, _("Citations")), content_type="image/svg+xml")


@reading
def exchange(request: HttpRequest, pk: str) -> HttpResponse:
    """Who cites a document, as JSON-LD."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    headers = {"Content-Disposition": f'attachment; filename="{pk}-cited.jsonld"'}
    return HttpResponse(linked.cited(document, request.user), "application/ld+json; charset=utf-8", headers=headers)
