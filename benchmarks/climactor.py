"""Is the right city found for the names that climate pledges use? ClimActor's variants, with their country."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

import hanse
from benchmarks.data import rows
from benchmarks.figures import Figure, Result, bootstrap
from hanse.errors import HanseError
from hanse.places.folding import fold
from hanse.places.place import Place
from hanse.places.weighing import kilometres

NEAR_KM = 25.0
REGION_KM = 150.0


@dataclass(frozen=True)
class Resolved:
    """A name, where its place is said to lie, the answer, and how far apart the two are (None: no Place)."""

    name: str
    right: str
    answer: Any
    apart: float | None

    @property
    def hard(self) -> bool:
        """Whether the spelling is another one even without case, marks and punctuation."""
        return fold(self.name) != fold(self.right)


def run() -> Result:
    given = [row for row in rows("climactor", "name_variants*.jsonl") if row["wrong"] != row["right"]]
    cities = [row for row in given if row["entity_type"] == "City" and row["lat"] is not None]
    regions = [row for row in given if row["entity_type"] == "Region"]
    told = [resolved(row["wrong"], row["iso3"], row["right"], row["lat"], row["lng"]) for row in cities]
    hard = [each for each in told if each.hard]
    base = [peer(row) for row in cities]
    return Result(
        "ClimActor city variants",
        (
            *two("", told, 0.96, 0.85, base),
            *two("hard ones, ", hard, 0.93, 0.78, [each for each, ours in zip(base, told, strict=True) if ours.hard]),
            Figure("answers counted wrong that bear the label's name, in its country", _bearing(told)),
            *borne_out([each for each, row in zip(told, cities, strict=True) if _is_there(row)]),
            Figure("regions, share named as labelled", region_share(regions), unit=""),
        ),
        rows=len(told),
        notes=(
            f"A variant is hard where its spelling differs from the label's without case, marks and punctuation "
            f"({len(hard)} of {len(told)}).",
            "The peer looks the name up in the gazetteer as it stands and takes the most populous of the country.",
            f"In {sum(not _is_there(row) for row in cities)} of {len(cities)} rows GeoNames has no place of the name "
            "within 25 km of the label's position: that is of another place, often in another country, or what is "
            "named is no settlement. The figures on labels that GeoNames bears out leave these rows aside",
        ),
        details={"cities": len(told), "hard": len(hard), "regions": len(regions), **kinds(told)},
    )


def resolved(name: str, country: str | None, right: str, lat: float, lon: float) -> Resolved:
    """One name with its country and the label."""
    try:
        answer = hanse.resolve(name, country or None)
    except HanseError:
        answer = None
    apart = kilometres(answer.lat, answer.lon, lat, lon) if isinstance(answer, Place) else None
    return Resolved(name, right, answer, apart)


def peer(row: dict[str, Any]) -> Resolved:
    """The most populous place of this very name in the country."""
    from hanse.places.gazetteer import gazetteer

    found = [each for each in gazetteer().named(fold(row["wrong"])) if each.country == row["iso3"]]
    apart = kilometres(found[0].lat, found[0].lon, row["lat"], row["lng"]) if found else None
    return Resolved(row["wrong"], row["right"], found[0] if found else None, apart)


def two(
    kind: str, told: Sequence[Resolved], precise: float, found: float, base: Sequence[Resolved] = ()
) -> tuple[Figure, Figure]:
    """Precision and recall within 25 km, each with its interval."""
    return tuple(  # type: ignore[return-value]
        Figure(
            f"{kind}{name} at 25 km",
            score(told),
            goal=goal,
            interval=_interval(score, told),
            peer=f"gazetteer as it stands {score(base):.3f}" if base else "",
        )
        for name, score, goal in (("precision", precision, precise), ("recall", recall, found))
    )


def _interval(score: Callable[[Sequence[Resolved]], float], told: Sequence[Resolved]) -> tuple[float, float]:
    return bootstrap(lambda k: score([told[i] for i in k]), len(told), rounds=300)


def precision(told: Sequence[Resolved]) -> float:
    """Of the Places given, those that are near."""
    apart = [each.apart for each in told if each.apart is not None]
    return float(np.mean([each <= NEAR_KM for each in apart])) if apart else 0.0


def recall(told: Sequence[Resolved]) -> float:
    """Of all names, those whose Place is near."""
    return float(np.mean([each.apart is not None and each.apart <= NEAR_KM for each in told]))


def borne_out(told: Sequence[Resolved]) -> tuple[Figure, ...]:
    """The same figures on the labels whose place GeoNames has, and on the hard ones of them."""
    hard = [each for each in told if each.hard]
    return tuple(
        Figure(f"labels that GeoNames bears out, {kind}{name}", score(some), interval=_interval(score, some))
        for kind, some in (("", told), ("hard, ", hard))
        for name, score in (("precision", precision), ("recall", recall))
    )


def _bearing(told: Sequence[Resolved]) -> float:
    """Of the Places counted wrong, those that the label's own name means, too: its position is another's."""
    wrong = [each for each in told if each.apart is not None and each.apart > NEAR_KM]
    return float(np.mean([_means(each.right, each.answer) for each in wrong])) if wrong else 0.0


def _means(name: str, place: Place) -> bool:
    found = hanse.resolve(name, place.country)
    bearing = found if isinstance(found, tuple) else (found,) if found else ()
    return any(kilometres(each.lat, each.lon, place.lat, place.lon) <= NEAR_KM for each in bearing[:1])


def _is_there(row: dict[str, Any]) -> bool:
    """Whether a place with the name of the label, or with the one given, lies near its position."""
    from hanse.places.gazetteer import gazetteer

    names = {fold(row["right"]), fold(row["right"].split(",")[0]), fold(row["wrong"])}
    found = [each for name in names for each in gazetteer().named(name)]
    return any(kilometres(each.lat, each.lon, row["lat"], row["lng"]) <= NEAR_KM for each in found)


def region_share(given: Sequence[dict[str, Any]]) -> float:
    """Of the names of regions, those resolved to a place of the label's name, or near its position."""
    return float(np.mean([_is_region(row) for row in given]))


def _is_region(row: dict[str, Any]) -> bool:
    answer = hanse.resolve(row["wrong"], row["iso3"])
    right = hanse.resolve(row["right"], row["iso3"])
    if not isinstance(answer, Place):
        return False
    if row["lat"] is not None and kilometres(answer.lat, answer.lon, row["lat"], row["lng"]) <= REGION_KM:
        return True
    return answer == right or (isinstance(right, Place) and answer.name == right.name)


def kinds(told: Sequence[Resolved]) -> dict[str, int]:
    """How many came to a place, to candidates, to nothing."""
    count: Callable[[type], int] = lambda kind: sum(isinstance(each.answer, kind) for each in told)  # noqa: E731
    return {"places": count(Place), "candidates": count(tuple), "nothing": count(type(None))}
