"""Which statement, draft or version does an address mean? What somebody may not see is not there: 404."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from hanse.workspace.accounts.rights import Right, View, needs, public
from hanse.workspace.accounts.signed_out import stash
from hanse.workspace.statements.models import Paragraph, Statement, Version
from hanse.workspace.statements.sight import drafts_of


def long_form(right: Right) -> Callable[[View], View]:
    """A view with a form that takes a while: what is sent after the session ended is kept until its sender is back."""

    def decorate(view: View) -> View:
        guarded = needs(right)(view)

        @wraps(view)
        def kept(request: HttpRequest, *args: Any, **said: Any) -> HttpResponse:
            return guarded(request, *args, **said) if request.user.is_authenticated else stash(request)

        kept.hanse_right = right  # type: ignore[attr-defined]
        return public(kept)

    return decorate


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


def reading(paragraphs: list[Paragraph], language: str, beside: str = "") -> list[dict[str, Any]]:
    """Paragraphs with their wording in a language and, aligned, in another."""
    return [
        {"paragraph": each, "text": each.said(language), "beside": each.said(beside) if beside else ""}
        for each in paragraphs
    ]
