"""How does a fulfilled pledge become a practice that others adopt?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.saying import comma
from hanse.workspace.accounts.rights import Handling, Right, may, needs
from hanse.workspace.focal_points.models import cities_of, speaks_for
from hanse.workspace.pledges.fields import line
from hanse.workspace.pledges.forms import AdoptionForm, PracticeForm, RecognitionForm
from hanse.workspace.pledges.models import Adoption, Pledge, Practice, Recognition, State, Status
from hanse.workspace.pledges.publishing import flagged


def _of_city(request: HttpRequest, city: Any) -> bool:
    return may(request.user, Right.DESK) or speaks_for(request.user, city)


@needs(Right.COMMENT)
def make(request: HttpRequest, pk: str) -> HttpResponse:
    """Write the practice that a fulfilled pledge became; it is shown once the office publishes it."""
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user).select_related("city"), pk=pk)
    done = pledge.status == Status.FULFILLED and pledge.state == State.PUBLISHED
    if not done or not _of_city(request, pledge.city):
        raise Http404
    practice = Practice(pledge=pledge, city=pledge.city, toward=pledge.toward, handling=pledge.handling)
    last = pledge.reports.exclude(shown=None).first()
    initial = {"title": pledge.title, "what": pledge.description, "results": last.narrative if last else ""}
    return _written(request, practice, initial)


@needs(Right.COMMENT)
def edit(request: HttpRequest, pk: str) -> HttpResponse:
    """Write on a practice that is not published yet; the office, on any."""
    practice = get_object_or_404(Practice.objects.visible_to(request.user).select_related("city", "pledge"), pk=pk)
    if not _of_city(request, practice.city) or (practice.published and not may(request.user, Right.DESK)):
        raise Http404
    return _written(request, practice, None)


def _written(request: HttpRequest, practice: Practice, initial: Any) -> HttpResponse:
    form = PracticeForm(request.POST or None, instance=practice, initial=initial)
    if request.method == "POST" and form.is_valid():
        held = Practice.objects.standing().filter(pledge=practice.pledge, title=form.cleaned_data["title"]).first()
        if practice._state.adding and held is not None:
            messages.info(request, _("That practice is written already."))
            return redirect(held)
        if practice.published and (told := flagged(form.texts())):
            form.add_error(None, _("It is public, and this would show %(what)s. Take that out.") % {"what": told[0]})
            return render(request, "pledges/practice_form.html", {"form": form, "practice": practice}, status=422)
        form.save()
        messages.success(request, _("The practice is written."))
        return redirect(practice)
    context = {"form": form, "practice": practice}
    return render(request, "pledges/practice_form.html", context, status=422 if form.errors else 200)


@needs(Right.DESK)
@require_POST
@transaction.atomic
def publish(request: HttpRequest, pk: str) -> HttpResponse:
    """Show a practice to others; not with anything in it that might expose somebody, unless a reason is given."""
    seen = Practice.objects.visible_to(request.user).order_by().values("pk")
    practice = get_object_or_404(Practice.objects.select_for_update().filter(pk__in=seen), pk=pk)
    why = line(request.POST.get("why", ""), 300)
    if request.POST.get("do") == "unpublish":
        if practice.published is not None:
            practice.published = None
            practice._change_reason = why or _("Taken off the public pages.")
            practice.save()
        messages.success(request, _("It is off the public pages."))
        return redirect(practice)
    told = flagged([practice.title, practice.what, practice.needs, practice.results, practice.lessons])
    if told and not why:
        messages.error(
            request,
            _("It would show %(what)s: take it out, or say why it may stay.") % {"what": comma().join(told[:5])},
        )
        return redirect(practice)
    if practice.published is None:
        practice.published = timezone.now()
        practice._change_reason = _("Published. %(why)s") % {"why": why}
        practice.save()
    messages.success(request, _("Published: others can search and adopt it."))
    return redirect(practice)


@needs(Right.COMMENT)
def adopt(request: HttpRequest, pk: str) -> HttpResponse:
    """Record that a city took a practice over."""
    practice = get_object_or_404(Practice.objects.visible_to(request.user).exclude(published=None), pk=pk)
    mine = cities_of(request.user).exclude(pk=practice.city_id)
    if not (may(request.user, Right.DESK) or mine.exists()):
        raise Http404
    adoption = Adoption(practice=practice, handling=practice.handling)
    form = AdoptionForm(request.POST or None, instance=adoption, cities=mine, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The adoption is recorded."))
        return redirect(practice)
    context = {"form": form, "practice": practice}
    return render(request, "pledges/adopt.html", context, status=422 if form.errors else 200)


@needs(Right.DESK)
def recognise(request: HttpRequest, pk: str) -> HttpResponse:
    """Record who acknowledged a pledge, and where."""
    pledge = get_object_or_404(Pledge.objects.visible_to(request.user), pk=pk)
    made = Recognition(pledge=pledge, handling=Handling.PUBLIC)
    form = RecognitionForm(request.POST or None, instance=made, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The recognition is recorded."))
        return redirect(pledge)
    return render(
        request, "pledges/recognise.html", {"form": form, "pledge": pledge}, status=422 if form.errors else 200
    )
