"""The front page of citations: passages by stance, who disagrees with whom, what is new on what one watches."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.citations.cited import IN_ORDER, citing, tally
from hanse.workspace.citations.disagreeing import Pairs
from hanse.workspace.citations.filters import Filters
from hanse.workspace.citations.models import CitationNotice, CitationWatch, Reference
from hanse.workspace.citations.shown import shown
from hanse.workspace.documents.models import Document

SHOWN = 25


@reading
def citations(request: HttpRequest) -> HttpResponse:
    """All citing passages that the reader may see, counted; those that were asked for, or who disagrees with whom."""
    passages = citing(request.user)
    filters = Filters(request.GET)
    context: dict[str, Any] = {"tally": tally(passages), "filters": filters}
    if filters.used:
        context["page"] = page = _page(request, _ordered(filters.chosen(passages)))
        context["shown"] = shown(page, request.user)
    else:
        context["page"] = _page(request, Pairs(request.user))
        if request.user.is_authenticated:
            context |= _own(request)
    return render(request, "citations/citations.html", context)


def _page(request: HttpRequest, what: Any) -> Any:
    return Paginator(what, SHOWN).get_page(request.GET.get("page"))


def _ordered(passages: Any) -> Any:
    """By stance, then the latest documents first."""
    passages = passages.annotate(place=IN_ORDER).select_related("document", "reference")
    return passages.order_by("place", "-document__date", "document", "order", "pk")


def _own(request: HttpRequest) -> dict[str, Any]:
    """What the reader watches and was told of, as far as it may be seen now."""
    notices = CitationNotice.objects.filter(person=request.user, passage__in=citing(request.user).values("pk"))
    fresh = notices.filter(seen=None).select_related("passage__document", "passage__reference")[:SHOWN]
    watches = []
    documents = Document.objects.visible_to(request.user)
    for each in CitationWatch.objects.filter(person=request.user):
        if each.document_id:
            if document := documents.filter(pk=each.document_id).first():
                watches.append((each, document.title, f"{document.get_absolute_url()}cited/"))
        elif named := Reference.objects.visible_to(request.user).published().filter(work=each.work).first():
            watches.append((each, str(named), named.get_absolute_url()))
    return {"fresh": shown([each.passage for each in fresh], request.user), "watches": watches}


@needs(Right.READ)
@require_POST
def watch(request: HttpRequest) -> HttpResponse:
    """Watch a document or a work, or watch it no longer."""
    if not request.user.is_authenticated:
        raise Http404
    if key := request.POST.get("document", ""):
        document = get_object_or_404(Document.objects.visible_to(request.user), pk=key)
        what, to = {"document": document}, f"{document.get_absolute_url()}cited/"
    else:
        seen = Reference.objects.visible_to(request.user).published().filter(work=request.POST.get("work", "")).first()
        if seen is None:
            raise Http404
        what, to = {"work": seen.work}, seen.get_absolute_url()
    held = CitationWatch.objects.filter(person=request.user, **what)
    if "stop" in request.POST:
        held.delete()
        messages.success(request, _("You will not be told of it any more."))
    else:
        CitationWatch.objects.get_or_create(person=request.user, **what)
        messages.success(request, _("You will be told of passages that cite it from now on."))
    return redirect(to)
