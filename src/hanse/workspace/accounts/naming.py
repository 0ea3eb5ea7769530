"""Who is named for a restricted record? The office names people, who then see it as they see what is internal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.models import Named, User
from hanse.workspace.accounts.rights import SEES, Handled, Handling, Right, needs

BY_NAME = [role for role, levels in SEES.items() if Handling.RESTRICTED not in levels]
"""Roles whose people see what is restricted only where it names them."""


class Naming(forms.Form):
    """One more person for a record."""

    person = forms.ModelChoiceField(
        User.objects.none(), label=gettext_lazy("Name a person"), empty_label=gettext_lazy("choose")
    )

    def __init__(self, *args: Any, record: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        others = User.objects.filter(role__in=BY_NAME, is_active=True).exclude(pk__in=named(record).values("person"))
        self.fields["person"].queryset = others.order_by("name", "email")
        self.fields["person"].label_from_instance = _called


def _called(person: User) -> str:
    role = person.get_role_display().lower()
    said = {"name": person.name, "email": person.email, "role": role}
    return _("%(name)s, %(email)s (%(role)s)") % said if person.name else _("%(email)s (%(role)s)") % said


def named(record: Any) -> Any:
    """The people named for a record, with who named them."""
    own = Named.objects.filter(model=record._meta.label_lower, record=str(record.pk))
    return own.select_related("person", "by").order_by("made", "id")


def names_people(record: Any) -> bool:
    """Whether people can be named for a record: it has a handling level of its own, and a page."""
    return hasattr(record, "handling") and hasattr(record, "get_absolute_url")


@needs(Right.RECORD)
@require_POST
def name(request: HttpRequest, model: str, pk: str) -> HttpResponse:
    """Name a person for a record."""
    record = _found(request, model, pk)
    form = Naming(request.POST, record=record)
    if record.handling != Handling.RESTRICTED:
        messages.error(request, _("People are named for restricted records only; this one is seen without."))
    elif not form.is_valid():
        messages.error(request, _("Choose a person who does not see it yet."))
    else:
        person = form.cleaned_data["person"]
        try:
            with transaction.atomic():
                Named.objects.create(person=person, model=record._meta.label_lower, record=record.pk, by=request.user)
        except IntegrityError:  # somebody named the same person at the same time: it is done
            pass
        messages.success(request, _("%(person)s sees it from now on.") % {"person": person})
    return redirect(record)


@needs(Right.RECORD)
@require_POST
def unname(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person see a record no longer."""
    held = get_object_or_404(Named, pk=pk)
    record = _found(request, held.model, held.record)
    held.delete()
    messages.success(request, _("%(person)s does not see it any more.") % {"person": held.person})
    return redirect(record)


def _found(request: HttpRequest, label: str, pk: str) -> Any:
    """The record of a label, as ``registry.actor``, where people can be named for it; 404 otherwise."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        raise Http404 from None
    manager = getattr(model, "objects", None)
    if manager is None or not isinstance(manager.all(), Handled) or not names_people(model):
        raise Http404
    return get_object_or_404(manager.visible_to(request.user), pk=pk)
