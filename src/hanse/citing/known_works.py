"""Which known work is a reference? By DOI, by symbol, or by title with the year or an author agreeing."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from hanse.citing.linking import folded
from hanse.citing.reference import Reference

_ALIKE = 92
"""Of a hundred: how alike two titles must be, so that a slip of the pen still matches."""


def known_work(reference: Reference, known: Iterable[Reference]) -> int | None:
    """The place of ``reference`` among known works, or None. Works with the same DOI or symbol are the same, works with
    different ones are not; else the titles must agree, and the year or the first author with them, and neither may
    contradict: a title alone is shared by too many policies."""
    best: tuple[float, int] | None = None
    for place, work in enumerate(known):
        if reference.doi and work.doi:
            if reference.doi.casefold() == work.doi.casefold():
                return place
            continue
        if reference.symbol and work.symbol:
            if _bare(reference.symbol) == _bare(work.symbol):
                return place
            continue
        alike = ratio(folded(reference.title), folded(work.title)) if reference.title and work.title else 0.0
        if alike >= _ALIKE and _agree(reference, work) and (best is None or alike > best[0]):
            best = (alike, place)
    return best[1] if best else None


def _agree(one: Reference, other: Reference) -> bool:
    """Whether year and first author do not contradict, and one of them says the same."""
    years = bool(one.year and other.year)
    names = bool(one.authors and other.authors)
    same_year = years and abs(int(one.year) - int(other.year)) <= 1
    same_name = names and folded(one.authors[0].family) == folded(other.authors[0].family)
    if (years and not same_year) or (names and not same_name):
        return False
    return same_year or same_name


def _bare(symbol: str) -> str:
    return symbol.upper().replace(" ", "").removeprefix("A/RES/")
