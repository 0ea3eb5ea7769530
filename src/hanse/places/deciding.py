"""Is one place meant, or could several be? One Place, Candidates, or nothing, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from hanse.places.gazetteer import Entry
from hanse.places.place import Candidate, Place
from hanse.places.weighing import CERTAIN, Hit, misspelt_by_it, only_populous, shares, without_parts

T = TypeVar("T", Place, Candidate)
Answer = Place | tuple[Candidate, ...] | None


def decided(found: Sequence[Hit], where: str | None, beside: Mapping[int, tuple[float, str]] | None = None) -> Answer:
    """What the hits in a country, or anywhere, come to.

    ``beside`` adds to some of them, by row, what other names of the same list say for them.
    """
    ranked = _ranked(found, where, beside or {})
    if len(ranked) < 2:
        return _alone(ranked[0][1], len(found)) if ranked else None
    (share, first, (_, why)), *others = ranked
    open_question = only_populous([(hit, bonus) for _, hit, (bonus, _) in ranked], anywhere=where is None)
    if share >= CERTAIN and not open_question and not misspelt_by_it(first, [hit for _, hit, _ in others]):
        reasons = (*said(first), *([why] if why else ()), _better_known(len(others)))
        return place(Place, first.entry, share - min(0.5, max(0.0, first.doubt)), reasons)
    return _candidates(ranked)


def every(found: Sequence[Hit], where: str | None) -> tuple[Candidate, ...]:
    """All places among the hits, the likeliest first, whether it is clear which is meant or not."""
    return _candidates(_ranked(found, where, {}))


Ranked = list[tuple[float, Hit, tuple[float, str]]]
"""Hits, the likeliest first, with the share of the belief in each, and what other names say for it."""


def _ranked(found: Sequence[Hit], where: str | None, beside: Mapping[int, tuple[float, str]]) -> Ranked:
    if not (kept := without_parts(found)):
        return []
    added = [beside.get(hit.entry.row, (0.0, "")) for hit in kept]
    parts = shares(kept, [bonus for bonus, _ in added], anywhere=where is None)
    return sorted(zip(parts, kept, added, strict=True), key=lambda each: (-each[0], each[1].entry.row))


def _candidates(ranked: Ranked) -> tuple[Candidate, ...]:
    among = f"one of {len(ranked)} of this name" if len(ranked) > 1 else "the only one of this name"
    return tuple(
        place(Candidate, hit.entry, share, (*said(hit), *([why] if why else ()), among))
        for share, hit, (_, why) in ranked
    )


def as_candidate(hit: Hit) -> Candidate:
    """One that stands beside a country of the same name."""
    return place(Candidate, hit.entry, 0.4, said(hit))


def _alone(hit: Hit, found: int) -> Place:
    only = "the only one of this name" if found == 1 else "the only one of this name, but for its region or parts"
    return place(Place, hit.entry, 1.0 - min(0.9, max(0.0, hit.doubt)), (*said(hit), only))


def _better_known(others: int) -> str:
    return f"far better known than the {others} others of this name" if others > 1 else "far better known than another"


def said(hit: Hit) -> tuple[str, ...]:
    """What was made of the name, and which of the place's names it is."""
    name = "its own name" if hit.entry.own else f"known as “{' '.join(word.written for word in hit.reading.words)}” too"
    return (*hit.reasons, name, *identity(hit.entry))


def identity(entry: Entry) -> tuple[str, ...]:
    """By what a region, or a place that GeoNames does not number here, is known."""
    if entry.kind == "region" and entry.code:
        return (entry.code if entry.code.startswith("FIPS") else f"ISO 3166-2 {entry.code}",)
    if entry.geonames_id is None:
        return (f"known from postal codes{', ' + entry.code if entry.code else ''}; without a GeoNames id here",)
    return ()


def place(kind: type[T], entry: Entry, score: float, reasons: tuple[str, ...]) -> T:
    """A Place or Candidate of an entry."""
    return kind(
        entry.name,
        entry.geonames_id,
        entry.country,
        entry.kind,
        entry.lat,
        entry.lon,
        round(min(1.0, max(0.0, score)), 4),
        tuple(dict.fromkeys(reasons)),
    )
