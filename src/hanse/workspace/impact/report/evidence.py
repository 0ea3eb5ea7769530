"""What does each counted number rest on? Every member of a snapshot with passages, confirmations and replies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.reports.impact import Annex, Item, Quote, Voice
from hanse.reports.phrases import paragraph
from hanse.saying import apart, colon, comma
from hanse.text.document import Passage as Words
from hanse.workspace.impact import ready
from hanse.workspace.impact.grouping import dates, groups_by, rule_of, things
from hanse.workspace.impact.ledger import Position, Said, influenced, words
from hanse.workspace.impact.models import Member, Snapshot
from hanse.workspace.impact.passages import passages
from hanse.workspace.impact.rules import Rule
from hanse.workspace.impact.snapshots import PUBLIC
from hanse.workspace.impact.values import Unit
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor

MOST = 500
"""Items of one annex; of more the snapshot's page has the rest."""
POSITIONS = frozenset({"finding", "change"})


def annexes(snapshots: Sequence[Snapshot]) -> tuple[Annex, ...]:
    """What each snapshot counted, as the public may see it today, in the language that is spoken."""
    return tuple(annex for each in snapshots if (annex := _annex(each)))


def _annex(snapshot: Snapshot) -> Annex | None:
    members = list(snapshot.members.all()[: MOST + 1])
    if not members:
        return None
    held, note = members[:MOST], ""
    if len(members) > MOST:
        rest = snapshot.members.count() - MOST
        note = ngettext(
            "%(n)d more is on the page of the snapshot.", "%(n)d more are on the page of the snapshot.", rest
        ) % {"n": rest}
    rule = rule_of(snapshot)
    items = _in_groups((*_positions(snapshot, held), *_records(snapshot, rule, held)))
    numbered = tuple(replace(each, number=number) for number, each in enumerate(items, 1))
    units = json.loads(snapshot.said)["number"] if groups_by(rule) else 0
    return Annex(ready.said(snapshot.indicator, "name"), numbered, note, units or 0)


def _in_groups(items: Sequence[Item]) -> list[Item]:
    """By date, those of a group behind its first; those of none last."""
    held = sorted(items, key=_order)
    first: dict[str, int] = {}
    for place, each in enumerate(held):
        first.setdefault(each.group, place)
    return sorted(held, key=lambda each: (not each.group, first[each.group]))


def _order(item: Item) -> tuple[str, str]:
    return str(item.date) or "9999", item.digest


@dataclass(frozen=True, slots=True)
class Taken:
    """A member with the position that it names."""

    leaf: str
    position: Position


def _positions(snapshot: Snapshot, members: Sequence[Member]) -> Iterator[Item]:
    """One for each passage with all asks that it answers; one for each change."""
    named = {each.record: each.leaf for each in members if each.kind in POSITIONS}
    if not named:
        return
    groups: dict[str, list[Taken]] = {}
    for each in influenced(PUBLIC, snapshot.as_of).positions:
        if each.key in named:
            groups.setdefault(each.unit, []).append(Taken(named[each.key], each))
    for group in groups.values():
        yield _item(group)


def _item(group: list[Taken]) -> Item:
    held = [each.position for each in group]
    first = held[0]
    changed = all(each.counted for each in held)
    return Item(
        number=0,
        title=first.title if first.kind == "change" else _where(first),
        date=first.date,
        kind=_("change") if first.kind == "change" else _("passage that took up what was asked"),
        claimants=tuple(dict.fromkeys(who.name for each in held for who in each.claimants)),
        asked=tuple(_asked(each) for each in held if each.asked),
        passages=_passages(first),
        confirmed=_once(voice(said) for each in held for said in each.confirmed),
        replies=_once(voice(said) for each in held for said in each.replies),
        rivals=_once(_other(other) for each in held for other in (each.origin, *each.rivals) if other),
        digest=" ".join(each.leaf for each in group),
        note="" if changed else _("By what people have said since, it does not count any more."),
    )


def _once(said: Any) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(said))


def _where(position: Position) -> str:
    """The passage by its document and number; of what is gone, the document."""
    title = position.text.title if position.text else position.campaign
    return comma().join((apart(title), numbered(position.passage))) if position.passage else title


def numbered(passage: Any) -> str:
    """A passage by its number or page."""
    return paragraph(Words(passage.id, passage.text, number=passage.number, page=passage.page))


def _asked(position: Position) -> Quote:
    who = (each.name for each in position.claimants)
    where = comma().join(apart(each) for each in (*who, position.source, position.ask) if each)
    return Quote(position.asked, where, position.address)


def _passages(position: Position) -> tuple[Quote, ...]:
    if position.passage and position.text:
        return (Quote(position.passage.text, _where(position), position.text.address),)
    return tuple(
        Quote(each.words, comma().join(filter(None, (each.source, each.locator))), each.address)
        for each in position.evidence
    )


def voice(said: Said) -> Voice:
    """What somebody said, without the name of a reviewer."""
    source = comma().join(filter(None, (said.source, said.locator)))
    why = words.stands(said) if said.why else ""
    return Voice(said.who or _("a reviewer"), words.says(said), said.words, said.date, source, said.address, why)


def _other(other: Any) -> str:
    about = (other.symbol or other.title, other.number, other.actor, other.date)
    return comma().join(apart(each) for each in about if each)


def _records(snapshot: Snapshot, rule: Rule | None, members: Sequence[Member]) -> Iterator[Item]:
    """Records of the registry that may be seen, with the first passage that a source has on each, the date that the
    rule goes by, and what counts once of which it is one."""
    leaves = {(each.kind, each.record): each.leaf for each in members if each.kind in KINDS}
    found: dict[tuple[str, str], Any] = {}
    for kind in dict.fromkeys(kind for kind, _key in leaves):
        keys = [key for held, key in leaves if held == kind]
        seen = KINDS[kind].records().visible_to(PUBLIC).filter(pk__in=keys)
        ties = [each for each in seen.model.ties if "__" not in each]
        found |= {(kind, each.pk): each for each in seen.select_related(*ties)}
    groups = things(rule, list(found), PUBLIC, snapshot) if rule and groups_by(rule) else {}
    placed = dates(rule, list(found), PUBLIC)
    units = [Unit(*place, str(each), each.get_absolute_url()) for place, each in found.items()]
    for unit, said in zip(units, passages(units, PUBLIC), strict=True):
        record = found[unit.kind, unit.key]
        yield Item(
            number=0,
            title=unit.title,
            date=placed.get((unit.kind, unit.key), _date(record)),
            kind=comma().join((str(KINDS[unit.kind].label), *_actors(record, unit.title))),
            passages=(Quote(said.quote, said.source, said.address),) if said else (),
            claim=False,
            digest=leaves[unit.kind, unit.key],
            group=_group(groups.get((unit.kind, unit.key))),
        )


def _group(unit: Unit | None) -> str:
    """ "IMRF: 5 records"; empty for what counts by itself."""
    if unit is None:
        return ""
    return f"{unit.title}{colon()}{ngettext('%(n)s record', '%(n)s records', unit.of) % {'n': unit.of}}"


def _date(record: Any) -> str:
    written = getattr(record, getattr(record, "happened", "") or "pk", "")
    return str(written or "") if written != record.pk else ""


def _actors(record: Any, title: str) -> Iterator[str]:
    """Whose it is, where its title does not say so."""
    for tie in record.ties:
        end = getattr(record, tie, None) if "__" not in tie else None
        if isinstance(end, Actor) and str(end) not in title:
            yield str(end)
