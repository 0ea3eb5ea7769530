"""What has somebody had to do with an actor? Engagements with it, what is open from them, and what was handed to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from hanse.workspace.engagements.listing import Line, lines, with_actor
from hanse.workspace.engagements.models import Engagement, FollowUp
from hanse.workspace.engagements.models.following import nearest
from hanse.workspace.registry.models import Actor


@dataclass(frozen=True, slots=True)
class Dealings:
    """Past engagements, newest first; those to come, the next first; open follow-ups, the nearest day first."""

    past: tuple[Line, ...]
    ahead: tuple[Line, ...]
    open: tuple[FollowUp, ...]

    def __bool__(self) -> bool:
        return bool(self.past or self.ahead or self.open)


def of(actor: Actor, user: Any, day: date | None = None) -> Dealings:
    """The dealings with an actor, as a body or as an office-holder, that ``user`` may see, as of ``day`` (today)."""
    day = day or timezone.localdate()
    held = Engagement.objects.visible_to(user).filter(pk__in=with_actor(actor, user))
    past = held.known(day).order_by("-first", "folded", "pk")
    ahead = held.filter(Engagement.to_come(day)).order_by("first", "folded", "pk")
    todo = FollowUp.objects.visible_to(user).open().filter(engagement__in=held.order_by().values("pk"))
    return Dealings(
        tuple(lines(past, user)),
        tuple(lines(ahead, user)),
        tuple(sorted(todo.select_related("engagement", "owner"), key=nearest)),
    )
