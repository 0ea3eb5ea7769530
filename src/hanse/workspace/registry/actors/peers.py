"""Which cities have the most similar portfolio? What two share counts the more the fewer cities have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Any

from django.core.cache import cache
from django.db.models import Count, Max, Q

from hanse.workspace.accounts.rights import sees
from hanse.workspace.processes.models import Access, Decision, Session
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, ActorKind, Instrument, Membership, Participation

RULE = (
    "Cities are compared by the networks they are in, the instruments they took part in and the sessions they had "
    "access to: the weight of what both have, divided by the weight of what either has. A thing weighs the more, the "
    "fewer cities have ever had it: log2(all cities / cities that had it). It says with whom there is most in common, "
    "and nothing about how good anybody is."
)
MOST, NAMED = 8, 4
BATCH = 40
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


def peers(city: Actor, user: Any, day: date) -> list[Peer]:
    """The most similar cities on a day, most similar first; none where nothing telling is shared.

    The measure is a Jaccard index weighted by information (see `RULE`). Candidates are judged by how much they share;
    nobody whose share alone rules it out is read.
    """
    own = _portfolios(user, day, Q(actor=city)).get(city.pk, frozenset())
    if not own:
        return []
    weight = _weights(user)
    shared: dict[str, float] = defaultdict(float)
    for kind, (_, field) in _TIES.items():
        keys = [key for of, key in own if of == kind and weight.get((kind, key), 0) > 0]
        for actor, key in _held(kind, user, day, Q(**{f"{field}__in": keys})) if keys else ():
            shared[actor] += weight[kind, key]
    shared.pop(city.pk, None)
    best = _best(own, shared, weight, user, day)
    return _named(own, best, weight, user)


def _best(
    own: frozenset[Item], shared: Mapping[str, float], weight: Mapping[Item, float], user: Any, day: date
) -> list[tuple[str, frozenset[Item]]]:
    """The keys of the most similar cities, with what each has."""
    whole = _sum(own, weight)
    ranked = sorted(shared, key=lambda key: (-shared[key], key))
    found: list[tuple[float, str, frozenset[Item]]] = []
    for start in range(0, len(ranked), BATCH):
        if len(found) >= MOST and shared[ranked[start]] / whole <= -found[MOST - 1][0]:
            break
        batch = ranked[start : start + BATCH]
        for key, items in _portfolios(user, day, Q(actor__in=batch)).items():
            alike = _sum(own & items, weight) / _sum(own | items, weight)
            found.append((-alike, key, items))
        found.sort(key=lambda each: each[:2])
    return [(key, items) for _, key, items in found[:MOST]]


def _named(
    own: frozenset[Item], best: list[tuple[str, frozenset[Item]]], weight: Mapping[Item, float], user: Any
) -> list[Peer]:
    cities = {each.pk: each for each in Actor.objects.visible_to(user).filter(pk__in=[key for key, _ in best])}
    common = {key: sorted(own & items, key=lambda item: (-weight.get(item, 0), item)) for key, items in best}
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
    """Pairs of a city and what it had of a kind on a day."""
    field = _TIES[kind][1]
    ties = _of_cities(kind, user).filter(which).order_by()
    if kind == "network":
        ties = KINDS["memberships"].known(ties, day)
    elif kind == "instrument":
        ties = KINDS["participations"].known(ties, day)
    else:
        ties = ties.filter(Q(session__first=None) | Q(session__first__lte=day))
    return ties.values_list("actor_id", f"{field}_id").iterator(chunk_size=5000)


def _of_cities(kind: str, user: Any) -> Any:
    ties = _TIES[kind][0].objects.visible_to(user).filter(actor__kind=ActorKind.LOCAL_GOVERNMENT)
    return ties.exclude(decision=Decision.REFUSED) if kind == "session" else ties


def _weights(user: Any) -> Mapping[Item, float]:
    """How telling each thing is, from how many of the cities in sight ever had it; kept until the registry changes."""
    kept = f"peers:{','.join(sorted(sees(user)))}"
    state = _state()
    known = cache.get(kept)
    if known and known[0] == state:
        return known[1]
    cities = Actor.objects.visible_to(user).filter(kind=ActorKind.LOCAL_GOVERNMENT).order_by().count()
    found = {}
    for kind, (_, field) in _TIES.items():
        ties = _of_cities(kind, user).order_by().values_list(f"{field}_id")
        counts = ties.annotate(n=Count("actor_id", distinct=True))
        found |= {(kind, key): log2(cities / n) for key, n in counts if n}
    cache.set(kept, (state, found), None)
    return found


def _state() -> tuple[Any, ...]:
    """What changes with every change of the registry: the last entries of the histories."""
    models = (Actor, Membership, Participation, Access)
    return tuple(model.history.aggregate(last=Max("history_id"))["last"] for model in models)
