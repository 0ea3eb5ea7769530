"""Who meets whom, when, and what is known of both? Read once for all sections of a briefing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from hanse.places.folding import spaced
from hanse.workspace.actors.portfolio import Portfolio
from hanse.workspace.engagements.dealings import Dealings, of
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.models import Act, Actor, ActorKind, Name


@dataclass(frozen=True)
class Meeting:
    """``ours`` meets ``counterpart``; everything is told as ``user`` may see it, and as it stands on ``today``."""

    counterpart: Actor
    ours: Actor
    user: Any
    today: date
    session: Session | None = None

    @cached_property
    def theirs(self) -> Portfolio:
        return Portfolio(self.counterpart, self.user, self.today)

    @cached_property
    def own(self) -> Portfolio:
        return Portfolio(self.ours, self.user, self.today)

    @cached_property
    def dealings(self) -> Dealings:
        """What anybody here had to do with the counterpart."""
        return of(self.counterpart, self.user, self.today)

    @cached_property
    def names(self) -> frozenset[str]:
        """All names of the counterpart, folded."""
        return folded_names([self.counterpart], self.user)

    @cached_property
    def states(self) -> list[Actor]:
        """The state of the counterpart, where it is not one itself."""
        if self.counterpart.kind == ActorKind.STATE or not self.counterpart.country:
            return []
        seen = Actor.objects.visible_to(self.user).filter(kind=ActorKind.STATE, country=self.counterpart.country)
        return list(seen)

    @cached_property
    def state_names(self) -> frozenset[str]:
        return folded_names(self.states, self.user)

    @cached_property
    def joined(self) -> dict[str, list[Any]]:
        """What the counterpart did to instruments, by their keys."""
        return by_instrument(self.theirs.participations)

    @cached_property
    def joined_by_us(self) -> dict[str, list[Any]]:
        """The same of ours, without what it withdrew from."""
        held = by_instrument(self.own.participations)
        return {key: acts for key, acts in held.items() if all(each.act != Act.WITHDREW for each in acts)}


def by_instrument(acts: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in acts:
        found.setdefault(each.instrument_id, []).append(each)
    return found


def folded_names(actors: list[Actor], user: Any) -> frozenset[str]:
    if not actors:
        return frozenset()
    others = Name.objects.visible_to(user).filter(actor__in=[each.pk for each in actors]).values_list("name", flat=True)
    own = [name for each in actors for name in (each.name, each.acronym)]
    return frozenset(filter(None, (spaced(each) for each in (*own, *others))))
