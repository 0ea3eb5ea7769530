"""How is a record added, corrected, removed, and brought back?"""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange, echoed
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.registry.forms import FIXED, record_form
from hanse.workspace.registry.kinds import Kind, kind_of
from hanse.workspace.registry.restoring import bring_back as put_back


@needs(Right.RECORD)
def add(request: HttpRequest, kind: Kind) -> HttpResponse:
    """A new record. What an address names is filled in: ``?network=uclg``."""
    if FIXED & set(kind.columns):
        raise Http404
    asked = {name: value for name, value in request.GET.items() if name in kind.columns}
    form = record_form(kind, request.user, request.POST or None, kind.model(), initial=asked)
    if request.method == "POST" and form.is_valid():
        made = form.save()
        messages.success(request, _("“%(name)s” is in the registry.") % {"name": echoed(made)})
        return redirect(made)
    return render(request, "registry/edit.html", {"kind": kind, "form": form, "record": None})


@needs(Right.RECORD)
def edit(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """Correct a record. While one person's form is checked and saved, another's for the same record waits."""
    if request.method != "POST":
        return _edited(request, kind, pk)
    with transaction.atomic():
        list(kind.model._base_manager.select_for_update().filter(pk=pk))
        return _edited(request, kind, pk)


def _edited(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    found = get_object_or_404(kind.records().visible_to(request.user), pk=pk)
    called = str(found)
    form = record_form(kind, request.user, request.POST or None, found)
    if request.method == "POST" and form.is_valid():
        if set(form.changed_data) - {"why", "seen"}:
            form.save()
            messages.success(request, _("Saved."))
        return redirect(found.get_absolute_url())
    context = {"kind": kind, "form": form, "record": found, "called": called, "address": kind_of(found)}
    return render(request, "registry/edit.html", context)


@needs(Right.RECORD)
@require_POST
def remove(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """Take a record out of sight; the list offers to bring it back."""
    found = get_object_or_404(kind.records().visible_to(request.user), pk=pk)
    found._change_reason = request.POST.get("why", "").strip() or None
    found.remove()
    return redirect(f"{reverse('records', args=[kind.plural])}?{urlencode({'removed': pk})}")


@needs(Right.RECORD)
@require_POST
def bring_back(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """Bring a removed record back. One that was merged away comes back by taking the merge back."""
    found = get_object_or_404(kind.records().removed_for(request.user), pk=pk)
    if getattr(found, "merged_into_id", None):
        told = _("“%(gone)s” was merged into “%(kept)s”; take the merge back.")
        messages.error(request, told % {"gone": echoed(found), "kept": echoed(found.merged_into)})
        return redirect("duplicates")
    try:
        put_back(found)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
        return redirect("records-removed", kind.plural)
    messages.success(request, _("“%(name)s” is back.") % {"name": echoed(found)})
    if not kind.records().visible_to(request.user).filter(pk=pk).exists():
        messages.warning(request, _("It is not seen yet: a record that it ties is removed still."))
        return redirect("records", kind.plural)
    return redirect(found)
