"""Who changed what about a record, when and why? And back to any state of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.history import changes
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.restoring import restore as put_back

PER_PAGE = 50


@needs(Right.RECORD)
def history(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """All states of a record, newest first; of a removed one too."""
    found = kept(request, kind, pk)
    page = Paginator(changes(found), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "registry/history.html", {"kind": kind, "record": found, "page": page})


@needs(Right.RECORD)
@require_POST
def restore(request: HttpRequest, kind: Kind, pk: str, entry: int) -> HttpResponse:
    """Put a record back into one of its states."""
    found = kept(request, kind, pk)
    state = get_object_or_404(found.history, history_id=entry)
    try:
        put_back(found, state)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("It stands again as it did then. The state before is in the history too."))
        if not found.removed and not kind.model.objects.visible_to(request.user).filter(pk=pk).exists():
            messages.warning(request, _("It is not seen yet: a record that it ties is removed still."))
    return redirect("record-history", kind.plural, pk)


def kept(request: HttpRequest, kind: Kind, pk: str) -> Any:
    """A record that a keeper may see, whether it stands or was removed; 404 otherwise."""
    seen = kind.records().visible_to(request.user).filter(pk=pk).first()
    return seen or get_object_or_404(kind.records().removed_for(request.user), pk=pk)
