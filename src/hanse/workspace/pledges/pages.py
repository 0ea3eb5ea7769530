"""What do the pages of calls and pledges show?"""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.documents.models import Document
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.keys import key
from hanse.workspace.pledges.choosing import Choice, PracticeChoice, chosen, published
from hanse.workspace.pledges.forms import Said
from hanse.workspace.pledges.light import light_of
from hanse.workspace.pledges.map import map_of
from hanse.workspace.pledges.models import (
    WITH_CITY,
    Adoption,
    Call,
    Match,
    Pledge,
    Practice,
    Recognition,
    Report,
    State,
    Status,
)
from hanse.workspace.pledges.objectives import named
from hanse.workspace.pledges.publishing import flagged
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
        "frame": _frame(request),
        "as_of": as_of,
    }
    return render(request, "pledges/pledges.html", context)


def _frame(request: HttpRequest) -> str:
    """What another site puts into its page to show this list; "" where the workspace is not public."""
    if not settings.HANSE_OPEN_TO_PUBLIC:
        return ""
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    address = f"{settings.HANSE_ADDRESS or f'{request.scheme}://{request.get_host()}'}{reverse('pledges-embed')}{asked}"
    return f'<iframe src="{address}" title="{_("Pledges of cities")}" width="100%" height="600"></iframe>'


@page("pledges")
def pledge(request: HttpRequest, record: Pledge, as_of: AsOf) -> HttpResponse:
    """One pledge: what was promised, by whom, and what became of it."""
    user = request.user
    mine = set(cities_of(user).values_list("pk", flat=True))
    ties = list(record.partnerships.select_related("city", "by").filter(city__in=Actor.objects.visible_to(user)))
    desk, public = may(user, Right.DESK), record.state == State.PUBLISHED
    inside = desk or record.city_id in mine or any(each.city_id in mine for each in ties)
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
        "practices": Practice.objects.visible_to(user).filter(pledge=record),
        "documents": _documents(record, user),
        "open": [each for each in Call.objects.visible_to(user) if each.open] if mine - {record.city_id} else [],
        "reporting": public and (desk or record.city_id in mine),
        "recognising": public and desk,
        "can_be_practice": public and record.status == Status.FULFILLED and (desk or record.city_id in mine),
        "comments": record.comments.select_related("by") if record.state != State.PUBLISHED and inside else [],
        "answering": Said(initial={"once": key()}) if not public and record.city_id in mine else None,
        "leads": record.city_id in mine,
        "mine": mine,
        "inside": inside,
        "reviewing": reviewing,
        "writing": record.state in WITH_CITY and record.city_id in mine,
        "asked": [each for each in ties if each.agreed is None and each.city_id in mine],
        "offering": public and (desk or bool(mine - {record.city_id})),
        "as_of": as_of,
    }
    return render(request, "pledges/pledge.html", context)


def _documents(record: Pledge, user: Any) -> set[str]:
    """The documents named as evidence that a user may see."""
    named = record.reports.exclude(document=None).values("document")
    return set(Document.objects.visible_to(user).filter(pk__in=named).values_list("pk", flat=True))


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


@listing("practices")
def practices(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """Practices, found by their words, by objective and by country, each with how often it was adopted."""
    held = Practice.objects.visible_to(request.user).select_related("city")
    choice = PracticeChoice(request.GET, held, request.user)
    adopted = Counter(
        Adoption.objects.visible_to(request.user)
        .filter(practice__in=held)
        .order_by()
        .values_list("practice", flat=True)
    )
    found = [(each, adopted[each.pk]) for each in choice.chosen(held)]
    lines = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"choice": choice, "lines": lines, "count": len(found), "any": held.exists(), "as_of": as_of}
    return render(request, "pledges/practices.html", context)


@page("practices")
def practice(request: HttpRequest, record: Practice, as_of: AsOf) -> HttpResponse:
    """One practice: what was done, what it takes, what came of it, and who adopted it."""
    user = request.user
    mine = set(cities_of(user).values_list("pk", flat=True))
    desk = may(user, Right.DESK)
    texts = [record.title, record.what, record.needs, record.results, record.lessons]
    context = {
        "record": record,
        "practice": record,
        "pledge": Pledge.objects.visible_to(user).filter(pk=record.pledge_id).first(),
        "objectives": named(record.toward, user),
        "adoptions": Adoption.objects.visible_to(user).filter(practice=record).select_related("city"),
        "writing": desk or (record.city_id in mine and record.published is None),
        "adopting": record.published is not None and (desk or bool(mine - {record.city_id})),
        "flagged": flagged(texts) if desk and record.published is None else [],
        "desk": desk,
        "as_of": as_of,
    }
    return render(request, "pledges/practice.html", context)
