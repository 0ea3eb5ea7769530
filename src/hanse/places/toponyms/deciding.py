"""Which sense does each name have here? Names of one text decide each other: near ones, of one state, of one country.

Every sense of every name starts with what is known of it alone (its population beside its rivals', its kind, whether
the name is its own). Then, in rounds, each is judged by the company that the likeliest senses of the others make. A
name has one sense in a text, unless what stands behind it says otherwise ("Paris, Texas"). The weights are fitted
(``weights.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from hanse.places.toponyms.company import Companies, Floats, distances
from hanse.places.toponyms.sense import Sense
from hanse.places.toponyms.senses import senses

FEATURES = (
    "population", "rivalled", "fame", "own name", "capital", "largest", "country", "country otherwise named",
    "first level", "second level", "second level in full", "continent", "people of a region", "region of its own city",
    "same first level", "same country", "within 40 km", "within 160 km", "contains", "behind it", "against it",
)  # fmt: skip
_COLUMN = {name: place for place, name in enumerate(FEATURES)}
_COMPANY = ("same first level", "same country", "within 40 km", "within 160 km")
ROUNDS = 3
_SEAT = 0.2
"""The share of a region's people whose city is meant by the bare name of both."""
_MOST = 80


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: as written, and the wider place that stands behind it ("Texas" behind "Paris"), "" without."""

    text: str
    behind: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Decided:
    """The sense taken, how likely it is beside the others, and all of them."""

    sense: Sense
    score: float
    reasons: tuple[str, ...]
    company: float = 0.0
    """How much the other names of the text speak for it."""


@dataclass(slots=True)
class _Name:
    named: Named
    senses: tuple[Sense, ...]
    alone: Floats
    likely: Floats
    features: Floats


def decide(names: Sequence[Named]) -> list[Decided | None]:
    """The sense of each name, in their order; None where a name is none of a place."""
    found = judged(names, fitted())
    return [_taken(each) if each else None for each in found]


def judged(names: Sequence[Named], weights: Floats) -> list[_Name | None]:
    """Each name with its senses, their features after the last round and how likely they are."""
    read = [_alone(each, weights) for each in names]
    known = [each for each in read if each is not None]
    for _ in range(ROUNDS):
        weigh(known)
        for each in known:
            each.likely = softmax(each.features @ weights)
    return read


def _alone(named: Named, weights: Floats) -> _Name | None:
    found = _reduced(senses(named.text), named.behind)
    if not found:
        return None
    alone = _prior(found, named)
    return _Name(named, found, alone, softmax(alone @ weights), alone)


def _reduced(found: tuple[Sense, ...], behind: str) -> tuple[Sense, ...]:
    """The largest ones; what lies in the place named behind is always kept."""
    if not behind or len(found) <= _MOST:
        return found[:_MOST]
    inside = tuple(each for each in found if _within(each, behind) > 0)
    return tuple(dict.fromkeys((*inside[:_MOST], *found[: _MOST // 2])))


def _prior(found: tuple[Sense, ...], named: Named) -> Floats:
    """What is known of each sense alone; a row each, a column for each of FEATURES."""
    cities = [each for each in found if each.kind == "city"]
    largest = max((each.population for each in cities), default=0)
    homes = {(each.country, each.admin1) for each in cities}
    rows = []
    for each in found:
        told: dict[str, float] = {"own name": each.own, "capital": each.capital, "fame": np.log10(1 + each.fame)}
        if each.kind == "city":
            told["population"] = np.log10(1 + each.population)
            told["rivalled"] = np.log10((1 + each.population) / (1 + largest))
            told["largest"] = each.population == largest
        elif each.kind == "country":
            told["country" if each.own else "country otherwise named"] = 1
        else:
            level = ("continent", "first level", "second level")[each.level]
            told[f"{level} in full" if each.level == 2 and each.own else level] = 1
            told["people of a region"] = np.log10(1 + each.population)
            told["region of its own city"] = (each.country, each.admin1) in homes
        if named.behind:
            inside = _within(each, named.behind)
            told["behind it"], told["against it"] = max(inside, 0.0), max(-inside, 0.0)
        rows.append([float(told.get(name, 0.0)) for name in FEATURES])
    return np.array(rows)


def inside(sense: Sense | None, behind: str, *, of: str = "") -> bool:
    """Whether a sense lies in the place named behind it; without one, whether any sense of the name ``of`` does."""
    tried = senses(of) if sense is None else (sense,)
    return any(_within(each, behind) > 0 for each in tried)


def a_country(name: str) -> bool:
    """Whether it is a country's own name, whatever else."""
    return any(each.kind == "country" and each.own for each in senses(name))


