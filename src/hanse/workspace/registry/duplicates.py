"""Which actors might be one? Pairs with reasons, found in blocks of likely ones: the cost grows with their number.

A block is what two duplicates share: an identity at GeoNames, a website, a name without case, marks, script and generic
words, or within a country the first or last letters of a name. Only inside a block are names compared letter by letter
(rapidfuzz's normalised indel similarity).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_noop
from rapidfuzz import fuzz, process

from hanse.places import weighing
from hanse.places.words import key, stripped, words
from hanse.workspace.registry.models import Actor, ActorKind, Name

NEAR = 86.0
"""Similarity in percent from which two spellings are worth a look."""
LETTERS = 4
"""So many first or last letters make a block."""
LARGEST = 60
"""A name or a website that more actors share proves nothing."""
CLOSE, FAR = 25.0, 60.0
"""Kilometres between seats that speak for one actor, and against it."""
NEARBY = 5.0
"""Kilometres within which two places of GeoNames may be one, if their names are near."""
SPELLED = gettext_noop("spelled nearly the same")
DISTRICT = gettext_noop("the same district, by its number")
CALLED = gettext_noop("called the same, but for spelling or generic words")
EXACTLY = gettext_noop("called the same")
PLACE = gettext_noop("the same place at GeoNames, %(number)s")
SITE = gettext_noop("the same website, %(site)s")
TWO_PLACES = gettext_noop("but GeoNames has two places")
APART = gettext_noop("%(km)s km apart")
SAME_SPOT = gettext_noop("on the same spot")
TIERS = gettext_noop("but one is a %(one)s, the other a %(other)s")
REASONS = (SPELLED, DISTRICT, CALLED, EXACTLY, PLACE, SITE, TWO_PLACES, APART, SAME_SPOT, TIERS)
"""Reasons are kept with verdicts: in English, and told in the language of the page where they are shown."""
ALONE = {ActorKind.LOCAL_GOVERNMENT, ActorKind.NETWORK, ActorKind.STATE, ActorKind.PERSON}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is compared of an actor: ``keys`` are its names, folded, as they are and without generic words."""

    pk: str
    family: str
    name: str
    country: str
    tier: str
    geonames_id: int | None
    site: str
    where: tuple[float, float] | None
    keys: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that might be one: ``one`` has the smaller id; the weightiest reason stands first."""

    one: str
    other: str
    weight: float
    reasons: tuple[str, ...]


def pairs(user: Any) -> list[Pair]:
    """All pairs among the actors that a user may see, the likeliest first."""
    return propose(subjects(user))


def propose(actors: Iterable[Subject]) -> list[Pair]:
    """Pairs among ``actors``, the likeliest first."""
    reasons: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    known = {each.pk: each for each in actors}
    for one, other, reason, weight in _blocked(list(known.values())):
        first, second = sorted((one, other))
        if _possible(known[first], known[second]):
            reasons[first, second][reason] = max(weight, reasons[first, second].get(reason, 0.0))
    found = [_pair(known[one], known[other], why) for (one, other), why in reasons.items()]
    kept = [each for each in found if each is not None]
    return sorted(kept, key=lambda pair: (-pair.weight, known[pair.one].name, pair.one, pair.other))


def _pair(one: Subject, other: Subject, why: dict[str, float]) -> Pair | None:
    weight = 1.0
    for each in why.values():
        weight *= 1.0 - each
    weight = 1.0 - weight
    apart = kilometres(one.where, other.where)
    told = sorted(why, key=lambda reason: (-why[reason], reason))
    if one.name == other.name:
        told = [EXACTLY if reason == CALLED else reason for reason in told]
    if _elsewhere(one, other):
        near = CLOSE if CALLED in why else NEARBY if {SPELLED, DISTRICT} & set(why) else -1.0
        if apart is None or apart > near:
            return None
        told.append(TWO_PLACES)
        weight *= 0.6
    if apart is not None and one.family == ActorKind.LOCAL_GOVERNMENT:
        if apart > FAR:
            return None
        told.append(APART % {"km": f"{apart:.0f}"} if apart >= 1 else SAME_SPOT)
    if one.tier and other.tier and one.tier != other.tier:
        told.append(TIERS % {"one": one.tier, "other": other.tier})
        weight *= 0.5
    return Pair(one.pk, other.pk, round(weight, 3), tuple(told))


def _elsewhere(one: Subject, other: Subject) -> bool:
    placed = one.family in {ActorKind.LOCAL_GOVERNMENT, ActorKind.STATE}
    return placed and bool(one.geonames_id and other.geonames_id) and one.geonames_id != other.geonames_id


def _possible(one: Subject, other: Subject) -> bool:
    """Of one kind, and not of two countries; networks and organisations may be told at home anywhere."""
    countries = {one.country, other.country} - {""}
    return one.family == other.family and (len(countries) < 2 or one.family == "organisation")


def _blocked(actors: list[Subject]) -> Iterator[tuple[str, str, str, float]]:
    """Pairs that share a block, each with a reason and its weight."""
    places = (
        ((each.family, each.geonames_id), each.pk)
        for each in actors
        if each.geonames_id and each.family in {ActorKind.LOCAL_GOVERNMENT, ActorKind.STATE}
    )
    for (_, number), one, other in _together(places):
        yield one, other, PLACE % {"number": number}, 0.8
    sites = (((each.family, each.site), each.pk) for each in actors if each.site)
    for (_, site), one, other in _together(sites):
        yield one, other, SITE % {"site": site}, 0.7
    names = (((each.family, name), each.pk) for each in actors for name in each.keys)
    for (_, name), one, other in _together(names):
        yield one, other, CALLED, 0.85 if len(name) > 3 else 0.4
    yield from _near(actors)
    yield from _districts(actors)


def _together(keyed: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str, str]]:
    blocks: dict[Any, list[str]] = defaultdict(list)
    for block, pk in keyed:
        blocks[block].append(pk)
    for block, members in blocks.items():
        if 1 < len(members) <= LARGEST:
            yield from ((block, one, other) for one, other in combinations(members, 2) if one != other)


def _near(actors: list[Subject]) -> Iterator[tuple[str, str, str, float]]:
    """Names that differ by little: within a family and country, among those that begin or end alike."""
    blocks: dict[Any, list[tuple[str, Subject]]] = defaultdict(list)
    for each in actors:
        country = each.country if each.family != "organisation" else ""
        for name in each.keys:
            if len(name) > LETTERS:
                blocks[each.family, country, 0, name[:LETTERS]].append((name, each))
                blocks[each.family, country, 1, name[-LETTERS:]].append((name, each))
    for members in blocks.values():
        if len(members) > 1:
            yield from _alike(members)


def _alike(members: list[tuple[str, Subject]]) -> Iterator[tuple[str, str, str, float]]:
    names = [name for name, _ in members]
    scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=NEAR, dtype="uint8")
    for row, column in zip(*scores.nonzero(), strict=True):
        one, other = members[row][1], members[column][1]
        if (
            row < column
            and one.pk != other.pk
            and names[row] != names[column]
            and _number(names[row]) == _number(names[column])
        ):
            yield one.pk, other.pk, SPELLED, (float(scores[row, column]) - 60.0) / 60.0


def _number(name: str) -> str:
    """District 1 and District 2 are spelled nearly the same, and are two."""
    return "".join(filter(str.isdigit, name)).lstrip("0")


def _districts(actors: list[Subject]) -> Iterator[tuple[str, str, str, float]]:
    """ "Lyon 01" and "Lyon 1er arrondissement", where their seats lie close together."""
    numbered = [(mark, each) for each in actors if each.where and (mark := district(each.name))]
    known = {each.pk: each for _, each in numbered}
    for _, one, other in _together(((each.family, each.country, *mark), each.pk) for mark, each in numbered):
        apart = kilometres(known[one].where, known[other].where)
        if apart is not None and apart <= NEARBY:
            yield one, other, DISTRICT, 0.6


def district(name: str) -> tuple[str, str] | None:
    """Of a name with a number its first word, folded, and the number: "Lyon 1er" is ("lyon", "1")."""
    parts, number = words(name), _number(name)
    return (parts[0].key, number) if len(parts) > 1 and number and not _number(parts[0].key) else None


def subjects(user: Any) -> list[Subject]:
    """The actors that a user may see, as they are compared. Two queries."""
    names: dict[str, list[str]] = defaultdict(list)
    for pk, name in Name.objects.visible_to(user).order_by().values_list("actor_id", "name"):
        names[pk].append(name)
    columns = ("pk", "kind", "name", "country", "tier", "geonames_id", "website", "latitude", "longitude")
    rows = Actor.objects.visible_to(user).order_by("pk").values_list(*columns)
    return [_subject(row, names.get(row[0], ())) for row in rows]


def _subject(row: tuple[Any, ...], names: Iterable[str]) -> Subject:
    pk, kind, name, country, tier, geonames_id, website, latitude, longitude = row
    keys = frozenset().union(*(keys_of(each) for each in (name, *names)))
    where = (latitude, longitude) if latitude is not None and longitude is not None else None
    family = kind if kind in ALONE else "organisation"
    return Subject(pk, family, name, country, tier, geonames_id, site(website), where, keys)


@lru_cache(maxsize=100_000)
def keys_of(name: str) -> frozenset[str]:
    """The keys of a name: folded, as it is and without the words that say what kind of body it is."""
    parts = words(name)
    whole = key(parts)
    shorter = [key(each.words) for each in stripped(parts)] if len(parts) > 1 else []
    return frozenset(each for each in (whole, *shorter) if len(each) > 1 and _number(each) == _number(whole))


def site(address: str) -> str:
    """A website as it is compared: its host and path, without "www" and what asks or points."""
    if not address:
        return ""
    parts = urlsplit(address if "//" in address else f"//{address}")
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"


def kilometres(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    """The great-circle distance between two points in WGS 84 degrees, in kilometres; None where one is unknown."""
    return None if one is None or other is None else weighing.kilometres(*one, *other)
