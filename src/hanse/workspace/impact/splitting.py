"""How does a number divide? By region, by objective and by time, each counted as the number itself is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min

from hanse.text.dates import days
from hanse.workspace.impact.conditions import Records
from hanse.workspace.impact.rules import Rule
from hanse.workspace.pledges.objectives import codes, short
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor
from hanse.workspace.registry.regions import Region, coverage

THROUGH = {
    "engagements": ("engagement-participants", "engagement", "actor"),
    "items": ("access", "item", "actor"),
}
"""Kinds whose actors are in another kind's records: which, by which field they point here, and to whom."""


@dataclass(frozen=True, slots=True)
class Objective:
    """So many count toward an objective."""

    code: str
    name: str
    count: int


def by_region(rule: Rule, user: Any, day: date, since: date | None = None) -> list[Region]:
    """By the country of the actor: a record with actors of several countries counts in each, so that the parts can add
    up to more than the whole. Empty where the rule's records have no actor, and where it adds up amounts."""
    if rule.amount:
        return []
    counts: Counter[str] = Counter()
    for part in (Records(each, user) for each in rule.parts):
        for country, number in _countries(part, user, day, since):
            counts[country.upper()] += number
    return coverage(counts) if counts else []


def _countries(part: Records, user: Any, day: date, since: date | None) -> Any:
    held = part.counted(day, since)
    if part.part.kind in THROUGH:
        plural, by, actor = THROUGH[part.part.kind]
        rows = KINDS[plural].records().visible_to(user).filter(**{f"{by}__in": held.values("pk")}).order_by()
        rows = rows.exclude(**{actor: None}).filter(**{f"{actor}__kind": "city"})
        return rows.values_list(f"{actor}__country").annotate(n=Count(by, distinct=True))
    path = _actor_of(part.kind.model)
    if path is None:
        return []
    return held.annotate(whose=F(path)).values_list("whose").annotate(n=Count(part.unit, distinct=True))


def _actor_of(model: Any) -> str | None:
    """The way to the country of the actor that a record is first of all about."""
    if model is Actor:
        return "country"
    ends = [tie for tie in model.ties if "__" not in tie and model._meta.get_field(tie).related_model is Actor]
    wanted = [each for each in ("recipient", "city", "by", "actor") if each in ends]
    return f"{wanted[0]}__country" if wanted else None


def by_objective(rule: Rule, user: Any, day: date, since: date | None = None) -> list[Objective]:
    """By the objectives that records name: one that names several counts toward each. Empty where they name none,
    and where amounts are added up."""
    if rule.amount:
        return []
    counts: Counter[str] = Counter()
    for part in (Records(each, user) for each in rule.parts):
        if any(field.name == "toward" for field in part.kind.model._meta.concrete_fields):
            rows = part.counted(day, since).values_list("toward").annotate(n=Count(part.unit, distinct=True))
            for toward, number in rows:
                for each in codes(toward):
                    counts[each] += number
    return [Objective(code, short(code), counts[code]) for code in sorted(counts, key=_order)]


def _order(code: str) -> tuple[str, int]:
    whose, _space, number = code.rpartition(" ")
    return whose, int(number) if number.isdigit() else 0


def over_time(rule: Rule, user: Any, day: date, since: date | None = None) -> list[tuple[date, int]]:
    """Days with how many there were from then on: each thing that counts once, from the first day on which it did. What
    no date places is in none. Empty where amounts are added up: what is counted here are records."""
    if rule.amount:
        return []
    first: Counter[date] = Counter()
    for text, number in _begun([Records(each, user) for each in rule.parts], day, since):
        if meant := days(_written(text)):
            first[meant[0]] += number
    total, steps = 0, []
    for each in sorted(first):
        total += first[each]
        steps.append((each, total))
    return steps


def _begun(parts: list[Records], day: date, since: date | None) -> Iterator[tuple[str, int]]:
    """Dates as text, and how many began on each. What several records have in common began with the first dated one,
    whichever part of the rule has it."""
    united = all(part.part.once_per for part in parts)
    earliest: dict[Any, str] = {}
    for place, part in enumerate(parts):
        dated = part.counted(day, since).annotate(written=part.text).exclude(written="")
        if not part.part.once_per:
            yield from dated.values_list("written").annotate(n=Count("pk"))
            continue
        rows = dated.annotate(common=part.unit).values_list("common").annotate(at=Min("written"))
        for common, text in rows:
            key = common if united else (place, common)
            earliest[key] = min(text, earliest.get(key, text))
    yield from Counter(earliest.values()).items()


def _written(text: str) -> str:
    """A day as text: of a partial date as it was written, of a moment its day."""
    return str(text or "")[:10]


def by_year(steps: list[tuple[date, int]]) -> list[tuple[int, int]]:
    """How many came in each year, from the first to the last, those with none too."""
    if not steps:
        return []
    came: Counter[int] = Counter()
    before = 0
    for day, total in steps:
        came[day.year] += total - before
        before = total
    years = range(min(came), max(came) + 1)
    return [(year, came[year]) for year in years]
