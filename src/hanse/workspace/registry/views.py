"""What does the registry hold? Lists of records, and the page of each."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.kinds import Kind, kind_of
from hanse.workspace.registry.models import Actor
from hanse.workspace.registry.pages import LISTS, PAGES

PER_PAGE = 100


@reading
def records(request: HttpRequest, kind: Kind) -> HttpResponse:
    """The list of a kind."""
    day = as_of(request)
    if kind.plural in LISTS:
        return LISTS[kind.plural](request, day)
    found = kind.records().visible_to(request.user)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "registry/records.html", {"kind": kind, "page": page, "as_of": day})


@reading
def record(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """The page of a record; of one that was merged away, the page where it stands now."""
    if kind.model is Actor and (stands := _merged_into(request, pk)):
        return redirect(stands)
    found = get_object_or_404(kind.model.objects.visible_to(request.user), pk=pk)
    if kind_of(found) != kind:
        return redirect(found)
    day = as_of(request)
    if kind.plural in PAGES:
        return PAGES[kind.plural](request, found, day)
    return render(request, "registry/record.html", {"kind": kind, "record": found, "as_of": day})


def _merged_into(request: HttpRequest, pk: str) -> Actor | None:
    gone = Actor.objects.filter(pk=pk).exclude(merged_into=None).first()
    while gone is not None and gone.merged_into_id:
        gone = gone.merged_into
    return Actor.objects.visible_to(request.user).filter(pk=gone.pk).first() if gone else None
