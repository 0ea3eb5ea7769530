"""What is an actor in? Its networks, instruments, sessions, money, clearances and offices, as they stood on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.text.dates import days
from hanse.workspace.actors.parts import parts_of
from hanse.workspace.actors.together import together
from hanse.workspace.processes.models import Access, Process, Session
from hanse.workspace.registry.as_of import Count
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import (
    Actor,
    Clearance,
    Cleared,
    Ended,
    Funding,
    Membership,
    Name,
    Office,
    Participation,
    Project,
    Reprisal,
    Standing,
)

FORCED = frozenset({Ended.EXPELLED, Ended.REMOVED})
"""Ends that were done to a tie."""


class Portfolio:
    """Everything that an actor has, that ``user`` may see, on ``day``; each part is read once, when it is asked for."""

    def __init__(self, actor: Actor, user: Any, day: date) -> None:
        self.actor, self.user, self.day = actor, user, day
        self.past = day < timezone.localdate()

    @cached_property
    def parts(self) -> frozenset[str]:
        """The models of which the actor has a record, in sight or not."""
        return parts_of(self.actor.pk)

    def _mine(self, model: Any, *others: str, field: str = "actor") -> Any:
        if model._meta.label_lower not in self.parts:
            return model.objects.none()
        return model.objects.visible_to(self.user).filter(**{field: self.actor}).select_related(*others)

    @cached_property
    def names(self) -> list[Name]:
        return list(self._mine(Name))

    @cached_property
    def memberships(self) -> list[Membership]:
        """Those that stand on the day; without a documented beginning last."""
        mine = self._mine(Membership, "network").order_by("first", "network__folded", "pk")
        return _known("memberships", mine, self.day)

    @cached_property
    def networks(self) -> list[Membership]:
        """The same in one line for each network."""
        return together(self.memberships, "network_id")

    @cached_property
    def former(self) -> list[Membership]:
        """Those that had ended by the day, expulsions among them; latest first."""
        gone = self._mine(Membership, "network").ended(self.day)
        return list(gone.order_by(F("last").desc(nulls_last=True), "network__folded", "pk"))

    @cached_property
    def count(self) -> Count:
        return counted(self.networks)

    @cached_property
    def participations(self) -> list[Participation]:
        """What it did to instruments by the day."""
        held = self._mine(Participation, "instrument")
        return list(KINDS["participations"].known(held, self.day).order_by("date", "pk"))

    @cached_property
    def projects(self) -> list[Project]:
        held = self._mine(Project, field="lead")
        return list(KINDS["projects"].known(held, self.day).order_by("first", "folded"))

    @cached_property
    def funding(self) -> list[Funding]:
        """What it receives and what it gives."""
        if Funding._meta.label_lower not in self.parts:
            return []
        held = Funding.objects.visible_to(self.user).filter(Q(recipient=self.actor) | Q(donor=self.actor))
        return list(KINDS["funding"].known(held, self.day).select_related("donor", "recipient", "project"))

    @cached_property
    def received(self) -> list[Money]:
        return money([each for each in self.funding if each.recipient_id == self.actor.pk])

    @cached_property
    def given(self) -> list[Money]:
        return money([each for each in self.funding if each.donor_id == self.actor.pk])

    @cached_property
    def clearances(self) -> list[Clearance]:
        return list(self._mine(Clearance, "membership__network", "instrument", "project", field="city"))

    @cached_property
    def pending(self) -> list[Clearance]:
        """Clearances that it was waiting for on the day, each with ``stands``: how it stood then, in words."""
        found = [each for each in self.clearances if pending(each, self.day)]
        for each in found:
            later = each.status in {Cleared.GRANTED, Cleared.REFUSED}
            each.stands = _("pending") if later else each.get_status_display().lower()
        return found

    @cached_property
    def decided(self) -> list[Clearance]:
        """Those granted or refused by the day."""
        done = [each for each in self.clearances if each.status in {Cleared.GRANTED, Cleared.REFUSED}]
        return [each for each in done if not pending(each, self.day)]

    @cached_property
    def access(self) -> list[Access]:
        """Access to sessions, the latest first: today, those to come too; on a day in the past, those begun by then."""
        return [each for each in self.announced if not (self.past and each.session.ahead(self.day))]

    @cached_property
    def announced(self) -> list[Access]:
        """Access to sessions with those that lay ahead of the day."""
        held = self._mine(Access, "session__process", "item", "delegation", "decided_by", "person")
        return list(held.order_by("-session__first", "session__pk", "pk"))

    @property
    def convenes(self) -> Any:
        """The processes that it convenes; on a day in the past, none of which every session came later."""
        held = Process.objects.visible_to(self.user).filter(convenor=self.actor)
        return begun_processes(held, self.day) if self.past else held

    @cached_property
    def offices(self) -> list[Office]:
        """Who holds or held an office in it by the day, the latest first."""
        return list(self._mine(Office, "person", field="body").begun(self.day).order_by("-first", "pk"))

    @cached_property
    def standing(self) -> list[Standing]:
        """What it holds with other bodies on the day."""
        return _known("standing", self._mine(Standing, "body"), self.day)

    @cached_property
    def reprisals(self) -> list[Reprisal]:
        return list(self._mine(Reprisal, "by", field="against").begun(self.day))


def begun_processes(processes: Any, day: date) -> Any:
    """Those that had begun by a day: by their own date, or by that of a session; those of no date at all too."""
    held = Session.objects.standing().filter(process=OuterRef("pk")).exclude(first=None)
    met = Q(Exists(held.filter(first__lte=day))) | ~Q(Exists(held))
    return processes.begun(day).filter(Q(first__isnull=False) | met)


@dataclass(frozen=True, slots=True)
class Money:
    """Sums in one currency; ``silent`` counts the records that document neither."""

    currency: str
    committed: Decimal | None
    received: Decimal | None
    records: int
    silent: int


def money(funding: Sequence[Funding]) -> list[Money]:
    """Committed and received by currency: nothing is converted, and what nobody documented is no zero."""
    found = []
    for currency in sorted({each.currency for each in funding}):
        of_it = [each for each in funding if each.currency == currency]
        silent = sum(each.committed is None and each.received is None for each in of_it)
        sums = (_sum(each.committed for each in of_it), _sum(each.received for each in of_it))
        found.append(Money(currency, *sums, len(of_it), silent))
    return found


def _sum(amounts: Any) -> Decimal | None:
    known = [each for each in amounts if each is not None]
    return sum(known, Decimal()) if known else None


def counted(records: Sequence[Any]) -> Count:
    """Dated records told apart from those whose beginning is not documented."""
    undated = sum(each.first is None for each in records)
    return Count(len(records) - undated, undated)


def pending(clearance: Clearance, day: date) -> bool:
    """Whether a city was waiting for a clearance on a day.

    One decided on an unknown day counts as decided. One that bears no date at all is waited for now: when that began
    nobody says.
    """
    acted = days(clearance.date)
    if clearance.status in {Cleared.GRANTED, Cleared.REFUSED}:
        return acted is not None and acted[0] > day
    return acted[0] <= day if acted else day >= timezone.localdate()


def expelled(tie: Membership | Office) -> bool:
    """Whether an end was done to it."""
    return tie.ended in FORCED


def _known(plural: str, ties: Any, day: date) -> list[Any]:
    return sorted(KINDS[plural].known(ties, day), key=lambda each: each.first is None)
