"""Which statement, draft or version does an address mean? What somebody may not see is not there: 404."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from hanse.workspace.statements.languages import called, direction
from hanse.workspace.statements.models import Paragraph, Statement, Version
from hanse.workspace.statements.sight import drafts_of


def one(request: HttpRequest, pk: str) -> Statement:
    return get_object_or_404(Statement.objects.visible_to(request.user), pk=pk)


def its_draft(request: HttpRequest, pk: str) -> Version:
    """The draft of a statement, for whoever sees its drafts."""
    statement = get_object_or_404(drafts_of(request.user), pk=pk)
    draft = statement.draft
    if draft is None:
        raise Http404
    draft.statement = statement
    return draft


def frozen(request: HttpRequest, pk: str, number: int) -> Version:
    """A frozen version."""
    statement = one(request, pk)
    found = get_object_or_404(statement.versions.exclude(frozen_at=None), number=number)
    found.statement = statement
    return found


def language_of(request: HttpRequest, codes: list[str]) -> str:
    """The language that is asked for, else the authentic one."""
    asked = request.GET.get("language", "")
    return asked if asked in codes else codes[0]


def spoken(codes: list[str]) -> list[dict[str, str]]:
    """Languages as pages name them."""
    return [{"code": each, "name": called(each), "direction": direction(each)} for each in codes]


def reading(paragraphs: list[Paragraph], language: str, beside: str = "") -> list[dict[str, Any]]:
    """Paragraphs with their wording in a language and, aligned, in another."""
    return [
        {"paragraph": each, "text": each.said(language), "beside": each.said(beside) if beside else ""}
        for each in paragraphs
    ]
