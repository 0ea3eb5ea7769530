"""How much is it? A rule, counted over what somebody may see, as of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q
from django.db.models import Sum as Total

from hanse.workspace.impact.conditions import Records
from hanse.workspace.impact.members import Counted
from hanse.workspace.impact.rules import Rule
from hanse.workspace.impact.sources import SOURCES
from hanse.workspace.impact.values import Sum, Value


def value(indicator: Any, user: Any, day: date, since: date | None = None, version: int | None = None) -> Value:
    """What an indicator counts, of what ``user`` may see, as of ``day``, or in the period from ``since`` to it.

    ``version`` counts by an earlier rule. Raises HanseError where the rule cannot be counted here any more.
    """
    rule = indicator.counts if version is None else indicator.counted_by(version)
    return counted(rule, user, day, since)


def counted(rule: Rule, user: Any, day: date, since: date | None = None) -> Value:
    """The same for a rule. One query for each of its parts, however much there is."""
    if rule.source:
        return SOURCES[rule.source].count(rule, user, day, since)
    parts = [Records(each, user) for each in rule.parts]
    if rule.amount:
        return _sums(rule, parts, day, since)
    found = _number(parts, day, since)
    if rule.of is None:
        return found
    over = _number([Records(rule.of, user)], day, since)
    return replace(found, of=over.number)


def _number(parts: list[Records], day: date, since: date | None) -> Value:
    """Records of one unit count once, also where several parts have it."""
    united = len(parts) > 1 and all(each.part.once_per for each in parts)
    if united:
        every, dated = _united(parts, day, since)
    else:
        rows = [_one(each, day, since) for each in parts]
        every, dated = (sum(column) for column in zip(*rows, strict=True))
    number = every if since is None else dated
    members = Counted(parts, day, since, number=number, united=united)
    return Value(number, day, since, undated=every - dated, members=members)


def _one(part: Records, day: date, since: date | None) -> tuple[int, int]:
    """How many units there are, and how many of them a date places: on the day, or in the period."""
    every, dated = _both(part, day, since)
    unit, distinct = part.unit, bool(part.part.once_per)
    found = part.all.aggregate(
        every=Count(unit, distinct=distinct, filter=every), dated=Count(unit, distinct=distinct, filter=dated)
    )
    return found["every"], found["dated"]


def _united(parts: list[Records], day: date, since: date | None) -> tuple[int, int]:
    found = []
    for which in (0, 1):
        rows = [each.all.filter(_both(each, day, since)[which]) for each in parts]
        keys = [held.annotate(common=each.unit).values("common") for held, each in zip(rows, parts, strict=True)]
        found.append(keys[0].union(*keys[1:]).count())
    return found[0], found[1]


def _both(part: Records, day: date, since: date | None) -> tuple[Q, Q]:
    """Conditions: what a date places or none does; what a date places."""
    if not part.timed:
        return ~Q(pk=None), ~Q(pk=None) if since is None else Q(pk__in=())
    dated = part.by(day) if since is None else part.by(day) & part.from_(since)
    return dated | part.undated(day), dated


def _sums(rule: Rule, parts: list[Records], day: date, since: date | None) -> Value:
    """By currency, never across; records that do not say the amount are told apart."""
    amounts: dict[str, tuple[Decimal, int]] = {}
    said = unsaid = undated = 0
    for part in parts:
        every, dated = _both(part, day, since)
        there = every if since is None else dated
        rows = (
            part.all.filter(every)
            .values(rule.currency)
            .annotate(
                amount=Total(rule.amount, filter=there),
                said=Count(rule.amount, filter=there),
                of=Count("pk", filter=there),
                late=Count(rule.amount, filter=~dated),
            )
        )
        for row in rows:
            before = amounts.get(row[rule.currency].upper(), (Decimal(0), 0))
            said, unsaid = said + row["said"], unsaid + row["of"] - row["said"]
            undated += row["late"]
            if row["said"]:
                amounts[row[rule.currency].upper()] = before[0] + row["amount"], before[1] + row["said"]
    sums = tuple(Sum(currency, *amounts[currency]) for currency in sorted(amounts, key=lambda each: (not each, each)))
    members = Counted(parts, day, since, number=said, said=rule.amount)
    return Value(said if sums else None, day, since, undated, sums=sums, unsaid=unsaid, members=members)
