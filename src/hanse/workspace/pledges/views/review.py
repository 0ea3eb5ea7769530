"""How does the secretariat read a pledge? The queue, comments by field, and the steps to the public page."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Handling, Right, may, needs
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.keys import key
from hanse.workspace.mail.posting import told
from hanse.workspace.pledges import publishing, quality
from hanse.workspace.pledges.fields import line
from hanse.workspace.pledges.forms import HANDLINGS, Said
from hanse.workspace.pledges.models import Comment, Pledge, Report, State
from hanse.workspace.pledges.shown import Shown, rows

IN_REVIEW = (State.FILED, State.ACCEPTED, State.RETURNED)


def _reads(user: Any) -> bool:
    """Whether somebody reviews: the office and reviewers, not the cities themselves."""
    return may(user, Right.COMMENT) and not may(user, Right.SPEAK)


@needs(Right.COMMENT)
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for the secretariat, the longest waiting first."""
    if not _reads(request.user):
        raise Http404
    held = Pledge.objects.visible_to(request.user).select_related("city", "call")
    waiting = Report.objects.visible_to(request.user).filter(shown=None, pledge__state=State.PUBLISHED)
    context = {
        "filed": held.filter(state=State.FILED).order_by("filed", "pk"),
        "accepted": held.filter(state=State.ACCEPTED).order_by("filed", "pk"),
        "returned": held.filter(state=State.RETURNED).order_by("filed", "pk"),
        "reports": waiting.select_related("pledge__city") if may(request.user, Right.DESK) else [],
    }
    return render(request, "pledges/queue.html", context)


@needs(Right.COMMENT)
def review(request: HttpRequest, pk: str) -> HttpResponse:
    """A pledge as it was filed, with comments, hints and flags."""
    if not _reads(request.user):
        raise Http404
    pledge = _reviewed(request, pk)
    return _page(request, pledge)


def _reviewed(request: HttpRequest, pk: str) -> Pledge:
    held = Pledge.objects.visible_to(request.user).select_related("city", "call")
    return get_object_or_404(held, pk=pk)


def _page(request: HttpRequest, pledge: Pledge, *, said: Any = None, of: str = "", status: int = 200) -> HttpResponse:
    comments: dict[str, list[Comment]] = {}
    for each in pledge.comments.select_related("by"):
        comments.setdefault(each.field, []).append(each)
    found = publishing.found(pledge)
    context = {
        "pledge": pledge,
        "rows": [
            (each, comments.get(each.name, []), said if of == each.name else Said(initial={"once": key()}))
            for each in rows(pledge, request.user)
        ],
        "whole": Shown("", _("The pledge as a whole"), []),
        "comments": comments.get("", []),
        "whole_form": said if said is not None and not of else Said(initial={"once": key()}),
        "hints": quality.of_pledge(pledge),
        "flags": found,
        "undecided": sum(1 for each in found if not each.reason),
        "partners": pledge.partnerships.select_related("city", "by"),
        "handlings": HANDLINGS,
        "handling": pledge.handling if pledge.handling != Handling.RESTRICTED else Handling.INTERNAL,
        "desk": may(request.user, Right.DESK),
        "of_refused": of if said is not None else None,
    }
    return render(request, "pledges/review.html", context, status=status)


@needs(Right.COMMENT)
@require_POST
def comment(request: HttpRequest, pk: str) -> HttpResponse:
    """Say something of a pledge, or of one of its fields. Its own cities answer here too."""
    pledge = _reviewed(request, pk)
    own = pledge.city_id in set(cities_of(request.user).values_list("pk", flat=True))
    if not _reads(request.user) and not own:
        raise Http404
    field = request.POST.get("field", "")
    if field and field not in {each.name for each in rows(pledge, request.user)}:
        raise Http404
    form = Said(request.POST)
    if not form.is_valid():
        return _page(request, pledge, said=form, of=field, status=422) if not own else _answer(request, pledge, form)
    fields = {"text": form.cleaned_data["text"], "by": request.user, "field": field}
    try:
        with transaction.atomic():
            Comment.objects.create(pledge=pledge, once=form.cleaned_data["once"] or key(), **fields)
    except IntegrityError:
        messages.info(request, _("That was said already."))
    return redirect("pledge-review", pk) if not own else redirect(pledge)


def _answer(request: HttpRequest, pledge: Pledge, form: Said) -> HttpResponse:
    return render(request, "pledges/comment.html", {"pledge": pledge, "form": form}, status=422)


@needs(Right.DESK)
@require_POST
def step(request: HttpRequest, pk: str) -> HttpResponse:
    """Return, accept, publish, or take off the public pages."""
    pledge = _reviewed(request, pk)
    do = request.POST.get("do", "")
    if do == "return":
        return _return(request, pledge)
    if do == "publish":
        return _publish(request, pledge)
    if do not in ("accept", "unpublish"):
        raise Http404
    if do == "accept":
        said = told(
            _("Accepted. The city hears of it by mail."),
            _("Accepted. No mail is sent from here: tell the city yourself."),
        )
        _tell(request, publishing.accept(pledge, request.user), said)
    else:
        why = line(request.POST.get("why", ""), 300)
        _tell(request, publishing.unpublish(pledge, why), _("It is off the public pages."))
    return redirect("pledge-review", pk)


def _tell(request: HttpRequest, done: bool, sentence: str) -> None:
    if done:
        messages.success(request, sentence)
    else:
        messages.info(request, _("Somebody was quicker: it stands as below."))


def _return(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    form = Said(request.POST)
    if not form.is_valid():
        if not request.POST.get("text", "").strip():
            messages.error(request, _("Write what the city should change: the letter says it."))
            return redirect("pledge-review", pledge.pk)
        return _page(request, pledge, said=form, status=422)
    _tell(
        request,
        publishing.give_back(pledge, form.cleaned_data["text"], request.user),
        told(
            _("Returned. The city hears of it by mail."),
            _("Returned. No mail is sent from here: tell the city yourself."),
        ),
    )
    return redirect("pledges-review")


def _publish(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    handling = request.POST.get("handling", "")
    if handling not in (Handling.PUBLIC, Handling.INTERNAL):
        handling = Handling.PUBLIC
    try:
        done = publishing.publish(pledge, request.user, handling)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
        return redirect("pledge-review", pledge.pk)
    _tell(request, done, _("Published."))
    return redirect(pledge) if done else redirect("pledge-review", pledge.pk)


@needs(Right.DESK)
@require_POST
def decide(request: HttpRequest, pk: str) -> HttpResponse:
    """Say why something flagged may stay."""
    pledge = _reviewed(request, pk)
    kind, field, words = (request.POST.get(name, "") for name in ("kind", "field", "words"))
    reason = line(request.POST.get("reason", ""), 500)
    if not reason:
        messages.error(request, _("Say why it may stay: the reason is kept."))
    elif publishing.override(pledge, kind, field, words, reason, request.user):
        messages.success(request, _("It may stay. The reason is kept."))
    else:
        messages.info(request, _("That is not in the pledge any more."))
    return redirect("pledge-review", pk)
