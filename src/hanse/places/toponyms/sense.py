"""What could a name mean? One sense: a city, region, country or continent, as far as weighing needs it."""

from __future__ import annotations

from dataclasses import dataclass

from hanse.places.place import Kind


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name could mean.

    ``level``: of a region 0 a continent or part of the world, 1 the first (a US state), 2 the second (a county); 0
    of a country, 3 of a city. ``own``: under its own name, not another language's or an old one. ``fame``: the number
    of names that it has.
    """

    geonames_id: int | None
    name: str
    country: str
    admin1: str
    kind: Kind
    level: int
    lat: float
    lon: float
    population: int
    own: bool = True
    capital: bool = False
    fame: int = 0
