"""How is an engagement written out and corrected? One form with its people and its follow-ups."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, may, public
from hanse.workspace.accounts.signed_out import forget, kept_aside, stash
from hanse.workspace.engagements.forms import FOLLOW_UPS, PARTICIPANTS, EngagementForm
from hanse.workspace.engagements.models import Engagement, EngagementParticipant, FollowUp
from hanse.workspace.engagements.writing import name_author, within
from hanse.workspace.focal_points.models import cities_of


@public
def write(request: HttpRequest, pk: str) -> HttpResponse:
    """The whole form of an engagement, for the office and for the cities that take part in it."""
    if not request.user.is_authenticated:
        return stash(request)
    if request.method != "POST":
        found = _own(request, pk)
        aside = kept_aside(request)
        if aside is not None:
            messages.warning(
                request, _("You had been signed out. What you had typed stands here again; save it to keep it.")
            )
        return _page(request, found, *_forms(request, found, aside))
    with transaction.atomic():
        list(Engagement.objects.select_for_update().filter(pk=pk))
        found = _own(request, pk)
        forms = _forms(request, found, request.POST)
        if all(each.is_valid() for each in forms) and _stays(request, forms):
            return _save(request, *forms)
    return _page(request, found, *forms, status=422)


def _own(request: HttpRequest, pk: str) -> Engagement:
    return get_object_or_404(Engagement.objects.written_by(request.user), pk=pk)


def _forms(request: HttpRequest, found: Engagement, data: Any) -> tuple[Any, Any, Any]:
    said = {"form_kwargs": {"user": request.user}}
    people = EngagementParticipant.objects.visible_to(request.user)
    todo = FollowUp.objects.visible_to(request.user).order_by("made", "pk")
    return (
        EngagementForm(data, instance=found, user=request.user),
        PARTICIPANTS(data, instance=found, queryset=people, prefix="people", **said),
        FOLLOW_UPS(data, instance=found, queryset=todo, prefix="todo", **said),
    )


def _stays(request: HttpRequest, forms: tuple[Any, Any, Any]) -> bool:
    """Whether one of a focal point's cities still takes part: else nobody of it could correct it again."""
    if may(request.user, Right.DESK):
        return True
    mine = set(cities_of(request.user).values_list("pk", flat=True))
    left = [each for each in forms[1].forms if not each.cleaned_data.get("DELETE")]
    if any(getattr(each.cleaned_data.get("actor"), "pk", None) in mine for each in left):
        return True
    forms[0].add_error(None, _("Your city has to be among those who took part."))
    return False


def _save(request: HttpRequest, form: Any, people: Any, todo: Any) -> HttpResponse:
    made = form.save()
    for each in people.save(commit=False):
        each.handling = made.handling
        each.save()
    for each in people.deleted_objects:
        each.remove()
    for each in todo.save(commit=False):
        each.handling = within(made)
        each.save()
    for each in todo.deleted_objects:
        each.remove()
    name_author(made, request.user)
    forget(request)
    messages.success(request, _("Saved."))
    return redirect(made)


def _page(
    request: HttpRequest, found: Engagement, form: Any, people: Any, todo: Any, status: int = 200
) -> HttpResponse:
    if found.pk is None:
        raise Http404
    context = {"engagement": found, "form": form, "people": people, "todo": todo}
    return render(request, "engagements/write.html", context, status=status)
