"""What do the lists of cities, networks and states show besides names? A map, regions, and how much is tied to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Count as Number
from django.http import HttpRequest, HttpResponse

from hanse.workspace.actors import maps
from hanse.workspace.actors.members import cities_by_country, has_members
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.listing import Listing, said_aside
from hanse.workspace.registry.models import Membership, Participation
from hanse.workspace.registry.pages import listing
from hanse.workspace.registry.regions import coverage
from hanse.workspace.registry.views.lists import list_of

TEMPLATE = "actors/list.html"


@listing("cities")
def cities(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All cities, each with how many networks it is in; where they are, and of which regions little is known."""

    def more(found: Listing, page: Sequence[Any]) -> dict[str, Any]:
        ties = _memberships(request, as_of).filter(actor__in=[each.pk for each in page])
        counts = dict(ties.order_by().values_list("actor").annotate(n=Number("network", distinct=True)))
        by_country = _by_country(found.records)
        return {
            "lines": _lines("cities", page, counts, lambda _: "network"),
            "map": maps.of_countries(
                by_country, nouns=("city", "cities"), title="Cities by country", link=_link(as_of)
            ),
            "coverage": coverage(by_country),
        }

    return list_of(request, KINDS["cities"], TEMPLATE, more)


@listing("networks")
def networks(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All networks, each with how many members are documented; where their seats are."""

    def more(found: Listing, page: Sequence[Any]) -> dict[str, Any]:
        ties = _memberships(request, as_of).filter(network__in=[each.pk for each in page])
        counts = dict(ties.order_by().values_list("network").annotate(n=Number("actor", distinct=True)))
        by_country = _by_country(found.records)
        return {
            "lines": _lines(
                "networks", page, counts, lambda each: "member" if has_members(each) else "participant", " documented"
            ),
            "map": maps.of_countries(
                by_country, nouns=("seat of a network", "seats of networks"), title="Seats of networks by country"
            ),
            "coverage": coverage(by_country),
        }

    return list_of(request, KINDS["networks"], TEMPLATE, more)


@listing("states")
def states(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All states, each with its acts and the cities known there."""

    def more(found: Listing, page: Sequence[Any]) -> dict[str, Any]:
        acts = Participation.objects.visible_to(request.user).filter(actor__in=[each.pk for each in page])
        acts = KINDS["participations"].known(acts, as_of.day).order_by().values_list("actor")
        counts = dict(acts.annotate(n=Number("instrument", distinct=True)))
        known = cities_by_country(request.user, as_of.day)
        shown = set(found.records.order_by().values_list("country", flat=True))
        here = {code: count for code, count in known.items() if code in shown}
        lines = [
            (each, ", ".join(filter(None, (said, _number(known.get(each.country, 0), "city known", "cities known")))))
            for each, said in _lines("states", page, counts, lambda _: "instrument")
        ]
        return {
            "lines": lines,
            "map": maps.of_countries(here, nouns=("city known", "cities known"), title="Cities known by state"),
            "coverage": coverage(here),
        }

    return list_of(request, KINDS["states"], TEMPLATE, more)


def _memberships(request: HttpRequest, as_of: AsOf) -> Any:
    return KINDS["memberships"].known(Membership.objects.visible_to(request.user), as_of.day)


def _by_country(records: Any) -> dict[str, int]:
    return dict(records.order_by().values_list("country").annotate(n=Number("pk")))


def _lines(
    plural: str, page: Sequence[Any], counts: dict[str, int], noun: Callable[[Any], str], after: str = ""
) -> list[tuple[Any, str]]:
    found = []
    for each in page:
        one = noun(each)
        said = [said_aside(KINDS[plural], each), _number(counts.get(each.pk, 0), one + after, f"{one}s{after}")]
        found.append((each, " · ".join(part for part in said if part)))
    return found


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""


def _link(as_of: AsOf) -> str:
    return f"?country={{}}{f'&as_of={as_of.given}' if as_of.past else ''}"
