"""What does the page of a state show? What it agreed to, what it gives and takes, its cities and their networks."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count as Number
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hanse.workspace.actors import maps
from hanse.workspace.actors.dealings import dealings
from hanse.workspace.actors.desk import Desk
from hanse.workspace.actors.pages import PER_PAGE, common
from hanse.workspace.actors.portfolio import Portfolio
from hanse.workspace.processes.models import Access, Session
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, ActorKind, Membership, Reprisal
from hanse.workspace.registry.pages import page
from hanse.workspace.registry.sourced import sources_of

NAMED = 40
"""Networks that are named with how many of its cities are in them."""


@page("states")
def state(request: HttpRequest, state: Actor, as_of: AsOf) -> HttpResponse:
    """Instruments, agreements, episodes, its cities and their networks, the sessions held in it."""
    user = request.user
    portfolio = Portfolio(state, user, as_of.day)
    cities = _cities(state, user, as_of)
    networks = _networks(state, user, as_of)
    context = {
        **common("states", state, request, as_of),
        "portfolio": portfolio,
        "desk": Desk(portfolio),
        **dealings(portfolio),
        "cities": Paginator(cities, PER_PAGE).get_page(request.GET.get("page")),
        "networks": networks[:NAMED],
        "more_networks": len(networks[NAMED:]),
        "hosted": _hosted(state, user, as_of),
        "delegations": _delegations(state, user, as_of),
        "reprisals": _reprisals(state, user, as_of),
        "sources": sources_of(portfolio.memberships, user),
        **_map(state, cities, as_of),
    }
    return render(request, "actors/state.html", context)


def _cities(state: Actor, user: Any, as_of: AsOf) -> Any:
    """Its cities by name, each with ``ties``, the number of its networks on the day."""
    if not state.country:
        return Actor.objects.none()
    known = KINDS["cities"].known(KINDS["cities"].records().visible_to(user), as_of.day).filter(country=state.country)
    mine = _memberships(state, user, as_of).filter(actor=OuterRef("pk")).order_by().values("actor")
    return known.annotate(ties=Coalesce(Subquery(mine.annotate(n=Number("network", distinct=True)).values("n")), 0))


def _memberships(state: Actor, user: Any, as_of: AsOf) -> Any:
    held = Membership.objects.visible_to(user).filter(
        actor__kind=ActorKind.LOCAL_GOVERNMENT, actor__country=state.country
    )
    return KINDS["memberships"].known(held, as_of.day)


def _networks(state: Actor, user: Any, as_of: AsOf) -> list[tuple[Actor, int]]:
    """The networks of its cities with how many are in each, the most first."""
    if not state.country:
        return []
    held = _memberships(state, user, as_of).order_by().values_list("network")
    counts = dict(held.annotate(n=Number("actor", distinct=True)))
    networks = Actor.objects.visible_to(user).filter(pk__in=counts)
    return sorted(((each, counts[each.pk]) for each in networks), key=lambda it: (-it[1], it[0].folded))


def _hosted(state: Actor, user: Any, as_of: AsOf) -> list[Session]:
    """Sessions that it hosted or that were held in it; today, those to come too."""
    here = Q(host=state) | (Q(country=state.country) if state.country else Q(host=state))
    held = Session.objects.visible_to(user).filter(here)
    held = KINDS["sessions"].known(held, as_of.day) if as_of.past else held
    return list(held.order_by("-first", "pk"))


def _delegations(state: Actor, user: Any, as_of: AsOf) -> list[Access]:
    held = Access.objects.visible_to(user).filter(delegation=state).select_related("actor", "session")
    met = held.begun(as_of.day) if as_of.past else held
    return list(met.order_by("-session__first", "pk"))


def _reprisals(state: Actor, user: Any, as_of: AsOf) -> list[Reprisal]:
    held = Reprisal.objects.visible_to(user).filter(by=state).select_related("against")
    return list(KINDS["reprisals"].known(held, as_of.day))


def _map(state: Actor, cities: Any, as_of: AsOf) -> dict[str, Any]:
    placed = cities.exclude(latitude=None).exclude(longitude=None)[: maps.MOST + 1]
    shown = [(each, str(each)) for each in placed][: maps.MOST] if state.country else []
    caption = _("Its cities, hollow.")
    if len(placed) > maps.MOST:
        caption = _("Its cities, hollow; the first %(most)d by name.") % {"most": maps.MOST}
    return {
        "map": maps.around(state, title=_("Where %(name)s is") % {"name": state}, others=shown, as_of=as_of),
        "map_caption": caption if shown else "",
    }
