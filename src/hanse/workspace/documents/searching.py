"""Where does it say so? The search page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from hanse.reports.marks import Layer, marked
from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.models import Document, Passage
from hanse.workspace.documents.query import Query, Reference, excerpt, hits, passages

PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Hit:
    passage: Passage
    words: SafeString


@reading
def search(request: HttpRequest) -> HttpResponse:
    """Words in any passage, or a symbol and a paragraph."""
    said = request.GET.get("q", "").strip()[:500]
    held = Document.objects.visible_to(request.user)
    if request.GET.get("adopted"):
        held = held.filter(adopted=True)
    context: dict[str, Any] = {"said": said, "adopted": bool(request.GET.get("adopted"))}
    if said and (reference := Reference.of(said)):
        context["reference"] = reference
        context["references"] = [
            (each, [hit(passage, None) for passage in reference.passages(each)[:30]])
            for each in reference.documents(request.user)[:10]
        ]
    query = Query.of(said)
    if query.parts:
        page = Paginator(passages(query, request.user, held), PER_PAGE).get_page(request.GET.get("page"))
        found = groupby(page, key=lambda passage: passage.document)
        context["page"] = page
        context["found"] = [(document, [hit(each, query) for each in group]) for document, group in found]
    context["any"] = held.exists()
    return render(request, "documents/search.html", context)


def hit(passage: Passage, query: Query | None) -> Hit:
    """A passage with its hits marked; of a long one, what stands around the first."""
    spans = hits(passage.text, passage.document.language, query) if query else ()
    start, end = excerpt(passage.text, spans)
    moved = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
    words = marked(passage.text[start:end], [Layer("hit", moved)])
    before, after = "… " if start else "", " …" if end < len(passage.text) else ""
    return Hit(passage, mark_safe(f"{before}{words}{after}"))
