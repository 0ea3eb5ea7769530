"""Which place does this name mean? One Place, several Candidates, or an honest nothing."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

import pycountry

from hanse.errors import HanseError
from hanse.places.gazetteer import Entry, gazetteer
from hanse.places.place import Candidate, Place


def resolve(name: str, country: str | None = None) -> Place | tuple[Candidate, ...] | None:
    """The place that ``name`` means; Candidates, two or more and the likeliest first, where several could be meant.

    ``name`` is in any language, script or old spelling; ``country`` is ISO 3166-1, alpha-2 or alpha-3. None where the
    name is none that we know. Raises HanseError where there is no such country.
    """
    where = alpha3(country) if country else None
    places = gazetteer()
    found = [each for each in places.named(places.fold(name)) if where in (None, each.country)]
    own = [each for each in found if each.own] or found
    if not own:
        return None
    if len(own) == 1:
        return _place(own[0], 1.0, ("the only one of this name",))
    return tuple(_as(Candidate, each, 1 / len(own), (f"one of {len(own)} of this name",)) for each in own)


def _place(entry: Entry, score: float, reasons: tuple[str, ...]) -> Place:
    return _as(Place, entry, score, reasons)


T = TypeVar("T", Place, Candidate)


def _as(kind: type[T], entry: Entry, score: float, reasons: tuple[str, ...]) -> T:
    return kind(
        entry.name, entry.geonames_id, entry.country, entry.kind, entry.lat, entry.lon, round(score, 4), reasons
    )


@cache
def alpha3(code: str) -> str:
    """A country's alpha-3 code, from either of its codes. Raises HanseError where there is none."""
    wanted = code.strip().upper()
    wanted = {"UK": "GBR", "EL": "GRC", "XK": "XKX", "XKX": "XKX"}.get(wanted, wanted)
    if wanted == "XKX":
        return wanted
    found = pycountry.countries.get(alpha_2=wanted) or pycountry.countries.get(alpha_3=wanted)
    if found is None:
        raise HanseError("there is no country of this code", where=code[:40], do="give ISO 3166-1, as TUR or TR")
    return str(found.alpha_3)
