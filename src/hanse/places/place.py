"""What is a name resolved to? A Place where one is meant, Candidates where several could be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["city", "region", "country"]


@dataclass(frozen=True, slots=True)
class Place:
    """One city, region or country, and why it was taken.

    ``geonames_id`` is None where GeoNames has no number for it that we hold; its ISO 3166 code is then in ``reasons``.
    ``country`` is ISO 3166-1 alpha-3 (XKX for Kosovo, which has no code there). ``lat`` and ``lon`` are WGS 84 degrees,
    None where no position is known. ``score`` is from 0 to 1; ``reasons`` are short clauses, the strongest first.
    """

    name: str
    geonames_id: int | None
    country: str
    kind: Kind
    lat: float | None
    lon: float | None
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A Place that could be meant, beside others: the same fields."""

    name: str
    geonames_id: int | None
    country: str
    kind: Kind
    lat: float | None
    lon: float | None
    score: float
    reasons: tuple[str, ...] = ()
