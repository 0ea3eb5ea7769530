"""Which records of a snapshot count once together, and by which date do they count? As its rule has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hanse.errors import HanseError
from hanse.workspace.impact.conditions import Records
from hanse.workspace.impact.ledger import Position, influenced
from hanse.workspace.impact.members import ends_of, shared
from hanse.workspace.impact.models import Member, Snapshot
from hanse.workspace.impact.rules import Rule
from hanse.workspace.impact.values import Unit

Place = tuple[str, str]
"""Kind and key of a record."""
Group = tuple[Unit | None, list[Member]]
"""Members that count once together, with what they have in common; None for one that counts by itself."""
AT_ONCE = 1_000


def rule_of(snapshot: Snapshot) -> Rule | None:
    """The rule by which it was counted; None where it can no longer be read."""
    try:
        return snapshot.indicator.counted_by(snapshot.version)
    except HanseError:
        return None


def groups_by(rule: Rule | None) -> bool:
    """Whether several records can count once together."""
    if rule is None or rule.amount:
        return False
    return rule.source == "positions" or any(part.once_per for part in rule.parts)


def together(snapshot: Snapshot, rule: Rule, user: Any) -> list[Group]:
    """All members of a snapshot as they count, by what those have in common that somebody may see today; the others
    each by itself, last."""
    members = list(snapshot.members.all())
    units = things(rule, [(each.kind, each.record) for each in members], user, snapshot)
    groups: dict[tuple[str, str], Group] = {}
    alone: list[Group] = []
    for each in members:
        unit = units.get((each.kind, each.record))
        if unit is None:
            alone.append((None, [each]))
        else:
            groups.setdefault((unit.kind, unit.key), (unit, []))[1].append(each)
    return [*sorted(groups.values(), key=lambda group: group[0].title if group[0] else ""), *alone]


def things(rule: Rule, held: Sequence[Place], user: Any, snapshot: Snapshot) -> dict[Place, Unit]:
    """What each record has in common with those that count once with it; nothing of one that counts by itself, or that
    ``user`` may not see."""
    if rule.source:
        return _passages(held, user, snapshot)
    found: dict[Place, Unit] = {}
    for part in (Records(each, user) for each in rule.parts if each.once_per):
        common = {key: said for key, said in _said(part, held, part.unit) if key != said}
        ends = ends_of(part, set(common.values()))
        units = {said: shared(part, said, ends.get(said), of) for said, of in Counter(common.values()).items()}
        found = {(part.part.kind, key): units[said] for key, said in common.items()} | found
    return found


def _passages(held: Sequence[Place], user: Any, snapshot: Snapshot) -> dict[Place, Unit]:
    """Asks that one passage answers."""
    there = set(held)
    groups: dict[str, list[Position]] = {}
    for each in influenced(user, snapshot.as_of).positions:
        if (each.kind, each.key) in there:
            groups.setdefault(each.unit, []).append(each)
    found: dict[Place, Unit] = {}
    for group in (each for each in groups.values() if len(each) > 1):
        first = group[0]
        unit = Unit(first.kind, first.unit, first.title, first.address, of=len(group), group=True)
        found |= {(each.kind, each.key): unit for each in group}
    return found


def dates(rule: Rule | None, held: Sequence[Place], user: Any) -> dict[Place, str]:
    """The date by which the rule places each record, as it is documented; "" where none is. Nothing of a record that no
    date places."""
    found: dict[Place, str] = {}
    parts = [Records(each, user) for each in (rule.parts if rule else ())]
    for part in (each for each in parts if each.placed_by):
        found = {(part.part.kind, key): _day(said) for key, said in _said(part, held, part.written)} | found
    return found


def _said(part: Records, held: Iterable[Place], what: Any) -> Iterator[tuple[str, str]]:
    """Of the records of a part's kind that its user sees, what an expression says of each."""
    keys = [key for kind, key in held if kind == part.part.kind]
    for at in range(0, len(keys), AT_ONCE):
        seen = part.kind.records().visible_to(part.user).filter(pk__in=keys[at : at + AT_ONCE]).order_by()
        yield from seen.annotate(asked=what).values_list("pk", "asked")


def _day(said: Any) -> str:
    """A date as it was written; of a moment its day."""
    text = str(said or "")
    return text[:10] if text[10:11] in ("T", " ") else text
