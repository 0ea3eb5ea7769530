"""Who is in the registry already, under which names and in which places? As one user sees it, read once for a sheet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from hanse.places.folding import fold
from hanse.workspace.registry.duplicates import NEAR, NEARBY, district, keys_of, kilometres
from hanse.workspace.registry.exchange.references import same_name
from hanse.workspace.registry.models import Actor, ActorKind, Name


@dataclass(frozen=True, slots=True)
class Here:
    """An actor of the registry, as much of it as a name of a sheet can be compared with."""

    id: str
    name: str
    kind: str
    country: str
    geonames_id: int | None
    where: tuple[float, float] | None = None


class Present:
    """All actors that ``user`` may see, but for office-holders."""

    def __init__(self, user: Any) -> None:
        self.by_id: dict[str, Here] = {}
        self.by_name: dict[str, list[Here]] = defaultdict(list)
        self.by_place: dict[int, list[Here]] = defaultdict(list)
        self.states: dict[str, list[Here]] = defaultdict(list)
        self._by_cell: dict[tuple[int, int], list[Here]] = defaultdict(list)
        self._also: dict[str, list[str]] = defaultdict(list)
        actors = Actor.objects.visible_to(user).exclude(kind=ActorKind.PERSON).order_by("id")
        columns = ("id", "name", "kind", "country", "geonames_id", "acronym", "latitude", "longitude")
        for values in actors.values_list(*columns):
            where = values[6:] if None not in values[6:] else None
            self._add(Here(*values[:5], where), values[5])
        for actor, name in Name.objects.visible_to(user).order_by("id").values_list("actor_id", "name"):
            here = self.by_id.get(actor)
            self._also[actor].append(name)
            if here is not None and here not in self.by_name[looked_up(name)]:
                self.by_name[looked_up(name)].append(here)

    def _add(self, here: Here, acronym: str) -> None:
        self.by_id[here.id] = here
        for name in {looked_up(here.name), looked_up(acronym)} - {""}:
            self.by_name[name].append(here)
        if here.geonames_id and here.kind == ActorKind.LOCAL_GOVERNMENT:
            self.by_place[here.geonames_id].append(here)
        if here.where and here.kind == ActorKind.LOCAL_GOVERNMENT:
            self._by_cell[_cell(*here.where)].append(here)
        if here.kind == ActorKind.STATE and here.country:
            self.states[here.country].append(here)

    def named(self, name: str) -> list[Here]:
        """Actors of a name, wherever they are."""
        return self.by_name.get(looked_up(name), [])

    def called(self, name: str, country: str) -> list[Here]:
        """Actors of a name, none of another country; where some are called just so, no others."""
        near = [each for each in self.named(name) if not country or each.country in ("", country)]
        return [each for each in near if same_name(each.name) == same_name(name)] or near

    def in_place(self, place: dict[str, Any]) -> list[Here]:
        """Local governments in a place; else those called like it, in its country, of which nobody said where."""
        return self.by_place.get(place.get("geonames_id") or 0, []) or [
            each
            for each in self.named(place["name"])
            if each.kind == ActorKind.LOCAL_GOVERNMENT and not each.geonames_id and each.country == place["country"]
        ]

    def beside(self, name: str, place: Any) -> tuple[list[Here], list[Here]]:
        """Local governments that lie where a place does, if at another GeoNames id: those called ``name`` but for
        generic words, or else those called nearly so."""
        if place.lat is None or self.by_place.get(place.geonames_id or 0):
            return [], []
        row, column = _cell(place.lat, place.lon)
        cells = [(row + up, column + along) for up in (-1, 0, 1) for along in (-1, 0, 1)]
        near = [each for cell in cells for each in self._by_cell.get(cell, ()) if each.country == place.country]
        near = [each for each in near if (kilometres(each.where, (place.lat, place.lon)) or 0.0) <= NEARBY]
        alike = [each for each in near if self._alike(each, name)]
        return alike, alike or [each for each in near if fuzz.ratio(looked_up(each.name), looked_up(name)) >= NEAR]

    def _alike(self, here: Here, name: str) -> bool:
        """Whether an actor is called so but for generic words, or is the district of this number."""
        called = (here.name, *self._also.get(here.id, ()))
        mark = district(name)
        return any(keys_of(each) & keys_of(name) or (mark and district(each) == mark) for each in called)


def looked_up(name: str) -> str:
    """A name as it is looked up: without case, accents and script."""
    return fold(name) or same_name(name)


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    """Tenths of a degree."""
    return int(latitude * 10 // 1), int(longitude * 10 // 1)
