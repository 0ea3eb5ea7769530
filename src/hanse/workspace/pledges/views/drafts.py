"""How does a focal point write a pledge? Begun, kept as it is typed, filed, taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Right, may, needs, public
from hanse.workspace.accounts.signed_out import forget, kept_aside, stash
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.keys import key
from hanse.workspace.pledges import drafting, quality
from hanse.workspace.pledges.drafting import form_of, keep, problems
from hanse.workspace.pledges.fields import line
from hanse.workspace.pledges.models import WITH_CITY, Call, Pledge, State


@needs(Right.SPEAK)
def mine(request: HttpRequest) -> HttpResponse:
    """The pledges of somebody's cities, the calls that are open to them, and what others ask of them."""
    from hanse.workspace.pledges.light import light_of
    from hanse.workspace.pledges.views.joint import asked_of

    held = Pledge.objects.of_cities_of(request.user).select_related("city", "call").order_by("-made")
    mine = set(cities_of(request.user).values_list("pk", flat=True))
    pledges = [
        {"pledge": each, "light": light_of(each), "leads": each.city_id in mine}
        for each in held.exclude(state=State.WITHDRAWN)
    ]
    calls = Call.objects.visible_to(request.user)
    context = {
        "cities": cities_of(request.user),
        "writing": [each for each in pledges if each["leads"] and each["pledge"].state in WITH_CITY],
        "others": [each for each in pledges if not (each["leads"] and each["pledge"].state in WITH_CITY)],
        "calls": [each for each in calls if each.open],
        "asked": asked_of(request.user),
    }
    return render(request, "pledges/mine.html", context)


@needs(Right.SPEAK)
def begin(request: HttpRequest, pk: str) -> HttpResponse:
    """Begin a pledge under a call: for which city, and with which words of last cycle."""
    call = get_object_or_404(Call.objects.visible_to(request.user).exclude(opened=None), pk=pk)
    cities = list(cities_of(request.user))
    if not cities:
        raise Http404
    sources = {each.pk: each for each in drafting.earlier(call, request.user)}
    others = Pledge.objects.visible_to(request.user).filter(state=State.PUBLISHED).exclude(city__in=cities)
    matched = others.filter(pk=line(request.GET.get("matches", ""), 40)).first()
    if request.method == "POST":
        city = next((each for each in cities if each.pk == request.POST.get("city")), None)
        if city is None and len(cities) == 1:
            city = cities[0]
        if city is None:
            raise Http404
        try:
            source = sources.get(request.POST.get("source", ""))
            mark = request.POST.get("mark", "")
            pledge = drafting.begin(call, city, request.user, mark=mark, source=source, matches=matched)
            return redirect("pledge-draft", pledge.pk)
        except RefusedChange as refused:
            messages.error(request, refused.sentence)
    context = {"call": call, "cities": cities, "sources": sources.values(), "mark": key(), "matched": matched}
    context["closed"] = "" if call.open else drafting.closed(call)
    return render(request, "pledges/begin.html", context, status=200 if call.open else 409)


def _own(request: HttpRequest, pk: str) -> Pledge:
    """A pledge that the visitor's city leads; 404 for any other."""
    found = Pledge.objects.visible_to(request.user).select_related("city", "call")
    return get_object_or_404(found.filter(city__in=cities_of(request.user)), pk=pk)


@public
def draft(request: HttpRequest, pk: str) -> HttpResponse:
    """The form of a pledge. What is sent after the session ended is kept aside until its sender signs in again."""
    if not request.user.is_authenticated:
        return _signed_out(request)
    if not may(request.user, Right.SPEAK):
        raise Http404
    pledge = _own(request, pk)
    if pledge.state not in WITH_CITY:
        return redirect(pledge)
    if request.method == "POST":
        return _sent(request, pledge)
    aside = kept_aside(request)
    if aside is not None:
        messages.warning(
            request, _("You had been signed out. What you had typed stands here again; save it to keep it.")
        )
    return _page(request, pledge, data=aside, check=pledge.state == State.RETURNED and aside is None)


def _signed_out(request: HttpRequest) -> HttpResponse:
    """Kept, and asked to sign in; in a line beside the form while it is being typed into."""
    to_sign_in = stash(request)
    if not request.htmx:
        return to_sign_in
    context = {"path": request.path, "kept": kept_aside(request) is not None}
    return render(request, "pledges/parts/signed_out.html", context)


def _sent(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    given = request.POST.get("revision", "")
    revision = int(given) if given.isdecimal() and len(given) < 9 and "over" not in request.POST else None
    kept = keep(pledge, request.POST, request.user, revision=revision, by_hand=not request.htmx)
    if request.htmx:
        context = {"kept": kept, "pledge": pledge, "hints": quality.of_pledge(pledge)}
        return render(request, "pledges/parts/kept.html", context)
    if not kept.done:
        return _page(request, pledge, data=request.POST, said=kept.said, stale=kept.stale, status=409)
    forget(request)
    for sentence in kept.said:
        messages.warning(request, sentence)
    if request.POST.get("do") == "file":
        return _file(request, pledge)
    messages.success(request, _("The draft is saved."))
    return redirect("pledge-draft", pledge.pk)


def _file(request: HttpRequest, pledge: Pledge) -> HttpResponse:
    if problems(pledge, request.user):
        return _page(request, pledge, check=True, asked=True, status=422)
    try:
        done = drafting.file(pledge, request.user)
    except RefusedChange as refused:
        return _page(request, pledge, check=True, said=(refused.sentence,), status=409)
    messages.success(request, _("Filed. The secretariat reads it now.") if done else _("It was filed already."))
    return redirect("record", "pledges", pledge.pk)


def _page(
    request: HttpRequest,
    pledge: Pledge,
    *,
    data: Any = None,
    check: bool = False,
    asked: bool = False,
    said: tuple[str, ...] = (),
    stale: bool = False,
    status: int = 200,
) -> HttpResponse:
    form = form_of(pledge, request.user, check=check, data=data)
    comments: dict[str, list[Any]] = {}
    for each in pledge.comments.select_related("by"):
        comments.setdefault(each.field, []).append(each)
    context = {
        "pledge": pledge,
        "form": form,
        "rows": [(field, comments.get(field.name, [])) for field in form],
        "comments": comments.get("", []),
        "hints": quality.of_pledge(pledge),
        "said": said,
        "stale": stale,
        "asked": asked,
        "closed": "" if pledge.call is None or pledge.call.open else drafting.closed(pledge.call),
    }
    return render(request, "pledges/draft.html", context, status=status)


@needs(Right.SPEAK)
@require_POST
def withdraw(request: HttpRequest, pk: str) -> HttpResponse:
    """Take a pledge back before it is public; it can be brought back as a draft."""
    pledge = _own(request, pk)
    if request.POST.get("back"):
        done = drafting.bring_back(pledge)
        messages.success(request, _("It is a draft again.") if done else _("It was not withdrawn."))
        return redirect(pledge)
    done = drafting.withdraw(pledge, line(request.POST.get("why", ""), 300))
    if done:
        messages.success(request, _("The pledge is withdrawn. Its page keeps it, and brings it back."))
    else:
        messages.error(request, _("It is public already: report it as discontinued instead."))
    return redirect(pledge)
