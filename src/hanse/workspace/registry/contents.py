"""What is in the registry? Its kinds in groups, each with how many there are on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.registry.as_of import AsOf, Count
from hanse.workspace.registry.kinds import KINDS, Kind
from hanse.workspace.registry.tally import at_hand, tally

GROUPS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (_("Who"), ("cities", "networks", "states", "organisations", "office-holders", "names")),
    (_("Their ties"), ("memberships", "standing", "offices")),
    (_("What was agreed"), ("instruments", "objectives", "participations", "terms")),
    (_("What was promised"), ("calls", "pledges", "recognitions", "practices", "adoptions")),
    (
        _("Meetings"),
        (
            *("processes", "sessions", "items", "deadlines", "access"),
            *("engagements", "engagement-participants", "follow-ups", "submissions"),
        ),
    ),
    (
        _("Work"),
        (
            *("projects", "funding", "funding-calls", "applications", "instalments", "funding-reports"),
            "clearances",
        ),
    ),
    (_("Pressure"), ("episodes", "reprisals")),
    (_("Who says so"), ("sources", "attestations", "claims", "translations")),
)


@dataclass(frozen=True, slots=True)
class Held:
    """A kind, and how many of it a visitor sees; None where that takes so long that it is asked for by itself."""

    kind: Kind
    count: Count | None


def contents(user: Any, as_of: AsOf) -> list[tuple[Any, list[Held]]]:
    """The groups with their kinds. What holds nothing is named only to those who can fill it."""
    keeper = may(user, Right.RECORD)
    grouped = {plural for _title, kinds in GROUPS for plural in kinds}
    more = tuple(plural for plural in KINDS if plural not in grouped)
    told = []
    for title, plurals in (*GROUPS, (_("More"), more)):
        kinds = [KINDS[plural] for plural in plurals if plural in KINDS]
        held = [Held(kind, at_hand(kind, user, as_of.day)) for kind in kinds]
        seen = [each for each in held if keeper or each.count is None or each.count.total]
        told += [(title, seen)] if seen else []
    return told


def held_of(kind: Kind, user: Any, as_of: AsOf) -> Held:
    """How many of a kind a user sees on a day: those with documented dates, and those without, apart."""
    return Held(kind, tally(kind, user, as_of.day))
