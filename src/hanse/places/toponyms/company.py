"""What company do the other names of a text make for each sense of a name? Their states, their countries, who is near.

A small namesake of a great city needs small company, or its region or country named: that Barcelona and New York stand
beside Amsterdam does not make it a town of the state of New York.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hanse.places.toponyms.sense import Sense

Floats = NDArray[np.float64]
_FEW = 10.0
"""Names beyond which more of them add little: ten of two hundred are no majority."""
_LIKELY = 0.02
"""The share of the belief from which a sense of another name is company."""
_PERHAPS = 0.1
"""The share of the belief from which a name may be a great city's."""
_GREAT, _GREAT_CAPITAL = 500_000, 300_000
"""Inhabitants of a great city."""
_SMALL = 0.1
"""The share of a great city's inhabitants below which a place of its name is a small namesake."""


class Weighed(Protocol):
    """A name with its senses and how likely they are."""

    @property
    def senses(self) -> tuple[Sense, ...]: ...

    @property
    def likely(self) -> Floats: ...


@dataclass(frozen=True, slots=True)
class Company:
    """What speaks for one sense: shares and logarithms, none below zero."""

    country: float = 0.0
    state: float = 0.0
    within_40: float = 0.0
    within_160: float = 0.0


@dataclass(slots=True)
class _Mass:
    """How much belief lies in each state and country; with ``but_great`` names of great cities are passed over."""

    states: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, each: Weighed, *, but_great: bool) -> None:
        if but_great and _of_a_great_city(each):
            return
        for sense, likely in zip(each.senses, each.likely, strict=True):
            if likely > _LIKELY:
                self.countries[sense.country] += likely
                if sense.kind != "country":
                    self.states[sense.country, sense.admin1] += likely


class Companies:
    """The company that all names of a text make, as they are believed now."""

    def __init__(self, names: Sequence[Weighed]) -> None:
        self._others = max(len(names) - 1, 1)
        self._scale = _FEW / (_FEW + self._others)
        self._all, self._small = _Mass(), _Mass()
        points: list[tuple[int, float, float, float, bool]] = []
        for place, each in enumerate(names):
            self._all.add(each, but_great=False)
            self._small.add(each, but_great=True)
            known = _of_a_great_city(each)
            for best in np.argsort(-each.likely, kind="stable")[:3]:
                sense = each.senses[best]
                if sense.kind == "city" or sense.level == 2:
                    points.append((place, sense.lat, sense.lon, float(each.likely[best]), known))
        self._owners, self._lats, self._lons, self._masses, self._great = (
            np.array([each[column] for each in points]) for column in range(5)
        )

    def of(self, place: int, name: Weighed) -> list[Company]:
        """For each sense of a name, which is the ``place``-th of the text, the company of the other names."""
        own, own_small = _Mass(), _Mass()
        own.add(name, but_great=False)
        own_small.add(name, but_great=True)
        largest = max((each.population for each in name.senses if great(each)), default=0)
        others = self._masses * (self._owners != place)
        others_small = others * ~self._great.astype(bool)
        found = []
        for sense in name.senses:
            namesake = sense.kind == "city" and sense.population < _SMALL * largest
            all_of, own_of = (self._small, own_small) if namesake else (self._all, own)
            found.append(self._company(sense, all_of, own_of, others_small if namesake else others))
        return found

    def _company(self, sense: Sense, all_of: _Mass, own: _Mass, others: Floats) -> Company:
        state = (sense.country, sense.admin1)
        country = max(all_of.countries.get(sense.country, 0.0) - own.countries.get(sense.country, 0.0), 0.0)
        inside = max(all_of.states.get(state, 0.0) - own.states.get(state, 0.0), 0.0)
        near, nearer = 0.0, 0.0
        if len(others) and (sense.kind == "city" or sense.level == 2):
            away = distances(sense.lat, sense.lon, self._lats, self._lons)
            nearer, near = float(others[away < 40].sum()), float(others[away < 160].sum())
        return Company(
            country / self._others if sense.country else 0.0,
            self._logarithm(inside) if sense.kind != "country" and sense.admin1 else 0.0,
            self._logarithm(nearer),
            self._logarithm(near),
        )

    def _logarithm(self, mass: float) -> float:
        return float(np.log1p(self._scale * mass))


def _of_a_great_city(name: Weighed) -> bool:
    held = sum(float(likely) for sense, likely in zip(name.senses, name.likely, strict=True) if great(sense))
    return held > _PERHAPS


def great(sense: Sense) -> bool:
    """Whether it is a city of half a million, or a capital of 300,000."""
    return sense.kind == "city" and sense.population >= (_GREAT_CAPITAL if sense.capital else _GREAT)


def distances(lat: float, lon: float, lats: Floats, lons: Floats) -> Floats:
    """Kilometres, as on a plane that is true to scale at ``lat``: near enough for neighbours."""
    north = (lats - lat) * 111.2
    east = ((lons - lon + 180) % 360 - 180) * 111.2 * np.cos(np.radians(lat))
    found: Floats = np.hypot(north, east)
    return found
