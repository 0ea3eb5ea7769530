"""Which regions does it cover, and of which is little known? Counts by region of the United Nations (M49)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hanse.places.countries import COUNTRIES

ELSEWHERE = "Country not documented"
UNSETTLED = "Antarctica"
"""Has no cities; named only where something counts there all the same."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region: how many are in it, ``of`` how many; in how many of its countries, of how many there are."""

    name: str
    count: int
    of: int
    countries: int
    of_countries: int
    subregions: tuple[Region, ...] = ()

    @property
    def share(self) -> float | None:
        return self.count / self.of if self.of else None


def coverage(counts: Mapping[str, int], of: Mapping[str, int] | None = None) -> list[Region]:
    """All of M49's regions with their subregions, those with nothing too, in its order of the alphabet.

    ``counts`` and ``of`` are numbers by alpha-3 code; what has a code that M49 does not know, or none, comes last.
    """
    of = of or {}
    tree: dict[str, dict[str, list[str]]] = {}
    for code, country in COUNTRIES.items():
        tree.setdefault(country.region, {}).setdefault(country.subregion, []).append(code)
    found = [
        _region(
            name,
            [code for codes in parts.values() for code in codes],
            counts,
            of,
            tuple(_region(part, codes, counts, of) for part, codes in sorted(parts.items())) if len(parts) > 1 else (),
        )
        for name, parts in sorted(tree.items())
    ]
    strangers = [code for code in {*counts, *of} if code not in COUNTRIES]
    rest = _region(ELSEWHERE, strangers, counts, of)
    settled = [each for each in found if each.name != UNSETTLED or each.count]
    return [*settled, rest] if rest.count or rest.of else settled


def _region(
    name: str, codes: list[str], counts: Mapping[str, int], of: Mapping[str, int], parts: tuple[Region, ...] = ()
) -> Region:
    held = [counts.get(code, 0) for code in codes]
    known = 0 if name == ELSEWHERE else sum(map(bool, held))
    countries = 0 if name == ELSEWHERE else len(codes)
    return Region(name, sum(held), sum(of.get(code, 0) for code in codes), known, countries, parts)