def holding(decided: Decided, name: str, narrower: Sense) -> Decided:
    """The sense of a wider name that holds a narrower place before it: Georgia behind Tbilisi."""
    if _holds(decided.sense, narrower) > 0 and decided.sense.kind != "city":
        return decided
    for each in _wider(name, narrower):
        if _holds(each, narrower) > 0:
            return Decided(each, max(decided.score, 0.9), (f"{narrower.name} lies in it",), decided.company)
    return decided


def _within(sense: Sense, behind: str) -> float:
    """1 where it lies in a sense of the wider name, -1 where the wider name has senses and it lies in none."""
    wider = _wider(behind, sense)
    return max((_holds(each, sense) for each in wider), default=-1.0) if wider else 0.0


def _wider(name: str, sense: Sense) -> list[Sense]:
    return [each for each in senses(name) if each.own and each.kind != "city" and each.level < sense.level]


def _holds(wide: Sense, sense: Sense) -> float:
    if wide.country != sense.country or wide.geonames_id == sense.geonames_id:
        return -1.0
    if wide.kind == "country":
        return 0.8
    if wide.admin1 != sense.admin1:
        return -1.0
    return 1.0 if wide.level == 1 or _km(wide, sense) < 80 else -1.0


def weigh(names: list[_Name]) -> None:
    """Put into every name's features the company that the others' likely senses make."""
    companies = Companies(names)
    for place, each in enumerate(names):
        features = each.alone.copy()
        for row, sense, company in zip(features, each.senses, companies.of(place, each), strict=True):
            row[_COLUMN["same country"]] = company.country
            row[_COLUMN["same first level"]] = company.state
            row[_COLUMN["contains"]] = company.state if sense.level == 1 and sense.kind == "region" else 0.0
            row[_COLUMN["within 40 km"]] = company.within_40
            row[_COLUMN["within 160 km"]] = company.within_160
        each.features = features


def _km(one: Sense, other: Sense) -> float:
    return float(distances(one.lat, one.lon, np.array([other.lat]), np.array([other.lon]))[0])


def softmax(scores: Floats) -> Floats:
    """Shares of 1, by the powers of scores."""
    powers = np.exp(scores - scores.max())
    found: Floats = powers / powers.sum()
    return found


def _taken(name: _Name) -> Decided:
    best = _city_of(name, int(np.argmax(name.likely)))
    sense = name.senses[best]
    company = sum(float(name.features[best][_COLUMN[each]]) for each in _COMPANY)
    return Decided(sense, round(float(name.likely[best]), 4), _reasons(name, best), company)


def _city_of(name: _Name, best: int) -> int:
    """The city where the likeliest sense is the region that is named after it: São Paulo, Geneva, Barcelona."""
    region = name.senses[best]
    if region.kind != "region":
        return best
    for place, each in enumerate(name.senses):
        at_home = each.country == region.country and (each.admin1 == region.admin1 or _km(each, region) < 60)
        if each.kind == "city" and at_home and each.population >= _SEAT * max(region.population, 1):
            return place
    return best


def _reasons(name: _Name, best: int) -> tuple[str, ...]:
    row = dict(zip(FEATURES, name.features[best], strict=True))
    told = []
    if len(name.senses) == 1:
        told.append("the only place of that name")
    if row["behind it"]:
        told.append(f"{name.named.behind} stands behind it")
    if row["within 40 km"] or row["within 160 km"]:
        told.append("other places of the text are near")
    elif row["same first level"]:
        told.append("other places of the text are in the same state")
    elif row["same country"] and name.senses[best].kind != "country":
        told.append("other places of the text are in the same country")
    if len(name.senses) > 1 and row["largest"]:
        told.append("the largest of that name")
    return tuple(told) or ("the likeliest of that name",)


_WEIGHTS: ContextVar[Floats | None] = ContextVar("weights", default=None)


@contextmanager
def weighing_with(weights: Floats) -> Iterator[None]:
    """Within it other weights hold than those that ship: for fitting and trying."""
    before = _WEIGHTS.set(weights)
    try:
        yield
    finally:
        _WEIGHTS.reset(before)


def fitted() -> Floats:
    """The weights of FEATURES."""
    weights = _WEIGHTS.get()
    return _shipped() if weights is None else weights


@cache
def _shipped() -> Floats:
    read = tomllib.loads((resources.files(__package__) / "weights.toml").read_text("utf-8"))["weights"]
    return np.array([float(read[each]) for each in FEATURES])
