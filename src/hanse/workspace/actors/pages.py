"""What do the pages of a city, a network, an organisation and an office-holder show?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.workspace.actors import maps, pictures
from hanse.workspace.actors.dealings import dealings
from hanse.workspace.actors.desk import Desk
from hanse.workspace.actors.due import due
from hanse.workspace.actors.members import Members, cities_by_country, has_members, reported
from hanse.workspace.actors.peers import Item, own_of, peers, rule
from hanse.workspace.actors.portfolio import Portfolio
from hanse.workspace.languages import listed
from hanse.workspace.processes.models import Access, Session
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.filters import no_choice
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Grade, Instrument, Standing
from hanse.workspace.registry.pages import page
from hanse.workspace.registry.pictures import grown
from hanse.workspace.registry.regions import coverage
from hanse.workspace.registry.said import Said
from hanse.workspace.registry.shown import country
from hanse.workspace.registry.sourced import sources_of
from hanse.workspace.registry.views.lists import Counted

PER_PAGE = 60


@page("cities")
def city(request: HttpRequest, city: Actor, as_of: AsOf) -> HttpResponse:
    """The home of a city's office of international affairs: what is due first, then all that it is in."""
    portfolio = Portfolio(city, request.user, as_of.day)
    desk = Desk(portfolio)
    ties = [*portfolio.memberships, *portfolio.former]
    context = {
        **common("cities", city, request, as_of),
        "portfolio": portfolio,
        "desk": desk,
        "due": due(portfolio, desk),
        "sources": sources_of(ties, request.user),
        "pictures": pictures.ties(ties, _lane, title=_("Networks of %(name)s") % {"name": city}, as_of=as_of),
        "map": maps.around(city, title=_("Where %(name)s is") % {"name": city}),
        "peers": peers(city, request.user, as_of.day, _own(portfolio)),
        "rule": rule(),
    }
    return render(request, "actors/city.html", context)


def _own(portfolio: Portfolio) -> frozenset[Item]:
    begun = [each for each in portfolio.access if not each.session.ahead(portfolio.day)]
    return own_of(portfolio.memberships, portfolio.participations, begun)


@page("networks")
def network(request: HttpRequest, network: Actor, as_of: AsOf) -> HttpResponse:
    """What it is, who is in it on the day, where they are, how it grew, and what sources report beside it."""
    user, day = request.user, as_of.day
    members, portfolio = Members(network, user, day), Portfolio(network, user, day)
    grade, code = request.GET.get("grade", ""), request.GET.get("country", "")
    shown = _listed(members, grade, code, "ended" in request.GET).get_page(request.GET.get("page"))
    if "ended" not in request.GET:
        shown.object_list = members.lines(shown)
    counts = reported(Said(network, user), "members", day, network.first)
    context = {
        **common("networks", network, request, as_of),
        "members": members,
        "page": shown,
        "grade": dict(Grade.choices).get(grade, ""),
        "country": country(code) if code else "",
        "reported": counts,
        "newest": next((each for each in counts if each.number is not None), None),
        "growth": grown(
            [each.saying for each in counts],
            members.steps,
            unit=_("members"),
            title=_("Members of %(name)s over time") % {"name": network},
            day=day,
        ),
        "map": _map_of_members(members, network, as_of),
        "coverage": coverage(members.by_country, cities_by_country(user, day)) if members.count.total else [],
        "by_country": _named_countries(members.by_country),
        "sources": sources_of([*shown, *_also(shown), *members.expelled, *members.left], user),
        "ended": "ended" in request.GET,
        "problem": _unknown(members, grade, code),
        "has_members": has_members(network),
        "called": _("members") if has_members(network) else _("participants"),
        "all_of_them": _("all members") if has_members(network) else _("all participants"),
        "portfolio": portfolio,
        "desk": Desk(portfolio),
        "parts": KINDS["networks"].known(Actor.objects.visible_to(user).filter(parent=network), day),
        "convenes": portfolio.convenes,
    }
    return render(request, "actors/network.html", context)


def _listed(members: Members, grade: str, code: str, ended: bool) -> Counted:
    """Pages of those that stand on the day, of a grade and a country where one is asked for; or of all that ended."""
    if ended:
        return Counted(KINDS["memberships"], members.gone, members.ended_count, PER_PAGE)
    chosen = members.chosen(grade, code)
    count = chosen.order_by().count() if grade or code else members.count.total
    return Counted(KINDS["memberships"], chosen, count, PER_PAGE)


