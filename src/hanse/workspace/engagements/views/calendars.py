"""How do engagements come from a calendar, and go into one? An upload with a dry run, and a download of one's own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from hanse.errors import HanseError, echoed
from hanse.workspace.accounts.rights import Handling, Right, needs
from hanse.workspace.engagements.calendar_in import LARGEST, read
from hanse.workspace.engagements.calendar_out import calendar as written
from hanse.workspace.engagements.calendar_taken import KNOWN, NEW, REFUSED, take, weighed
from hanse.workspace.engagements.forms import HANDLINGS, WHO_SEES
from hanse.workspace.engagements.listing import lines
from hanse.workspace.engagements.models import CalendarDraft, Engagement, EngagementKind
from hanse.workspace.engagements.views.quick import enters
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.registry.models import Actor

SHOWN = 400
"""Events that can be left out one by one; the form of more would be refused."""
TOLD = 200


class CalendarForm(forms.Form):
    """A calendar file, and what is true of all its events."""

    file = forms.FileField(
        label=gettext_lazy("Calendar"), widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("They are"), choices=EngagementKind.choices, initial=EngagementKind.MEETING
    )
    city = forms.ModelChoiceField(label=gettext_lazy("For which city"), queryset=None, empty_label=None)
    handling = forms.ChoiceField(label=WHO_SEES, choices=HANDLINGS, initial=Handling.INTERNAL)

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["city"].queryset = cities = cities_of(user)
        if len(cities) < 2:
            del self.fields["city"]

    def clean_file(self) -> Any:
        given = self.cleaned_data["file"]
        if given.size > LARGEST:
            raise ValidationError(
                _("It has more than %(n)s megabytes; export fewer years.") % {"n": LARGEST // 1_000_000}
            )
        try:
            self.rows = read(given.read())
        except HanseError as error:
            raise ValidationError(capfirst(error.sentence)) from None
        return given


@needs(Right.READ)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a file and show what of it would be new; nothing is written yet."""
    if not enters(request.user):
        raise Http404
    form = CalendarForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        CalendarDraft.objects.filter(owner=request.user).delete()
        draft = CalendarDraft.objects.create(
            owner=request.user,
            name=said["file"].name[:200],
            kind=said["kind"],
            handling=said["handling"],
            city=said.get("city") or cities_of(request.user).first(),
            rows=weighed(form.rows, request.user),
        )
        return redirect("engagements-calendar-draft", draft.pk)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "engagements/calendar.html", {"form": form}, status=status)


@needs(Right.READ)
def draft(request: HttpRequest, pk: str) -> HttpResponse:
    """The dry run: what would be noted, what is here already, what cannot be read."""
    found = _own(request, pk)
    by_state = {state: [each for each in found.rows if each["state"] == state] for state in (NEW, KNOWN, REFUSED)}
    actors = Actor.objects.visible_to(request.user).in_bulk({key for each in by_state[NEW] for key in each["people"]})
    new = [(each, [actors[key] for key in each["people"] if key in actors]) for each in by_state[NEW][:SHOWN]]
    context = {
        "draft": found,
        "new": new,
        "new_count": len(by_state[NEW]),
        "more": len(by_state[NEW]) - len(new),
        "repeating": sum(bool(each["repeats"]) for each in by_state[NEW]),
        "unknown": sum(each["unknown"] for each in by_state[NEW]),
        "addresses": sum(each["addresses"] for each in by_state[NEW]),
        "known": len(by_state[KNOWN]),
        "gone": [each for each in by_state[KNOWN] if each["why"] != _("here already")][:TOLD],
        "refused": by_state[REFUSED][:TOLD],
        "refused_count": len(by_state[REFUSED]),
    }
    return render(request, "engagements/calendar_draft.html", context)


@needs(Right.READ)
@require_POST
def take_in(request: HttpRequest, pk: str) -> HttpResponse:
    """Take in what was not left out, or throw the draft away."""
    found = _own(request, pk)
    if "discard" in request.POST:
        found.delete()
        messages.success(request, _("Thrown away; nothing was brought."))
        return redirect("engagements-calendar")
    out = {int(each) for each in request.POST.getlist("leave") if each.isdecimal() and len(each) < 9}
    shown = [each["line"] for each in found.rows if each["state"] == NEW][:SHOWN]
    unseen = {each["line"] for each in found.rows if each["private"]} - set(shown)
    try:
        count = take(found, out | unseen, user=request.user)
    except HanseError as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("%(n)s brought from “%(name)s”.") % {"n": count, "name": echoed(found.name)})
    return redirect("records", "engagements")


def _own(request: HttpRequest, pk: str) -> CalendarDraft:
    if not enters(request.user):
        raise Http404
    return get_object_or_404(CalendarDraft, pk=pk, owner=request.user)


@require_safe
@needs(Right.READ)
def own(request: HttpRequest) -> HttpResponse:
    """One's own engagements as a calendar: what one entered, or took on, and what one's cities take part in."""
    if not request.user.is_authenticated:
        raise Http404
    cities = Engagement.objects.of_cities_of(request.user).order_by().values("pk")
    mine = Q(author=request.user) | Q(pk__in=cities) | Q(pk__in=request.user.follow_ups.values("engagement"))
    seen = Engagement.objects.visible_to(request.user).filter(mine).exclude(handling=Handling.RESTRICTED)
    body = written(
        _("My engagements"), lines(seen.order_by("first", "pk"), request.user), request.build_absolute_uri("/")
    )
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="engagements.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
