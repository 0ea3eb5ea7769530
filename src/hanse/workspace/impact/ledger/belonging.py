"""Does somebody belong to a claimant? By what the registry knows: names, parts, memberships; no tie known is no tie."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Lookup, Q

from hanse.places import words
from hanse.places.countries import COUNTRIES
from hanse.places.folding import spaced
from hanse.workspace.registry.models import Actor, ActorKind, Membership, Name, Office
from hanse.workspace.registry.models.record import Folded

LEVELS = 6
"""So many steps are gone up from a part to what it is part of."""
AT_ONCE = 200
LONGEST_ACRONYM = 40


@Folded.register_lookup
class BeginsWithLine(Lookup):
    """Names of which the first line, with others after it, is one of some: one condition, found by the index."""

    lookup_name = "begins_with_line"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        name, params = self.process_lhs(compiler, connection)
        told = " OR ".join([f"({name} > %s AND {name} < %s)"] * len(self.rhs))
        bounds = [bound for line in self.rhs for bound in (*params, f"{line}\n", *params, f"{line}\v")]
        return f"({told})", bounds


class Belonging:
    """Who is who among the names and actors of a ledger, and who belongs to whom, as far as a user may see: a tie that
    is restricted leaves no trace in what others count."""

    def __init__(self, names: Iterable[str], keys: Iterable[str], user: Any, day: date) -> None:
        self.user = user
        self.actors: dict[str, Actor] = {}
        self._called: dict[str, str] = {}
        self._by_name({each for each in names if each.strip()})
        self._bodies: dict[str, set[str]] = {}
        self._by_key(set(keys))
        self._by_office(day)
        known = [*self.actors]
        held = self._held(Membership).known(day).filter(actor__in=known, network__in=known)
        self._ties = {frozenset(pair) for pair in held.values_list("actor_id", "network_id")} if known else set()

    def actor(self, name: str) -> Actor | None:
        """Who is called so; None for nobody, or for several."""
        return self.actors.get(self._called.get(spaced(name), ""))

    def tied(self, one: str, other: str) -> bool:
        """Whether two actors, by key, are one, part of one another, or a member of the other; who holds an office is
        part of the body."""
        return any(self._tied(a, b) for a in self.selves(one) for b in self.selves(other))

    def _tied(self, one: str, other: str) -> bool:
        if one == other:
            return bool(one)
        above, over = self._above(one), self._above(other)
        return other in above or one in over or frozenset((one, other)) in self._ties

    def selves(self, key: str) -> set[str]:
        """An actor, and the bodies in which it holds an office."""
        return {key, *self._bodies.get(key, ())}

    def of(self, organisation: str, named: str, claimant: str) -> bool:
        """Whether an organisation, by its key or only by a name, belongs to a claimant, who is given by name."""
        asks = self.actor(claimant)
        said = self.actors.get(organisation) or self.actor(named)
        if asks is not None and said is not None:
            return self.tied(asks.pk, said.pk)
        return called_alike(str(said) if said else named, claimant)

    def _above(self, key: str) -> set[str]:
        found: set[str] = set()
        while (held := self.actors.get(key)) is not None and held.parent_id and held.parent_id not in found:
            found.add(held.parent_id)
            key = held.parent_id
        return found

    def _by_name(self, names: set[str]) -> None:
        wanted = sorted({spaced(each) for each in names} - {""})
        seen = self._held(Actor)
        meant: dict[str, set[str]] = {}
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            own = Q(folded__in=part) | Q(folded__begins_with_line=part)
            short = sorted({each for each in names if len(each) <= LONGEST_ACRONYM})
            as_written = Q(name__in=sorted(names)) | Q(acronym__in=short)
            for held in seen.filter(Q(own, kind__in=ActorKind.values) | as_written).order_by():
                self.actors[held.pk] = held
                for line in set(held.folded.split("\n")) & set(part):
                    meant.setdefault(line, set()).add(held.pk)
            others = self._held(Name).filter(folded__in=part).order_by()
            for line, pk in others.values_list("folded", "actor_id"):
                meant.setdefault(line, set()).add(pk)
        self._by_key({pk for keys in meant.values() for pk in keys})
        self._called = {line: next(iter(keys)) for line, keys in meant.items() if len(keys) == 1}

    def _by_key(self, keys: set[str]) -> None:
        """With what they are part of."""
        wanted = keys - self.actors.keys()
        wanted |= {each.parent_id for each in self.actors.values() if each.parent_id} - self.actors.keys()
        for _ in range(LEVELS):
            if not wanted:
                return
            found = self._held(Actor).in_bulk(sorted(wanted))
            self.actors |= found
            wanted = {each.parent_id for each in found.values() if each.parent_id} - self.actors.keys()

    def _by_office(self, day: date) -> None:
        """With the bodies in which people hold an office."""
        people = [pk for pk, each in self.actors.items() if each.kind == ActorKind.PERSON]
        held = self._held(Office).known(day).filter(person__in=people) if people else Office.objects.none()
        rows = list(held.values_list("person_id", "body_id"))
        self._by_key({body for _, body in rows})
        for person, body in rows:
            if body in self.actors:
                self._bodies.setdefault(person, set()).add(body)

    def _held(self, model: Any) -> Any:
        return model.objects.visible_to(self.user).order_by()


def region(actor: Actor | None) -> str:
    """The region of M49 that an actor lies in; "" where no country is documented."""
    known = COUNTRIES.get(actor.country) if actor else None
    return known.region if known else ""


@cache
def called_alike(one: str, other: str) -> bool:
    """Whether two names may be one but for spelling and generic words: "City of Port Velane", "port velane"."""
    return bool(_keys(one) & _keys(other))


def _keys(name: str) -> set[str]:
    parts = words.words(name)
    found = {words.key(parts), *(words.key(each.words) for each in words.stripped(parts))}
    return found - {""}
