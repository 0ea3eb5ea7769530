"""Who is in a network? Its members on a day, by country, over time, and beside them what sources report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count as Number
from django.db.models import F, Q
from django.utils.translation import ngettext_lazy

from hanse.text.dates import days
from hanse.workspace.actors.portfolio import FORCED
from hanse.workspace.actors.together import says_most
from hanse.workspace.registry.as_of import Count
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.listing import read
from hanse.workspace.registry.models import Actor, Grade, Membership, Nature
from hanse.workspace.registry.said import number

NAMED = 20
"""Memberships that ended otherwise than by expulsion, and are named below the members: the latest."""


OF_GRADE = {
    Grade.FOUNDER: ngettext_lazy("%(n)s founder", "%(n)s founders", "n"),
    Grade.LEADER: ngettext_lazy("%(n)s leader", "%(n)s leaders", "n"),
    Grade.OBSERVER: ngettext_lazy("%(n)s observer", "%(n)s observers", "n"),
    Grade.HOST: ngettext_lazy("%(n)s host", "%(n)s hosts", "n"),
}
"""So many of a grade, in words."""


class Tie(NamedTuple):
    """Of a membership what tells it from others of its actor."""

    actor_id: str
    first: date | None
    grade: str
    pk: str


class Members:
    """The members of a network that ``user`` may see, on ``day``."""

    def __init__(self, network: Actor, user: Any, day: date) -> None:
        self.network, self.user, self.day = network, user, day
        self.ties = Membership.objects.visible_to(user).filter(network=network)

    @cached_property
    def standing(self) -> Any:
        """Memberships that stand on the day."""
        return KINDS["memberships"].known(self.ties, self.day)

    @cached_property
    def _by_country(self) -> list[tuple[str, int, int]]:
        counts = self.standing.order_by().values_list("actor__country")
        dated = Number("actor", distinct=True, filter=Q(first__isnull=False))
        return list(counts.annotate(all=Number("actor", distinct=True), dated=dated))

    @cached_property
    def count(self) -> Count:
        dated = sum(dated for _, _, dated in self._by_country)
        return Count(dated, sum(total for _, total, _ in self._by_country) - dated)

    @cached_property
    def by_country(self) -> dict[str, int]:
        """How many there are by alpha-3 code; under "" those without a documented country."""
        found: Counter[str] = Counter()
        for code, total, _ in self._by_country:
            found[code] += total
        return dict(found)

    @cached_property
    def grades(self) -> list[tuple[str, str, int]]:
        """Grades other than plain membership: value, how many in words ("3 founders"), how many."""
        counts = dict(self.standing.order_by().values_list("grade").annotate(n=Number("actor", distinct=True)))
        held = [(each, counts[each]) for each in OF_GRADE if counts.get(each)]
        return [(each.value, OF_GRADE[each] % {"n": n}, n) for each, n in held]

    @property
    def gone(self) -> Any:
        """Memberships that had ended by the day, the latest first."""
        latest = F("last").desc(nulls_last=True)
        return self.ties.ended(self.day).select_related("actor").order_by(latest, "actor__folded", "pk")

    @cached_property
    def _ended(self) -> list[tuple[str, str]]:
        """Their keys, each with how it ended."""
        return list(self.gone.values_list("pk", "ended"))

    @property
    def ended_count(self) -> int:
        return len(self._ended)

    @cached_property
    def expelled(self) -> list[Membership]:
        """Those whose end was done to them."""
        return read(KINDS["memberships"], [pk for pk, how in self._ended if how in FORCED])

    @cached_property
    def left(self) -> list[Membership]:
        """The latest of those that ended otherwise."""
        return read(KINDS["memberships"], [pk for pk, how in self._ended if how not in FORCED][:NAMED])

    def chosen(self, grade: str = "", country: str = "") -> Any:
        """Those of a grade and a country, by name."""
        wanted = {"grade": grade, "actor__country": country}
        held = self.standing.filter(**{name: value for name, value in wanted.items() if value})
        return held.exclude(pk__in=self._again(grade)).select_related("actor").order_by("actor__folded", "first", "pk")

    @cached_property
    def _repeated(self) -> dict[str, list[Tie]]:
        """Of each actor that has more than one membership that stands: all of them, the one that says most first."""
        counts = self.standing.order_by().values("actor").annotate(n=Number("pk")).filter(n__gt=1)
        several = list(counts.values_list("actor", flat=True))
        by_actor: dict[str, list[Tie]] = defaultdict(list)
        for some in (several[k : k + 500] for k in range(0, len(several), 500)):
            for each in self.standing.filter(actor__in=some).order_by().values_list(*Tie._fields):
                by_actor[each[0]].append(Tie(*each))
        return {actor: sorted(ties, key=says_most) for actor, ties in by_actor.items()}

    def _again(self, grade: str = "") -> list[str]:
        """The keys of those, of a grade where one is asked for, that say less than another one of their actor."""
        asked = ([each for each in ties if not grade or each.grade == grade] for ties in self._repeated.values())
        return [each.pk for ties in asked for each in ties[1:]]

    def lines(self, ties: Iterable[Membership]) -> list[Membership]:
        """Some of those `chosen`, each with ``also``, the other memberships of its actor that stand."""
        shown = list(ties)
        keys = {
            each.pk: [tie.pk for tie in self._repeated.get(each.actor_id, ()) if tie.pk != each.pk] for each in shown
        }
        others = {each.pk: each for each in read(KINDS["memberships"], [pk for also in keys.values() for pk in also])}
        for each in shown:
            each.also = tuple(others[pk] for pk in keys[each.pk])
        return shown

    @cached_property
    def steps(self) -> list[tuple[date, int]]:
        """How many members with a documented beginning there were from each day on, up to the day."""
        changes: Counter[date] = Counter()
        dated = (
            self.ties.filter(first__lte=self.day).exclude(pk__in=self._again()).order_by().values_list("first", "last")
        )
        for first, last, number_of in dated.annotate(n=Number("pk")):
            changes[first] += number_of
            if last is not None and last < self.day:
                changes[last + timedelta(days=1)] -= number_of
        total, found = 0, []
        for on in sorted(changes):
            total += changes[on]
            found.append((on, total))
        return found


def has_members(network: Actor) -> bool:
    """Whether those in it are members: they only take part in an initiative, a programme, a coalition."""
    return network.nature in {"", Nature.MEMBERSHIP}


def cities_by_country(user: Any, day: date) -> dict[str, int]:
    """How many cities the registry knows, by country."""
    cities = KINDS["cities"]
    held = cities.known(cities.records().visible_to(user), day)
    return dict(held.order_by().values_list("country").annotate(n=Number("pk")))


@dataclass(frozen=True, slots=True)
class Reported:
    """A number that a source reports: ``number`` is None where the value holds none that can be drawn."""

    saying: Any
    number: int | None

    @property
    def begins(self) -> date:
        meant = days(self.saying.attestation.on)
        return meant[0] if meant else date.min


def reported(said: Any, field: str, day: date, founded: date | None = None) -> list[Reported]:
    """What sources report of a measure up to a day, latest first; undated ones last, and none before the founding."""
    if founded and day < founded:
        return []
    found = [Reported(each, number(each.value)) for each in said.by_field.get(field, [])]
    return sorted((each for each in found if each.begins <= day), key=lambda each: each.begins, reverse=True)
