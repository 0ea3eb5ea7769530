"""Which actors does a pasted list mean? One for each line, or candidates with what they are, or an honest nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from hanse.errors import HanseError
from hanse.places.countries import country
from hanse.places.folding import spaced
from hanse.places.resolving import resolve_all
from hanse.workspace.registry.models import Actor, ActorKind, Name

LEAVE_OUT = "-"
ALIKE = 78
"""How alike two spellings must be, of 100, for one to be offered for the other; never taken by itself."""
SURE = 0.9
"""With less than this a place was misspelt, and is asked about."""
OFFERED = 5
LONGEST = 300
_MARK = re.compile(r"^\s*(?:[-*•–·]|\(?\d{1,3}[.)])\s+")
_TITLE = re.compile(
    r"^(?:(?:lord|deputy|vice|former|acting)[- ])*(?:mayor(?:ess)?|governor|city council)\s+of\s+(?=\S)", re.I
)
"""An office before the name of its place: the place is meant, or nothing."""
_ID = re.compile(r"\[([-\w]{1,40})\]\s*$")
_ASIDE = re.compile(r"^(?P<name>.+?)\s*(?:[\t;]|,\s|\((?=[^()]+\)$))\s*(?P<aside>[^()]+?)\)?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One pasted line: the ``actor`` it means, or ``offered`` ones to choose from; neither where nothing is like it."""

    number: int
    given: str
    actor: Actor | None
    offered: tuple[Actor, ...] = ()
    again: bool = False
    """The same actor stands in an earlier line."""

    @property
    def name(self) -> str:
        """How the form calls the choice for this line."""
        return f"line-{self.number}"


class Names:
    """The names of all actors that a user may see, read once."""

    def __init__(self, user: Any) -> None:
        self.seen = Actor.objects.visible_to(user)
        self.keys: dict[str, set[str]] = defaultdict(set)
        self.countries: dict[str, str] = {}
        self.places: dict[str, int | None] = {}
        """Of local governments, the places that they are in, where that is known."""
        self.at: dict[int, list[str]] = defaultdict(list)
        """Local governments by the place that they are in."""
        columns = ("id", "folded", "country", "kind", "geonames_id")
        for pk, folded, of, kind, place in self.seen.order_by("id").values_list(*columns):
            self.countries[pk] = of
            if kind == ActorKind.LOCAL_GOVERNMENT:
                self.places[pk] = place
            if place and kind == ActorKind.LOCAL_GOVERNMENT:
                self.at[place].append(pk)
            for key in folded.split("\n"):
                self.keys[key].add(pk)
        for pk, key in Name.objects.visible_to(user).order_by().values_list("actor", "folded"):
            if pk in self.countries:
                self.keys[key].add(pk)
        self.keys.pop("", None)

    def read(self, text: str) -> list[Line]:
        """The lines of a pasted list, without its empty ones, bullets and numbers."""
        stripped = [_MARK.sub("", line).strip()[:LONGEST] for line in text.splitlines()]
        given = [line for line in stripped if line]
        plain = [_TITLE.sub("", line) for line in given]
        meant = [self._meant(line) for line in plain]
        asked = [n for n, (sure, offered) in enumerate(meant) if not offered and self._open(sure, plain[n])]
        for number, place in zip(asked, self._places([plain[each] for each in asked]), strict=True):
            if sure := meant[number][0]:
                meant[number] = ("", [sure]) if self._shared(sure, place, plain[number]) else meant[number]
            else:
                meant[number] = self._in(place, plain[number], plain[number] == given[number])
        held = self.seen.in_bulk({pk for sure, offered in meant for pk in (sure, *offered)})
        lines: list[Line] = []
        before: set[str] = set()
        for number, (line, (sure, offered)) in enumerate(zip(given, meant, strict=True)):
            actors = tuple(held[pk] for pk in offered if pk in held)
            lines.append(Line(number, line, held.get(sure), actors, bool(sure) and sure in before))
            before.add(sure)
        return lines

    def _meant(self, line: str) -> tuple[str, list[str]]:
        """The key of the actor whose name stands there, or the keys of those that have it."""
        if (with_id := _ID.search(line)) and with_id[1] in self.countries:
            return with_id[1], []
        found = self.keys.get(spaced(line), set())
        name, where = _apart(line)
        if not found and name != line:
            found = self.keys.get(spaced(name), set())
            here = {pk for pk in found if where and self.countries[pk] == where}
            if len(here) == 1:
                return next(iter(here)), []
            return "", sorted(here or found)[: 4 * OFFERED]
        if len(found) == 1:
            return next(iter(found)), []
        return "", sorted(found)[: 4 * OFFERED]

    def _open(self, sure: str, line: str) -> bool:
        """Whether the world's places decide: nobody here has the name, or a local government without its country."""
        return not sure or (sure in self.places and not _ID.search(line) and not _apart(line)[1])

    def _places(self, lines: list[str]) -> list[Any]:
        try:
            return resolve_all([(name, where or None) for name, where in map(_apart, lines)]) if lines else []
        except HanseError:  # the gazetteer cannot be written: names alone must do
            return [None] * len(lines)

    def _shared(self, pk: str, place: Any, line: str) -> bool:
        """Whether another place has the very name of a local government, and nothing tells which is meant."""
        if isinstance(place, tuple):
            name = spaced(_apart(line)[0])
            return bool({each.geonames_id for each in place if spaced(each.name) == name} - {self.places[pk]})
        return False

    def _in(self, place: Any, line: str, near: bool) -> tuple[str, list[str]]:
        """For a name that nobody here has: the local government of the place that is meant, else what is near it."""
        if place is None or isinstance(place, HanseError):
            return "", self._near(_apart(line)[0]) if near else []
        likely = [each for each in (place if isinstance(place, tuple) else (place,)) if each.kind != "country"]
        here = list(dict.fromkeys(pk for each in likely for pk in self.at.get(each.geonames_id, ())))
        if len(here) == 1 and not isinstance(place, tuple) and place.score >= SURE:
            return here[0], []
        return "", (here or (self._near(_apart(line)[0]) if near else []))[:OFFERED]

    def _near(self, given: str) -> list[str]:
        key = spaced(given)
        if not key:
            return []
        alike = process.extract(key, self.keys.keys(), scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=OFFERED)
        return list(dict.fromkeys(pk for name, _, _ in alike for pk in sorted(self.keys[name])))[:OFFERED]


def _apart(line: str) -> tuple[str, str]:
    """A name and the alpha-3 code of the country beside it, "Paris, France"; the line as it is where there is none."""
    aside = _ASIDE.match(line)
    where = country(aside["aside"]) if aside else None
    return (aside["name"], where.alpha3 if where else "") if aside else (line, "")
