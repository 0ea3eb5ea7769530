"""Who is meant by a name that somebody typed? One actor; or several to choose from; or nobody here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from hanse.workspace.engagements.models import EngagementParticipant
from hanse.workspace.registry.fields import candidates, exactly, found
from hanse.workspace.registry.models import Actor, ActorKind, Office

OFFERED = 6
LEFT_OUT = "-"


@dataclass(frozen=True, slots=True)
class Meant:
    """What was typed, the actor that it means, or those that it may mean."""

    number: int
    typed: str
    actor: Actor | None
    offered: tuple[Actor, ...] = ()

    @property
    def name(self) -> str:
        """How a form calls the choice."""
        return f"meant-{self.number}"


def meant(names: Iterable[str], chosen: Any, user: Any) -> list[Meant]:
    """The names with what they mean, empty ones left out; ``chosen`` has a person's word on doubtful ones."""
    held = candidates("actor", user)
    answers = []
    for number, typed in enumerate(names):
        choice = chosen.get(f"meant-{number}", "")
        if not typed.strip() or choice == LEFT_OUT:
            continue
        actors = exactly(held, typed, user)
        if choice and len(actors) != 1:
            actors = list(held.filter(pk=choice)) or actors
        if len(actors) == 1:
            answers.append(Meant(number, typed, actors[0]))
            continue
        near = actors or list(found(held, typed, user)[:OFFERED])
        answers.append(Meant(number, typed, None, tuple(near[:OFFERED])))
    return answers


def as_participant(actor: Actor, user: Any, day: date) -> EngagementParticipant:
    """Somebody who took part, not saved: an office-holder with the body of the one office that was held on the day."""
    if actor.kind != ActorKind.PERSON:
        return EngagementParticipant(actor=actor)
    held = list(Office.objects.visible_to(user).filter(person=actor).known(day).select_related("body")[:2])
    if len(held) == 1:
        return EngagementParticipant(actor=held[0].body, person=actor, function=held[0].title)
    return EngagementParticipant(person=actor)
