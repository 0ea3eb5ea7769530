"""What goes from one focal point to the next? The city, and whatever rooms register here: drafts, tasks, reminders.

A room registers with ``@moves("drafts", ngettext_lazy("%(n)d draft", "%(n)d drafts", "n"))`` a function
``(city, leaving, successor) -> int``, in a module that its app imports when it is ready. It hands what ``leaving`` has
open for that city to ``successor``, in the transaction that is open, and says how many that were. What is finished and
signed stays with who did it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.models import Link, User
from hanse.workspace.accounts.sessions import end as end_sessions
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.languages import listed
from hanse.workspace.mail.posting import address_of, post

Moves = Callable[[Any, User, User], int]


@dataclass(frozen=True, slots=True)
class Move:
    """What is handed over: the function that does it, and how so many (``n``) of them are called, lazily."""

    function: Moves
    called: Any


MOVES: dict[str, Move] = {}


def moves(what: str, called: Any) -> Callable[[Moves], Moves]:
    """Register what is handed over, under a name of its own."""

    def register(function: Moves) -> Moves:
        MOVES[what] = Move(function, called)
        return function

    return register


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What went over: the cities, and how many of each thing; ``moved`` has no noughts."""

    cities: tuple[str, ...]
    moved: tuple[tuple[str, int], ...]

    @property
    def told(self) -> list[str]:
        """How many of each thing, in words."""
        return [str(MOVES[what].called % {"n": count}) for what, count in self.moved]


def hand_over(held: Iterable[FocalPoint], successor: User | None, *, by: User, why: str, leaves: bool) -> HandedOver:
    """End what somebody holds, in favour of ``successor`` where there is one; ``leaves`` shuts the account too.

    All of it or nothing. Both get a letter.
    """
    held = list(held)
    counts: dict[str, int] = dict.fromkeys(MOVES, 0)
    with transaction.atomic():
        for each in held:
            follows = None
            if successor is not None:
                follows = FocalPoint.objects.filter(person=successor, city=each.city, ended=None).first()
                follows = follows or FocalPoint.objects.create(person=successor, city=each.city)
                for what, move in MOVES.items():
                    counts[what] += move.function(each.city, each.person, successor)
            each.end(why=why, successor=follows)
        done = HandedOver(tuple(str(each.city) for each in held), tuple((k, n) for k, n in counts.items() if n))
        for person in {each.person for each in held}:
            _tell(person, successor, done, by, why)
            if leaves:
                Link.revoke(person)
                person.is_active = False
                person.save()
                end_sessions(person, by)
    return done


def _tell(person: User, successor: User | None, done: HandedOver, by: User, why: str) -> None:
    context = {
        "leaving": person,
        "successor": successor,
        "done": done,
        "cities": lazy(listed, str)(done.cities),
        "by": by,
        "why": why,
        "address": address_of("home"),
    }
    if person.has_usable_password():
        post(person, _("You handed over %(cities)s"), "focal_points/letters/handed_over.txt", context)
    if successor is not None:
        post(successor, _("You speak for %(cities)s"), "focal_points/letters/took_over.txt", context)
