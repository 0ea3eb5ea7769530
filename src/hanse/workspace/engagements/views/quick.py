"""How is an engagement noted in a minute, on a phone? One short form; nothing that was typed is lost."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, may, public
from hanse.workspace.accounts.signed_out import forget, kept_aside, stash
from hanse.workspace.engagements.forms import QuickForm
from hanse.workspace.engagements.models import Engagement
from hanse.workspace.engagements.who import LEFT_OUT, Meant, meant
from hanse.workspace.engagements.writing import enter
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.keys import key
from hanse.workspace.registry.fields import written
from hanse.workspace.registry.models import Actor

_MARK = re.compile(r"[a-z0-9]{10}")


def enters(user: Any) -> bool:
    """Whether somebody enters engagements: the office, and focal points that have a city."""
    return may(user, Right.DESK) or (may(user, Right.SPEAK) and cities_of(user).exists())


@public
def quick(request: HttpRequest) -> HttpResponse:
    """The short form. What is sent after the session ended stands in it again after signing in."""
    if not request.user.is_authenticated:
        return stash(request)
    if not enters(request.user):
        raise Http404
    if request.method == "POST":
        return _sent(request)
    aside = kept_aside(request)
    if aside is not None:
        messages.warning(
            request, _("You had been signed out. What you had typed stands here again; save it to keep it.")
        )
        return _page(request, QuickForm(aside, user=request.user), meant(_names(aside), aside, request.user))
    return _page(request, QuickForm(user=request.user, initial={"mark": key()}), [])


def _names(data: Any) -> list[str]:
    return [data.get(f"who-{number}", "")[:300] for number in range(3)]


def _sent(request: HttpRequest) -> HttpResponse:
    form = QuickForm(request.POST, user=request.user)
    who = meant(form.names, request.POST, request.user)
    valid = form.is_valid()
    doubtful = [each for each in who if each.actor is None]
    if valid and not doubtful:
        city = _city(request, form)
        if city is None and not who:
            form.add_error(None, _("Say who it was with: a city, a state, an organisation, an office-holder."))
        else:
            return _save(request, form, who, city)
    return _page(request, form, who, status=422)


def _city(request: HttpRequest, form: QuickForm) -> Actor | None:
    """The city for which a focal point enters it; none for the office."""
    return form.cleaned_data.get("city") or cities_of(request.user).first()


def _save(request: HttpRequest, form: QuickForm, who: list[Meant], city: Actor | None) -> HttpResponse:
    mark = form.cleaned_data["mark"]
    mark = mark if _MARK.fullmatch(mark) else key()
    held = Engagement.objects.filter(pk=mark).first()
    if held is not None and held.author_id != request.user.pk:
        mark = key()
    made, new = enter(
        form.cleaned_data, [each.actor for each in who if each.actor], user=request.user, city=city, key=mark
    )
    forget(request)
    messages.success(request, _("Noted.") if new else _("It was noted already."))
    return redirect(made)


def _page(request: HttpRequest, form: QuickForm, who: list[Meant], status: int = 200) -> HttpResponse:
    doubtful = [
        {"line": each, "offered": [(actor.pk, written(actor)) for actor in each.offered]}
        for each in who
        if each.actor is None
    ]
    context = {"form": form, "doubtful": doubtful, "left_out": LEFT_OUT, "city": cities_of(request.user).first()}
    return render(request, "engagements/quick.html", context, status=status)
