"""Are these two one actor? Pairs are proposed, judged by a person, merged, and parted again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from hanse.workspace.accounts.rights import Right, needs


@needs(Right.RECORD)
def duplicates(request: HttpRequest) -> HttpResponse:
    raise Http404


@needs(Right.RECORD)
def judge(request: HttpRequest) -> HttpResponse:
    raise Http404


@needs(Right.RECORD)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404


@needs(Right.RECORD)
def merge(request: HttpRequest, pk: str) -> HttpResponse:
    raise Http404


@needs(Right.RECORD)
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    raise Http404
