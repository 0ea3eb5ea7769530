"""Which actors does a pasted list mean? One for each line, or candidates with what they are, or an honest nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from hanse.places.countries import country
from hanse.places.folding import spaced
from hanse.workspace.registry.models import Actor, Name

LEAVE_OUT = "-"
ALIKE = 78
"""How alike two spellings must be, of 100, for one to be offered for the other; never taken by itself."""
OFFERED = 5
LONGEST = 300
_MARK = re.compile(r"^\s*(?:[-*•–·]|\(?\d{1,3}[.)])\s+")
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
        for pk, folded, of in self.seen.order_by().values_list("id", "folded", "country"):
            self.countries[pk] = of
            for key in folded.split("\n"):
                self.keys[key].add(pk)
        for pk, key in Name.objects.visible_to(user).order_by().values_list("actor", "folded"):
            if pk in self.countries:
                self.keys[key].add(pk)
        self.keys.pop("", None)

    def read(self, text: str) -> list[Line]:
        """The lines of a pasted list, without its empty ones, bullets and numbers."""
        given = [_MARK.sub("", line).strip()[:LONGEST] for line in text.splitlines()]
        meant = [(line, *self._meant(line)) for line in given if line]
        held = self.seen.in_bulk({pk for _, sure, offered in meant for pk in (sure, *offered)})
        lines: list[Line] = []
        before: set[str] = set()
        for number, (line, sure, offered) in enumerate(meant):
            actors = tuple(held[pk] for pk in offered if pk in held)
            lines.append(Line(number, line, held.get(sure), actors, bool(sure) and sure in before))
            before.add(sure)
        return lines

    def _meant(self, line: str) -> tuple[str, list[str]]:
        """The key of the actor that is meant, or the keys of those that may be."""
        if (with_id := _ID.search(line)) and with_id[1] in self.countries:
            return with_id[1], []
        found = self.keys.get(spaced(line), set())
        aside = _ASIDE.match(line)
        if not found and aside:
            found = self.keys.get(spaced(aside["name"]), set())
            where = country(aside["aside"])
            here = {pk for pk in found if where and self.countries[pk] == where.alpha3}
            if len(here) == 1:
                return next(iter(here)), []
            return "", sorted(here or found)[: 4 * OFFERED] or self._near(aside["name"])
        if len(found) == 1:
            return next(iter(found)), []
        return "", sorted(found)[: 4 * OFFERED] or self._near(line)

    def _near(self, given: str) -> list[str]:
        key = spaced(given)
        if not key:
            return []
        alike = process.extract(key, self.keys.keys(), scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=OFFERED)
        return list(dict.fromkeys(pk for name, _, _ in alike for pk in sorted(self.keys[name])))[:OFFERED]
