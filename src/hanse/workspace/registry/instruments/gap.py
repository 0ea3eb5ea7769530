"""Do states of destination join a treaty as states of origin do? Shares by a shown rule, each with its states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.rights import reading
from hanse.workspace.registry.as_of import AsOf, as_of
from hanse.workspace.registry.instruments.origin import CALLED, DESTINATION, ORIGIN, RULES, UNKNOWN, Rule, Sides
from hanse.workspace.registry.instruments.participation import TREATIES, Participants, as_known, parties_told
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import BINDS, Act, Actor, ActorKind, Attestation, Instrument, Participation
from hanse.workspace.registry.said import Said

COUNTED = gettext_lazy(
    "Counted are the member and observer states of the United Nations that the registry attests, and any other state"
    " that did something to the treaty. A party ratified, acceded or succeeded by the day, and has not withdrawn since."
)
FIRST = "icrmw"
"""The treaty that is shown when none is chosen: the convention of 1990 on migrant workers."""


@dataclass(frozen=True, slots=True)
class Group:
    """The states of one side: its parties, those that only signed, and the rest; ``share`` of parties among them."""

    side: str
    parties: tuple[Participation, ...]
    signed: tuple[Participation, ...]
    others: tuple[Actor, ...]

    @property
    def called(self) -> str:
        """What the states of this side are called."""
        return str(CALLED[self.side])

    @property
    def states(self) -> int:
        return len(self.parties) + len(self.signed) + len(self.others)

    @property
    def share(self) -> float | None:
        return len(self.parties) / self.states if self.states else None


@dataclass(frozen=True, slots=True)
class Gap:
    """A treaty's parties by one rule. ``points``: the share at origin less that at destination, as points of 100."""

    rule: Rule
    groups: tuple[Group, ...]

    @property
    def points(self) -> float | None:
        shares = {each.side: each.share for each in self.groups}
        origin, destination = shares.get(ORIGIN), shares.get(DESTINATION)
        return None if origin is None or destination is None else 100 * (origin - destination)


def gap(rule: Rule, participants: Participants, states: list[Actor], sides: Sides) -> Gap:
    """The states of each side by what they did to the treaty by the day."""
    signed = {each.actor_id: each for each in participants.did(Act.SIGNED)}
    groups = []
    for side in (DESTINATION, ORIGIN, UNKNOWN):
        own = [each for each in states if sides[each.pk] == side]
        parties = [participants.parties[each.pk] for each in own if each.pk in participants.parties]
        only = [signed[each.pk] for each in own if each.pk in signed and each.pk not in participants.parties]
        others = [each for each in own if each.pk not in participants.parties and each.pk not in signed]
        groups.append(Group(side, tuple(parties), tuple(only), tuple(others)))
    return Gap(rule, tuple(each for each in groups if each.states or each.side != UNKNOWN))


def states_counted(user: Any) -> list[Actor]:
    """Those attested as states of the United Nations; where nothing is attested, all states of the registry."""
    states = list(Actor.objects.visible_to(user).filter(kind=ActorKind.STATE).order_by("name", "pk"))
    attested = Attestation.objects.all().about_all_seen(states, user).filter(field="united nations")
    of_the_un = set(attested.values_list("record_id", flat=True))
    return [each for each in states if each.pk in of_the_un] if of_the_un else states


def with_strangers(states: list[Actor], participants: Participants) -> list[Actor]:
    """With the states that did something to the treaty and are no states of the United Nations."""
    known = {each.pk for each in states}
    there = {each.actor_id: each.actor for each in participants.records if each.actor.kind == ActorKind.STATE}
    return [*states, *(actor for pk, actor in there.items() if pk not in known)]


def treaties(user: Any, day: date) -> list[Instrument]:
    """Treaties to which somebody that the user may see has become a party, by age."""
    parties = Participation.objects.visible_to(user).filter(instrument=OuterRef("pk"), act__in=BINDS)
    kind = KINDS["instruments"]
    found = Instrument.objects.visible_to(user).filter(Exists(parties.order_by()), kind__in=TREATIES)
    return list(kind.known(found, day).order_by("adopted", "title"))


@dataclass(frozen=True, slots=True)
class Line:
    """A treaty among others: its gap by each rule."""

    treaty: Instrument
    parties: int
    gaps: tuple[Gap, ...]
    known: str = ""
    """The day of which its list of parties is known whole."""


@reading
def ratification_gap(request: HttpRequest) -> HttpResponse:
    """One treaty by every rule with its states, and all treaties in a table."""
    user, day = request.user, as_of(request)
    lines = [each for each in _lines(treaties(user, day.day), user, day.day) if each.parties]
    wanted = request.GET.get("treaty", "")
    shown = next((each for each in lines if each.treaty.pk == (wanted or FIRST)), None)
    shown = shown or (lines[0] if lines and not wanted else None)
    context = {
        "as_of": day,
        "counted": COUNTED,
        "lines": lines,
        "shown": shown,
        "told": _told(shown, day) if shown else "",
        "wanted": wanted,
        "rules": RULES,
        "claims": Said(shown.treaty, user).claims() if shown else [],
    }
    return render(request, "registry/instruments/gap.html", context)


def _told(line: Line, day: AsOf) -> str:
    """How many parties a treaty has, by the day that is shown."""
    found = parties_told(line.parties, line.known)
    if not day.past:
        return _("%(parties)s.") % {"parties": found}
    return _("%(parties)s by %(day)s.") % {"parties": found, "day": date_format(day.day, "DATE_FORMAT")}


def _lines(offered: list[Instrument], user: Any, day: date) -> list[Line]:
    """The rules sort all states once, whatever the number of treaties."""
    states = states_counted(user)
    taken = [Participants(each, user, day) for each in offered]
    counted = [with_strangers(states, each) for each in taken]
    known = as_known(offered, user, day)
    everybody = list({state.pk: state for each in counted for state in each}.values())
    sides = [(rule, rule.sort(everybody, user)) for rule in RULES]
    return [
        Line(
            each.instrument,
            len(each.parties),
            tuple(gap(rule, each, own, sorted_) for rule, sorted_ in sides),
            known.get(each.instrument.pk, ""),
        )
        for each, own in zip(taken, counted, strict=True)
    ]
