"""What do the pages of calls and pledges show?"""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.pledges.choosing import Choice, chosen, published
from hanse.workspace.pledges.light import light_of
from hanse.workspace.pledges.map import map_of
from hanse.workspace.pledges.models import WITH_CITY, Call, Match, Pledge, Recognition, Report, State
from hanse.workspace.pledges.objectives import named
from hanse.workspace.pledges.shown import rows
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.models import Actor
from hanse.workspace.registry.pages import listing, page

PER_PAGE = 50


@listing("pledges")
def pledges(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All published pledges, with filters and a map; what is on its way is on the desks of those who work on it."""
    held = published(request.user)
    choice = Choice(request.GET, held, request.user)
    lines = chosen(held, choice.wanted(), request.user, as_of)
    calls = Call.objects.visible_to(request.user)
    context = {
        "choice": choice,
        "wanted": choice.wanted(),
        "any": held.exists(),
        "lines": Paginator(lines, PER_PAGE).get_page(request.GET.get("page")),
        "count": len(lines),
        "cities": len({city.pk for each in lines for city in each.cities}),
        "countries": len({city.country for each in lines for city in each.cities if city.country}),
        "lights": Counter(each.light for each in lines if each.light).most_common(),
        "map": map_of(lines, as_of),
        "open": [each for each in calls if each.open],
        "as_of": as_of,
    }
    return render(request, "pledges/pledges.html", context)


@page("pledges")
def pledge(request: HttpRequest, record: Pledge, as_of: AsOf) -> HttpResponse:
    """One pledge: what was promised, by whom, and what became of it."""
    user = request.user
    mine = set(cities_of(user).values_list("pk", flat=True))
    ties = list(record.partnerships.select_related("city", "by").filter(city__in=Actor.objects.visible_to(user)))
    inside = may(user, Right.DESK) or record.city_id in mine or any(each.city_id in mine for each in ties)
    reviewing = may(user, Right.COMMENT) and not may(user, Right.SPEAK)
    answers = rows(record, user)
    call = Call.objects.visible_to(user).filter(pk=record.call_id).first()
    matched = Pledge.objects.visible_to(user).filter(pk=record.matches_id).first()
    context = {
        "record": record,
        "pledge": record,
        "call": call,
        "matched": matched,
        "answers": [each for each in answers if each.lines and each.name not in ("title", "description")],
        "description": next((each.lines[0] for each in answers if each.name == "description" and each.lines), ""),
        "objectives": named(record.toward, user),
        "partners": [each for each in ties if each.agreed or inside],
        "light": light_of(record, as_of.day),
        "reports": Report.objects.visible_to(user).filter(pledge=record).select_related("document", "by"),
        "offers": Match.objects.visible_to(user).filter(pledge=record).select_related("actor"),
        "recognitions": Recognition.objects.visible_to(user).filter(pledge=record).select_related("actor"),
        "practices": record.practices.all().visible_to(user),
        "comments": record.comments.select_related("by") if record.state != State.PUBLISHED and inside else [],
        "leads": record.city_id in mine,
        "mine": mine,
        "inside": inside,
        "reviewing": reviewing,
        "writing": record.state in WITH_CITY and record.city_id in mine,
        "asked": [each for each in ties if each.agreed is None and each.city_id in mine],
        "offering": may(user, Right.DESK) or bool(mine - {record.city_id}),
        "as_of": as_of,
    }
    return render(request, "pledges/pledge.html", context)


@listing("calls")
def calls(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All calls: open ones first."""
    held = list(Call.objects.visible_to(request.user).order_by("-opened", "-made", "pk"))
    rank = {"open": 0, "draft": 1, "closed": 2}
    counts = Counter(published(request.user).order_by().values_list("call", flat=True))
    lines = [(each, counts[each.pk]) for each in sorted(held, key=lambda each: rank[each.state])]
    return render(request, "pledges/calls.html", {"lines": lines, "as_of": as_of})


@page("calls")
def call(request: HttpRequest, record: Call, as_of: AsOf) -> HttpResponse:
    """One call: what it asks, and what was pledged under it."""
    held = published(request.user).filter(call=record)
    on_the_way: Any = []
    if may(request.user, Right.DESK):
        on_the_way = Counter(
            State(each).label
            for each in record.pledges.standing().exclude(state=State.PUBLISHED).values_list("state", flat=True)
        ).items()
    context = {
        "record": record,
        "call": record,
        "asked": record.questions.all(),
        "instruments": record.instruments.all().visible_to(request.user),
        "lines": chosen(held, {}, request.user, as_of),
        "on_the_way": on_the_way,
        "mine": Pledge.objects.of_cities_of(request.user).filter(call=record).select_related("city"),
        "as_of": as_of,
    }
    return render(request, "pledges/call.html", context)
