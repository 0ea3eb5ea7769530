"""Who did what here, and when?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.audit.models import Entry, Head
from hanse.workspace.audit.pending import settle
from hanse.workspace.audit.reading import Asked, called, sheet

PER_PAGE = 100


@needs(Right.AUDIT)
@never_cache
def audit(request: HttpRequest) -> HttpResponse:
    """The log, newest first; filters leave a part of it."""
    settle()
    form = Asked(request.GET)
    page = Paginator(form.rows(), PER_PAGE).get_page(request.GET.get("page"))
    names = called(page, request.user)
    lines = [(each, names.get((each.model, each.record))) for each in page]
    context = {"form": form, "page": page, "lines": lines, "head": Head.objects.first(), "any": Entry.objects.exists()}
    return render(request, "audit/audit.html", context)


@needs(Right.AUDIT)
@never_cache
def export(request: HttpRequest) -> HttpResponse:
    """The same rows as CSV."""
    settle()
    answer = StreamingHttpResponse(sheet(Asked(request.GET).rows()), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="audit.csv"'
    return answer
