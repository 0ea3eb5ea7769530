"""Which states are of origin, and which of destination? There is no agreed answer: rules, each with its definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from hanse.places.countries import COUNTRIES
from hanse.text.dates import days
from hanse.workspace.registry.models import Actor, Attestation
from hanse.workspace.registry.said import number

ORIGIN, DESTINATION, UNKNOWN = "origin", "destination", "not known"
CALLED = {
    ORIGIN: gettext_lazy("States of origin"),
    DESTINATION: gettext_lazy("States of destination"),
    UNKNOWN: gettext_lazy("States of which it is not known"),
}
Sides = Mapping[str, str]
"""ORIGIN, DESTINATION or UNKNOWN by the id of a state."""
LIVE_THERE, FROM_THERE = "migrants living there", "migrants from there"
"""Measures attested of states: people born elsewhere who live there, and people born there who live elsewhere."""
_DEVELOPED = {"Europe", "Northern America", "Australia and New Zealand"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to tell states apart; ``definition`` is shown with every number that follows from it."""

    key: str
    name: Any
    definition: Any
    sort: Callable[[Iterable[Actor], Any], Sides]


def by_development(states: Iterable[Actor], user: Any) -> Sides:
    """By the development groups that UN DESA uses for its statistics."""
    return {each.pk: _development(each) for each in states}


def _development(state: Actor) -> str:
    country = COUNTRIES.get(state.country.upper())
    if country is None:
        return UNKNOWN
    developed = country.alpha3 == "JPN" or {country.region, country.subregion} & _DEVELOPED
    return DESTINATION if developed else ORIGIN


def by_stock(states: Iterable[Actor], user: Any) -> Sides:
    """By whether more migrants live there than come from there, as attested for the latest year that has both."""
    held = list(states)
    said: dict[str, dict[str, dict[str, int]]] = {}
    for each in Attestation.objects.all().about_all_seen(held, user).filter(field__in=(LIVE_THERE, FROM_THERE)):
        people = number(each.value)
        if people is not None and days(each.on):
            said.setdefault(each.record_id, {}).setdefault(each.on, {})[each.field] = people
    return {each.pk: _stock(said.get(each.pk, {})) for each in held}


def _stock(by_year: Mapping[str, Mapping[str, int]]) -> str:
    years = sorted(year for year, held in by_year.items() if len(held) == 2)
    if not years:
        return UNKNOWN
    held = by_year[years[-1]]
    if held[LIVE_THERE] == held[FROM_THERE]:
        return UNKNOWN
    return DESTINATION if held[LIVE_THERE] > held[FROM_THERE] else ORIGIN


RULES = (
    Rule(
        "development",
        gettext_lazy("By development group"),
        gettext_lazy(
            "Destination: the more developed regions of UN DESA, which are Europe, Northern America, Australia and New"
            " Zealand, and Japan. Origin: all other states. UN DESA uses the groups for statistics, without judging"
            " anybody; they put the Gulf states among those of origin, and Albania or Moldova among those of"
            " destination."
        ),
        by_development,
    ),
    Rule(
        "stock",
        gettext_lazy("By migrant stock"),
        gettext_lazy(
            "Destination: more people born elsewhere live in the state than people born there live elsewhere. Origin:"
            " fewer. As sources attest it of each state for the latest year; refugees are counted, so that a state that"
            " hosts many is one of destination."
        ),
        by_stock,
    ),
)
