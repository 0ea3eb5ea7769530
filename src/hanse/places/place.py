"""What is a name resolved to? A Place where one is meant, Candidates where several could be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["city", "region", "country"]


@dataclass(frozen=True, slots=True)
class Place:
    """One city, region or country, and why it was taken.

    ``geonames_id`` is None where we hold no number of GeoNames for it; ``reasons`` then say by what it is known.
    ``country`` is ISO 3166-1 alpha-3 (XKX for Kosovo, which has no code there). ``lat`` and ``lon`` are WGS 84
    degrees, of a region or country those of its middle. ``score`` is from 0 to 1; ``reasons`` are short clauses.
    """

    name: str
    geonames_id: int | None
    country: str
    kind: Kind
    lat: float
    lon: float
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Place that could be meant, beside others: the same fields."""

    name: str
    geonames_id: int | None
    country: str
    kind: Kind
    lat: float
    lon: float
    score: float
    reasons: tuple[str, ...] = ()
