"""What concerns a city? Sessions that it has or asked access to, and the processes that its networks are in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.languages import listed
from hanse.workspace.processes.models import Access, Decision, Process, Session
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor, Membership

_WHY = {
    Decision.GRANTED: gettext_lazy("has access"),
    Decision.ASKED: gettext_lazy("asked for access"),
    Decision.UNKNOWN: gettext_lazy("has access; who granted it is not documented"),
}


@dataclass(frozen=True, slots=True)
class Concern:
    """Why what concerns a city does, in words: by session, and by process, as keys."""

    sessions: dict[str, str] = field(default_factory=dict)
    processes: dict[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    """Processes of its own sessions: what they ask for without naming a session concerns it."""

    def in_sessions(self) -> Q:
        return Q(pk__in=self.sessions) | Q(process__in=self.processes)

    def in_deadlines(self) -> Q:
        at_large = Q(session=None, process__in=self.own)
        return Q(session__in=self.sessions) | Q(process__in=self.processes) | at_large

    def why(self, session: str | None, process: str) -> str:
        """Why a session, or a deadline of it or of its process, concerns the city."""
        reasons = [self.sessions.get(session or "", ""), self.processes.get(process, "")]
        if not session and process in self.own:
            reasons[0] = _("has a session of this process")
        said = [each for each in reasons if each]
        return _("%(one)s; %(other)s") % {"one": said[0], "other": said[1]} if len(said) > 1 else "".join(said)


def concern(
    city: Actor,
    sight: Sight,
    day: date,
    access: Iterable[Access] | None = None,
    memberships: Iterable[Membership] | None = None,
) -> Concern:
    """What concerned a city on a day. Refused access concerns it no more; its networks are those of that day.

    ``access`` and ``memberships`` are all of its own that are in sight, of the day, where they were read already.
    """
    held = sight.of(Access.objects).filter(actor=city) if access is None else access
    own = [each for each in held if each.decision != Decision.REFUSED]
    sessions: dict[str, str] = {}
    rank = list(_WHY)
    for each in sorted(own, key=lambda access: rank.index(access.decision), reverse=True):
        sessions[each.session_id] = str(_WHY[each.decision])
    of_own = sight.of(Session.objects).filter(pk__in=sessions).values_list("process", flat=True) if sessions else ()
    if memberships is None:
        memberships = sight.of(Membership.objects).filter(actor=city).known(day).select_related("network")
    in_them = _by_networks(memberships, sight)
    by_networks = {process: _("through %(names)s") % {"names": listed(names)} for process, names in in_them.items()}
    return Concern(sessions, by_networks, frozenset(of_own))


def _by_networks(memberships: Iterable[Membership], sight: Sight) -> dict[str, list[str]]:
    """By process: the names of the city's networks that are in it, by access to a session or by convening it."""
    names = {each.network_id: each.network.acronym or each.network.name for each in memberships}
    if not names:
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    present = sight.of(Access.objects).filter(actor__in=names).exclude(decision=Decision.REFUSED)
    for network, process in present.values_list("actor", "session__process"):
        found[process].add(names[network])
    for process, network in sight.of(Process.objects).filter(convenor__in=names).values_list("pk", "convenor"):
        found[process].add(names[network])
    return {process: sorted(by) for process, by in found.items()}


def due(
    city: Actor,
    user: Any,
    day: date,
    most: int = 20,
    access: Iterable[Access] | None = None,
    memberships: Iterable[Membership] | None = None,
) -> list[Any]:
    """What a city has before it from a day on, soonest first: `hanse.workspace.processes.agenda.Entry` with ``why``.

    What of its own was read already need not be read again: see `concern`.
    """
    from hanse.workspace.processes.agenda import agenda

    sight = Sight(user)
    about = concern(city, sight, day, access, memberships)
    if not about.sessions and not about.processes:
        return []
    return agenda(sight, day, about=about).upcoming[:most]
