"""Of which regions is much known, and of which little? Counts by region of the United Nations (M49)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from hanse.places.countries import COUNTRIES
from hanse.workspace.languages import territory
from hanse.workspace.registry.models import Actor, ActorKind

NOWHERE = gettext_noop("No country or region documented")
"""Of actors whose country is not documented, and of organisations of states that work in no single region."""
UNSETTLED = "Antarctica"
"""Has no cities; named only where something counts there all the same."""


_CODES = {
    "Africa": "002",
    "Americas": "019",
    "Asia": "142",
    "Europe": "150",
    "Oceania": "009",
    "Antarctica": "AQ",
    "Eastern Africa": "014",
    "Middle Africa": "017",
    "Northern Africa": "015",
    "Southern Africa": "018",
    "Western Africa": "011",
    "Caribbean": "029",
    "Central America": "013",
    "Northern America": "021",
    "South America": "005",
    "Central Asia": "143",
    "Eastern Asia": "030",
    "South-eastern Asia": "035",
    "Southern Asia": "034",
    "Western Asia": "145",
    "Eastern Europe": "151",
    "Northern Europe": "154",
    "Southern Europe": "039",
    "Western Europe": "155",
    "Australia and New Zealand": "053",
    "Melanesia": "054",
    "Micronesia": "057",
    "Polynesia": "061",
}
"""M49's, by which Unicode CLDR names them in each language."""


def called(name: str) -> str:
    """A region or subregion of M49, or `NOWHERE`, in the language of the page."""
    return territory(_CODES[name], name) if name in _CODES else gettext(name) if name else ""


def _tree() -> dict[str, dict[str, tuple[str, ...]]]:
    """Codes by subregion by region, all in the order of the alphabet."""
    tree: dict[str, dict[str, tuple[str, ...]]] = {}
    for each in sorted(COUNTRIES.values(), key=lambda each: (each.region, each.subregion)):
        parts = tree.setdefault(each.region, {})
        parts[each.subregion] = (*parts.get(each.subregion, ()), each.alpha3)
    return tree


_TREE = _tree()


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
    def called(self) -> str:
        """Its name in the language of the page."""
        return called(self.name)

    @property
    def share(self) -> float | None:
        return self.count / self.of if self.of else None


def where(actor: Actor) -> str:
    """What an actor is counted under: the code of its country; of an organisation of states, the region it works in."""
    if actor.kind in {ActorKind.INTERNATIONAL, ActorKind.REGIONAL}:
        return actor.scope
    return actor.country.upper()


def coverage(counts: Mapping[str, int], of: Mapping[str, int] | None = None) -> list[Region]:
    """All of M49's regions with their subregions, those with nothing too, in the order of the alphabet.

    ``counts`` and ``of`` are numbers by alpha-3 code or by name of a region; anything else, as "", comes last.
    """
    of = of or {}
    found = [_region(name, parts, counts, of) for name, parts in _TREE.items()]
    settled = [each for each in found if each.name != UNSETTLED or each.count]
    astray = {*counts, *of} - COUNTRIES.keys() - _TREE.keys()
    rest = Region(NOWHERE, _sum(counts, astray), _sum(of, astray), 0, 0)
    return [*settled, rest] if rest.count or rest.of else settled


def side_by_side(*counted: Iterable[str]) -> list[tuple[str, tuple[int, ...]]]:
    """Several counts beside one another: each region of any of them with its number in each.

    Each of ``counted`` names for every record what it is counted under, as `where` gives it.
    """
    columns = [{each.name: each.count for each in coverage(Counter(keys))} for keys in counted]
    names = [each for each in (*_TREE, NOWHERE) if any(each in column for column in columns)]
    return [(name, tuple(column.get(name, 0) for column in columns)) for name in names]


def _region(
    name: str, parts: Mapping[str, tuple[str, ...]], counts: Mapping[str, int], of: Mapping[str, int]
) -> Region:
    subregions = tuple(_part(part, codes, counts, of) for part, codes in parts.items())
    whole = _part(name, (name, *(code for codes in parts.values() for code in codes)), counts, of)
    return Region(
        name,
        whole.count,
        whole.of,
        sum(each.countries for each in subregions),
        sum(each.of_countries for each in subregions),
        subregions if len(parts) > 1 else (),
    )


def _part(name: str, keys: tuple[str, ...], counts: Mapping[str, int], of: Mapping[str, int]) -> Region:
    return Region(name, _sum(counts, keys), _sum(of, keys), sum(bool(counts.get(key)) for key in keys), len(keys))


def _sum(counts: Mapping[str, int], keys: Iterable[str]) -> int:
    return sum(counts.get(key, 0) for key in keys)
