"""What do the lists of cities, networks and states show besides names? A map, regions, and how much is tied to each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Count as Number
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.workspace.actors import maps
from hanse.workspace.actors.members import cities_by_country, has_members
from hanse.workspace.languages import listed
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
            "lines": _lines("cities", page, counts, lambda each, n: _networks(n)),
            "map": maps.of_countries(by_country, said=_cities, title=_("Cities by country"), link=_link(as_of)),
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
            "lines": _lines("networks", page, counts, _in_it),
            "map": maps.of_countries(by_country, said=_seats, title=_("Seats of networks by country")),
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
            (each, listed(filter(None, (said, _known(known.get(each.country, 0))))))
            for each, said in _lines("states", page, counts, lambda each, n: _instruments(n))
        ]
        return {
            "lines": lines,
            "map": maps.of_countries(here, said=_known, title=_("Cities known by state")),
            "coverage": coverage(here),
        }

    return list_of(request, KINDS["states"], TEMPLATE, more)


def _memberships(request: HttpRequest, as_of: AsOf) -> Any:
    return KINDS["memberships"].known(Membership.objects.visible_to(request.user), as_of.day)


def _by_country(records: Any) -> dict[str, int]:
    return dict(records.order_by().values_list("country").annotate(n=Number("pk")))


def _lines(
    plural: str, page: Sequence[Any], counts: dict[str, int], number: Callable[[Any, int], str]
) -> list[tuple[Any, str]]:
    """Each record with what is said aside; ``number`` tells how much is tied to it, "" for nothing."""
    found = []
    for each in page:
        said = [said_aside(KINDS[plural], each), number(each, counts.get(each.pk, 0))]
        found.append((each, " · ".join(part for part in said if part)))
    return found


def _cities(n: int) -> str:
    return ngettext("%(n)s city", "%(n)s cities", n) % {"n": intcomma(n)}


def _known(n: int) -> str:
    return ngettext("%(n)s city known", "%(n)s cities known", n) % {"n": intcomma(n)} if n else ""


def _seats(n: int) -> str:
    return ngettext("%(n)s seat of a network", "%(n)s seats of networks", n) % {"n": intcomma(n)}


def _networks(n: int) -> str:
    return ngettext("%(n)s network", "%(n)s networks", n) % {"n": intcomma(n)} if n else ""


def _instruments(n: int) -> str:
    return ngettext("%(n)s instrument", "%(n)s instruments", n) % {"n": intcomma(n)} if n else ""


def _in_it(network: Any, n: int) -> str:
    if has_members(network):
        said = ngettext("%(n)s member documented", "%(n)s members documented", n)
    else:
        said = ngettext("%(n)s participant documented", "%(n)s participants documented", n)
    return said % {"n": intcomma(n)} if n else ""


def _link(as_of: AsOf) -> str:
    return f"?country={{}}{f'&as_of={as_of.given}' if as_of.past else ''}"