def _also(ties: Iterable[Any]) -> list[Any]:
    return [other for each in ties for other in getattr(each, "also", ())]


def _unknown(members: Members, grade: str, code: str) -> str:
    """Which grade or country that the address asks for does not exist here, and which do."""
    countries = [(each, country(each)) for each in sorted(members.by_country) if each]
    return no_choice("grade", grade, Grade.choices) or no_choice("country", code, countries)


def _members(n: int) -> str:
    return ngettext("%(n)s member", "%(n)s members", n) % {"n": intcomma(n)}


def _named_countries(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """Code, name and count, the largest first; those without a documented country last."""
    named = [(code, country(code), count) for code, count in counts.items()]
    return sorted(named, key=lambda each: (not each[0], -each[2], each[1]))


def _map_of_members(members: Members, network: Actor, as_of: AsOf) -> maps.Map | None:
    total = members.count.total
    if not total:
        return None
    title = _("Members of %(name)s") % {"name": network}
    if total > maps.MOST:
        link = f"?country={{}}{f'&as_of={as_of.given}' if as_of.past else ''}#members"
        return maps.of_countries(members.by_country, said=_members, title=title, link=link)
    places = [
        (each.actor, listed([each.actor, each.get_grade_display().lower(), pictures.lasted(each)]), each.first is None)
        for each in members.chosen()
    ]
    return maps.of_places(places, title=title, as_of=as_of)


@page("organisations")
def organisation(request: HttpRequest, organisation: Actor, as_of: AsOf) -> HttpResponse:
    """Who it is, what it is in, who has standing with it, what it convenes and pays for."""
    user = request.user
    portfolio = Portfolio(organisation, user, as_of.day)
    granted = KINDS["standing"].known(Standing.objects.visible_to(user).filter(body=organisation), as_of.day)
    hosted = KINDS["sessions"].known(Session.objects.visible_to(user).filter(host=organisation), as_of.day)
    context = {
        **common("organisations", organisation, request, as_of),
        "portfolio": portfolio,
        "desk": Desk(portfolio),
        "granted": granted.select_related("actor"),
        "convenes": portfolio.convenes,
        "hosted": hosted.select_related("process"),
        "sources": sources_of(portfolio.memberships, user),
        "map": maps.around(organisation, title=_("Where %(name)s is") % {"name": organisation}),
        "parts": KINDS["organisations"].known(Actor.objects.visible_to(user).filter(parent=organisation), as_of.day),
        "adopted": KINDS["instruments"].known(Instrument.objects.visible_to(user).filter(body=organisation), as_of.day),
        **dealings(portfolio),
    }
    return render(request, "actors/organisation.html", context)


@page("office-holders")
def person(request: HttpRequest, person: Actor, as_of: AsOf) -> HttpResponse:
    """A public office-holder: offices with how they ended, and the sessions that the person came to."""
    user, day = request.user, as_of.day
    portfolio = Portfolio(person, user, day)
    held = person.offices.all().visible_to(user).begun(day)
    offices = list(held.select_related("body").order_by("first", "pk"))
    came = Access.objects.visible_to(user).filter(Q(person=person) | Q(actor=person))
    came = came.begun(day) if as_of.past else came
    context = {
        **common("office-holders", person, request, as_of),
        "offices": offices,
        "sources": sources_of(offices, user),
        "pictures": pictures.ties(
            offices, lambda each: listed([each.title, each.body]), title=str(person), as_of=as_of
        ),
        "came": came.select_related("session__process", "actor").order_by("-session__first", "pk"),
        "reprisals": portfolio.reprisals,
        "desk": Desk(portfolio),
    }
    return render(request, "actors/person.html", context)


def common(plural: str, record: Actor, request: HttpRequest, as_of: AsOf) -> dict[str, Any]:
    """What the head of every actor's page needs."""
    parent = Actor.objects.visible_to(request.user).filter(pk=record.parent_id).first() if record.parent_id else None
    return {"kind": KINDS[plural], "record": record, "as_of": as_of, "parent": parent, "names": _names(record, request)}


def _names(record: Actor, request: HttpRequest) -> list[Any]:
    return list(record.names.all().visible_to(request.user))


def _lane(tie: Any) -> str:
    return tie.network.acronym or tie.network.name
