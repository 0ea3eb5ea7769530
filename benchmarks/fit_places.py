"""How much does each sign weigh when several places bear a name? ``python -m benchmarks.fit_places`` fits and prints.

Read are ClimActor and ETMUN in HANSE_TRAIN, names with their country; a right place is one within 25 km of the label.
Fitted is a conditional logit: of the places that a name finds, the right ones' share. Countries are dealt into five
parts; told is how often the likeliest place is right in the parts left out, and how often those given are.
The weights are rounded and written into ``hanse.places.weighing`` by hand; whoever fits again compares before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

import hanse.places.weighing as weighing
from benchmarks.climactor import NEAR_KM
from benchmarks.data import rows
from benchmarks.etmun import members
from hanse.places.finding import hits
from hanse.places.folding import letters
from hanse.places.gazetteer import gazetteer
from hanse.places.weighing import Hit, kilometres, without_parts

Floats = NDArray[np.float64]
SIGNS = ("POPULATION", "FAME", "OWN", "LETTER_BY_LETTER", "CAPITAL", "REGION", "UNNUMBERED", "OFFICIAL", "SEAT_OF_ONE")
PARTS = 5
_HELD = 0.25


@dataclass(frozen=True)
class Choice:
    """A name's places: their country, their signs, and which are right."""

    country: str
    signs: Floats
    right: Floats


def main() -> None:
    """Print the weights, and how good they are in countries that were left out."""
    found = choices()
    answerable = [each for each in found if each.right.any()]
    now = np.array([getattr(weighing, name) for name in SIGNS])
    parts = {part: fitted([each for each in answerable if _part(each) != part]) for part in range(PARTS)}
    print(f"{len(found)} names of several places, {len(answerable)} of them with the right one")
    for name, weights in (("as it is", dict.fromkeys(parts, now)), ("in countries left out", parts)):
        sure, right, likeliest = judged(found, weights)
        print(f"{name}: likeliest right {likeliest:.3f}; given {sure}, right of them {right:.3f}")
    for name, weight, before in zip(SIGNS, fitted(answerable), now, strict=True):
        print(f"{name} {weight:.2f} (is {before:.2f})")


def choices() -> list[Choice]:
    """Of both corpora, each name of each country once, where several places bear it."""
    cities = [row for row in rows("climactor", "name_variants*.jsonl", train=True) if row["entity_type"] == "City"]
    found: dict[tuple[str, str, int, int], Choice] = {}
    for row in (*(each for each in cities if each["lat"] is not None), *members(train=True)):
        name, country = row["wrong"], row["iso3"]
        kept = without_parts(hits(gazetteer(), name, country)) if name and country else []
        if len(kept) > 1:
            near = [kilometres(hit.entry.lat, hit.entry.lon, row["lat"], row["lng"]) <= NEAR_KM for hit in kept]
            choice = Choice(country, np.array([signs(hit) for hit in kept]), np.array(near, dtype=float))
            found[name.casefold(), country, round(row["lat"]), round(row["lng"])] = choice
    return list(found.values())


def signs(hit: Hit) -> list[float]:
    """What ``weighing.weight`` adds up, before it is weighed."""
    entry = hit.entry
    return [
        log(entry.population + 1_000),
        log(entry.fame + 1),
        entry.own,
        entry.own and letters(entry.name) == letters(hit.reading.text),
        entry.capital,
        entry.kind == "region" and hit.reading.kind != "region",
        entry.geonames_id is None,
        entry.geonames_id is None and bool(entry.code),
        entry.seat,
    ]


def fitted(given: Sequence[Choice]) -> Floats:
    """The weights under which the right places are likeliest."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = _HELD * float(weights @ weights), 2 * _HELD * weights
        for each in given:
            likely = _likely(each, weights)
            share = float(likely @ each.right)
            value -= log(share + 1e-12)
            slope = slope + (likely - likely * each.right / share) @ each.signs
        return value, slope

    return np.asarray(minimize(loss, np.zeros(len(SIGNS)), jac=True, method="L-BFGS-B").x)


def judged(given: Sequence[Choice], weights: dict[int, Floats]) -> tuple[int, float, float]:
    """How many are given at the threshold, what of them is right, and how often the likeliest is."""
    told = []
    for each in given:
        likely = _likely(each, weights[_part(each)])
        first = int(np.argmax(likely))
        told.append((likely[first] >= weighing.CERTAIN, bool(each.right[first])))
    sure = [right for certain, right in told if certain]
    return len(sure), float(np.mean(sure)), float(np.mean([right for _, right in told]))


def _likely(choice: Choice, weights: Floats) -> Floats:
    powers = np.exp((scores := choice.signs @ weights) - scores.max())
    return np.asarray(powers / powers.sum())


def _part(choice: Choice) -> int:
    return int(hashlib.sha256(choice.country.encode()).hexdigest(), 16) % PARTS


if __name__ == "__main__":
    main()
