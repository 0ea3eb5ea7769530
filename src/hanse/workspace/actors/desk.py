"""What did an actor pledge and sign, whom did it meet, and what is open from that? As it stood on a day."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils import timezone

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.actors.portfolio import Portfolio
from hanse.workspace.engagements.dealings import Dealings, of
from hanse.workspace.focal_points.models import speaks_for
from hanse.workspace.pledges.light import light_of
from hanse.workspace.pledges.models import Partnership, Pledge, State
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import ActorKind
from hanse.workspace.statements.models import Invitation, Signature, Statement

MOST = 8
"""Engagements, and pledges, that a page names; the lists have all."""


class Desk:
    """What an actor did through the secretariat's desk, that the portfolio's user may see; each part is read once."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.portfolio = portfolio
        self.actor, self.user, self.day = portfolio.actor, portfolio.user, portfolio.day

    @cached_property
    def pledges(self) -> list[Pledge]:
        """Published ones, its own and those it makes with others, the latest first; each with its ``light``."""
        if not {"pledges.pledge", "pledges.partnership"} & self.portfolio.parts:
            return []
        joint = Partnership.objects.filter(city=self.actor).exclude(agreed=None).order_by().values("pledge")
        held = Pledge.objects.visible_to(self.user).filter(Q(city=self.actor) | Q(pk__in=joint), state=State.PUBLISHED)
        known = KINDS["pledges"].known(held, self.day).select_related("city").order_by("-pledged", "folded", "pk")
        found = list(known)
        for each in found:
            each.light = light_of(each, self.day)
        return found

    @cached_property
    def signatures(self) -> list[Signature]:
        """Its signatures under joint statements given by the day, the latest first; withdrawn ones say so."""
        if "statements.signature" not in self.portfolio.parts:
            return []
        held = Signature.objects.visible_to(self.user).filter(city=self.actor).begun(self.day)
        return list(held.select_related("statement", "version").order_by("-first", "pk"))

    @cached_property
    def carried(self) -> list[Statement]:
        """The joint statements that a network carries."""
        if self.actor.kind != ActorKind.NETWORK:
            return []
        held = Statement.objects.visible_to(self.user).filter(networks=self.actor)
        known = held.filter(frozen__date__lte=self.day) if self.portfolio.past else held
        return list(known.order_by("-frozen", "pk"))

    @cached_property
    def dealings(self) -> Dealings:
        """Engagements and open follow-ups; of a day in the past, what had been by then."""
        if "engagements.engagementparticipant" not in self.portfolio.parts:
            return Dealings((), (), ())
        found = of(self.actor, self.user, self.day)
        return found if self.day >= timezone.localdate() else Dealings(found.past, (), ())

    @property
    def past(self) -> Any:
        """The latest engagements; all are in the list."""
        return self.dealings.past[:MOST]

    @property
    def more(self) -> int:
        """How many engagements are not named."""
        return len(self.dealings.past[MOST:])

    @cached_property
    def invited(self) -> list[Invitation]:
        """Open invitations to sign: the office's knowledge, and the city's own; the past has none."""
        if "statements.invitation" not in self.portfolio.parts or self.day < timezone.localdate():
            return []
        if not may(self.user, Right.DESK) and not speaks_for(self.user, self.actor):
            return []
        waiting = Invitation.objects.filter(city=self.actor, used=None, taken_back=None, expires__gt=timezone.now())
        seen = waiting.filter(version__statement__in=Statement.objects.visible_to(self.user))
        found: dict[str, Invitation] = {}
        for each in seen.select_related("version__statement").defer("version__canonical").order_by("expires", "pk"):
            found.setdefault(each.version_id, each)
        signed = {each.version_id for each in self.signatures if each.stands}
        return [each for key, each in found.items() if key not in signed]
