"""Who says so? Sources and claims added to a record."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.registry.forms import FIXED
from hanse.workspace.registry.forms_sources import AttestationForm, ClaimForm, WithSource
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Record


@needs(Right.RECORD)
def attest(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """Add what a source says of a record. ``?field=since`` chooses the field."""
    return _add(request, kind, pk, AttestationForm, _("Who says so?"))


@needs(Right.RECORD)
def claim(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """Add an assertion about a record."""
    return _add(request, kind, pk, ClaimForm, _("A claim about it"))


def _add(request: HttpRequest, kind: Kind, pk: str, form_class: type[WithSource], heading: str) -> HttpResponse:
    if FIXED & set(kind.columns):
        raise Http404
    found = get_object_or_404(kind.records().visible_to(request.user), pk=pk)
    initial = _initial(kind, found, request.GET.get("field", ""))
    form = form_class(request.POST or None, record=found, kind=kind, user=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Noted, with its source."))
        return redirect(found)
    return render(request, "registry/say.html", {"kind": kind, "record": found, "form": form, "heading": heading})


def _initial(kind: Kind, found: Record, about: str) -> dict[str, str]:
    """What an address asks to speak of: a field with what stands in it, or a measure."""
    if about in kind.columns:
        return {"field": about, "value": _stands(found, about)}
    return {"field": "measure", "measure": about} if about else {}


def _stands(record: Record, name: str) -> str:
    """What stands in the registry: most sources are added because they say so too."""
    field = record._meta.get_field(name)
    value = getattr(record, name if field.is_relation else field.attname)
    return "" if value is None else str(value)
