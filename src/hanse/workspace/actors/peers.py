"""Which cities have the most similar portfolio? What two share counts the more the fewer cities have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from math import log2
from typing import Any

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import sight_key
from hanse.workspace.processes.models import Access, Decision, Session
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, ActorKind, Instrument, Membership, Participation

MOST, NAMED = 8, 4
CANDIDATES, LOOKED_THROUGH = 60, 4_000
Item = tuple[str, str]
"""What can be shared: its kind and its key."""
_TIES: dict[str, tuple[Any, str]] = {
    "network": (Membership, "network"),
    "instrument": (Participation, "instrument"),
    "session": (Access, "session"),
}


@dataclass(frozen=True, slots=True)
class Peer:
    """A city with much in common; ``shared`` names the rarest of it first, ``more`` counts the rest."""

    city: Actor
    shared: tuple[Any, ...]
    more: int


def rule() -> str:
    """How peers are found, in words."""
    return _(
        "Cities are compared by the networks they are in, the instruments they took part in and the sessions they had "
        "access to: the weight of what both have, divided by the weight of what either has. A thing weighs the more, "
        "the fewer cities have ever had it: log2(all cities / cities that had it). They are looked for among those "
        "that share the rarest of it. It says with whom there is most in common, and nothing about how good anybody is."
    )


def own_of(memberships: Iterable[Any], participations: Iterable[Any], access: Iterable[Any]) -> frozenset[Item]:
    """What a city has, of the ties of a day: refused access is none."""
    found = {("network", each.network_id) for each in memberships}
    found |= {("instrument", each.instrument_id) for each in participations}
    found |= {("session", each.session_id) for each in access if each.decision != Decision.REFUSED}
    return frozenset(found)


def peers(city: Actor, user: Any, day: date, own: frozenset[Item]) -> list[Peer]:
    """The most similar cities on a day, most similar first; none where nothing telling is shared.

    The measure is a Jaccard index weighted by information (see `rule`), taken over the cities that share most of the
    rarest things: `LOOKED_THROUGH` ties of those are read, so that a network of everybody costs nothing. ``own`` is
    what the city has on the day: `own_of`.
    """
    if not own:
        return []
    held = _held_by(user)
    weight = {item: log2(held.cities / number) for item, number in held.of.items() if number < held.cities}
    alike = {
        key: (_sum(own & items, weight) / _sum(own | items, weight), items)
        for key, items in _portfolios(user, day, Q(actor__in=_candidates(city, own, weight, held, user, day))).items()
        if _sum(own & items, weight)
    }
    best = sorted(alike, key=lambda key: (-alike[key][0], key))[:MOST]
    return _named(own, {key: alike[key][1] for key in best}, weight, user)


def _candidates(
    city: Actor, own: frozenset[Item], weight: Mapping[Item, float], held: HeldBy, user: Any, day: date
) -> list[str]:
    """The cities that share the most weight of what is rarest of its own."""
    read, looked_for = 0, []
    for item in sorted(own & weight.keys(), key=lambda item: (-weight[item], item)):
        read += held.of[item]
        if read > LOOKED_THROUGH and looked_for:
            break
        looked_for.append(item)
    shared: dict[str, float] = defaultdict(float)
    for kind, (_model, field) in _TIES.items():
        if keys := [key for of, key in looked_for if of == kind]:
            of_kind = {key: weight[kind, key] for key in keys}
            for actor, key in _held(kind, user, day, Q(**{f"{field}__in": keys})):
                shared[actor] += of_kind[key]
    shared.pop(city.pk, None)
    near = nsmallest(2 * CANDIDATES, shared, key=lambda key: (-shared[key], key))
    cities = set(_cities(user).filter(pk__in=near).values_list("pk", flat=True))
    return [key for key in near if key in cities][:CANDIDATES]


def _named(
    own: frozenset[Item], best: Mapping[str, frozenset[Item]], weight: Mapping[Item, float], user: Any
) -> list[Peer]:
    cities = {each.pk: each for each in Actor.objects.visible_to(user).filter(pk__in=best)}
    common = {key: sorted(own & items, key=lambda item: (-weight.get(item, 0), item)) for key, items in best.items()}
    wanted = {item for items in common.values() for item in items[:NAMED]}
    things = _things(wanted, user)
    return [
        Peer(
            cities[key],
            tuple(things[item] for item in items[:NAMED] if item in things),
            max(0, len(items) - NAMED),
        )
        for key, items in common.items()
        if key in cities
    ]


def _things(items: set[Item], user: Any) -> dict[Item, Any]:
    """The records of what is shared."""
    found = {}
    for kind, model in (("network", Actor), ("instrument", Instrument), ("session", Session)):
        if keys := [key for of, key in items if of == kind]:
            found |= {(kind, each.pk): each for each in model.objects.visible_to(user).filter(pk__in=keys)}
    return found


def _sum(items: Iterable[Item], weight: Mapping[Item, float]) -> float:
    return sum(weight.get(item, 0.0) for item in sorted(items))


def _portfolios(user: Any, day: date, whose: Q) -> dict[str, frozenset[Item]]:
    found: dict[str, set[Item]] = defaultdict(set)
    for kind in _TIES:
        for actor, key in _held(kind, user, day, whose):
            found[actor].add((kind, key))
    return {actor: frozenset(items) for actor, items in found.items()}


def _held(kind: str, user: Any, day: date, which: Q) -> Any:
    """Pairs of an actor and what it had of a kind on a day."""
    field = _TIES[kind][1]
    ties = _ties(kind, user).filter(which).order_by()
    if kind == "network":
        ties = KINDS["memberships"].known(ties, day)
    elif kind == "instrument":
        ties = KINDS["participations"].known(ties, day)
    else:
        ties = ties.begun(day)
    return rows(ties.values_list("actor_id", f"{field}_id"))


def rows(found: Any) -> list[tuple[Any, ...]]:
    """The rows of a query for plain columns, straight from the database: thousands, of which Django makes nothing."""
    try:
        sql, asked = found.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return cursor.fetchall()


def _ties(kind: str, user: Any) -> Any:
    """Of all actors: those that are no cities are told apart when only a few are left."""
    ties = _TIES[kind][0].objects.visible_to(user)
    return ties.exclude(decision=Decision.REFUSED) if kind == "session" else ties


def _cities(user: Any) -> Any:
    return Actor.objects.visible_to(user).filter(kind=ActorKind.LOCAL_GOVERNMENT).order_by()


@dataclass(frozen=True, slots=True)
class HeldBy:
    """How many ``cities`` there are in sight, and how many ties to each thing there ever were."""

    cities: int
    of: Mapping[Item, int]


def _held_by(user: Any) -> HeldBy:
    """As the user sees it; kept until the registry changes."""
    kept = f"peers:{sight_key(user)}"
    state = _state()
    known = cache.get(kept)
    if known and known[0] == state:
        return known[1]
    cities = _cities(user).count()
    counts: dict[Item, int] = {}
    for kind, (_model, field) in _TIES.items():
        ties = _ties(kind, user).order_by().values_list(f"{field}_id")
        counts |= {(kind, key): number for key, number in ties.annotate(n=Count("pk"))}
    found = HeldBy(cities, counts)
    cache.set(kept, (state, found), None)
    return found


def _state() -> tuple[Any, ...]:
    """What changes with every change of the registry: the last entries of the histories."""
    models = (Actor, Membership, Participation, Access)
    return tuple(model.history.aggregate(last=Max("history_id"))["last"] for model in models)
