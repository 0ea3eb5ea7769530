"""What comes next, what was, and what is due for a city?"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from hanse.errors import echoed
from hanse.workspace.accounts.rights import reading
from hanse.workspace.processes.agenda import KINDS, Agenda, agenda
from hanse.workspace.processes.models import Process
from hanse.workspace.processes.pictures import pictures
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.filters import no_choice, not_filtered
from hanse.workspace.registry.models import Actor, ActorKind

PAST_PER_PAGE = 100


@reading
def calendar(request: HttpRequest) -> HttpResponse:
    """Sessions and deadlines, upcoming first, then past by year; narrowed by process, city and kind."""
    day, sight = as_of(request), Sight(request.user)
    asked = {name: request.GET.get(name, "") for name in ("process", "city", "kind")}
    process = sight.one(Process.objects, asked["process"])
    city = sight.one(Actor.objects.filter(kind=ActorKind.LOCAL_GOVERNMENT), asked["city"])
    kind = asked["kind"] if asked["kind"] in KINDS else ""
    told = (
        no_choice(_("kind"), asked["kind"], KINDS.items()),
        _unknown(_("There is no process “%(name)s” here that you may see."), asked["process"], process),
        _unknown(_("There is no city “%(name)s” here that you may see."), asked["city"], city),
        not_filtered(_("sessions and deadlines"), request.GET, asked),
    )
    problem = " ".join(filter(None, told))
    found = Agenda([], [], []) if problem else agenda(sight, day.day, process=process, city=city, kind=kind)
    page = Paginator(found.past, PAST_PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "processes/calendar.html",
        {
            "as_of": day,
            "agenda": found,
            "page": page,
            "years": Agenda([], list(page), []).by_year(),
            "process": process,
            "city": city,
            "kind": kind,
            "asked": asked,
            "problem": problem,
            "choices": _choices(sight),
            "kinds": KINDS,
            "pictures": pictures(found.entries, day.day, _("Calendar")),
            "feed": _feed(process, city),
        },
    )


def _unknown(sentence: str, given: str, found: Any) -> str:
    """Says that there is no such process or city; "" where there is, or none was asked for."""
    return sentence % {"name": echoed(given)} if given and not found else ""


def _choices(sight: Sight) -> dict[str, Any]:
    """The processes there are, and the cities that have a session before them or behind them."""
    cities = sight.of(Actor.objects.filter(kind=ActorKind.LOCAL_GOVERNMENT))
    return {
        "processes": sight.of(Process.objects),
        "cities": cities.filter(access__isnull=False).distinct()[:500],
    }


def _feed(process: Process | None, city: Actor | None) -> str:
    """The feed of what the page is narrowed to."""
    if city:
        return reverse("city-feed", args=[city.pk])
    return reverse("process-feed", args=[process.pk]) if process else reverse("calendar-feed")
