"""Which changes count, where there was no draft to compare? Positions made of Changes, with all that hangs on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.impact.ledger.belonging import Belonging, called_alike, region
from hanse.workspace.impact.ledger.positions import Brief, Claimant, Position, Quote, Said
from hanse.workspace.impact.ledger.rule import Standing, Where, Word, of_change
from hanse.workspace.impact.models.changes import Change, Claimed, Confirmation, Reply
from hanse.workspace.registry.models import Actor, Attestation, Source
from hanse.workspace.registry.said import links_of

DECIDES = {
    Claimed: ("change", "actor"),
    Confirmation: ("change", "by", "who", "says", "outside", "settled"),
    Reply: ("change", "says", "settled"),
}
"""What of that which hangs on a change decides whether it counts."""
Hanging = dict[Any, list[Any]]
_LEVELS = list(Handling)
_MOST = 500
"""Keys in one question to the database."""


def positions(user: Any, day: date) -> list[Position]:
    """The changes that somebody may see, and that had happened by a day or have no documented one: the latest first."""
    return of(Change.objects.visible_to(user).known(day), user, day)


def of(changes: Any, user: Any, day: date) -> list[Position]:
    """Positions made of a queryset of changes; records that are said to be the same are one."""
    held = list(changes.select_related("actor"))
    hanging = {model: _hanging(model, held, user) for model in (Claimed, Confirmation, Reply)}
    known = _known(hanging, user, day)
    quotes = _quotes(held, user)
    return [_position(group, _of(group, hanging), quotes, known) for group in one_change(held)]


def briefs(user: Any, day: date) -> list[Brief]:
    """The same positions by what counts of them alone: no words or sources are read."""
    held = list(Change.objects.visible_to(user).known(day).only("date", "same_as"))
    hanging = {model: _hanging(model, held, user, only) for model, only in DECIDES.items()}
    known = _known(hanging, user, day)
    return [
        Brief(key_of(group), "change", standing(_of(group, hanging), known).state, unit(group), _day(group))
        for group in one_change(held)
    ]


def key_of(group: Sequence[Change]) -> str:
    return f"change-{group[0].pk}"


def unit(group: Sequence[Change]) -> str:
    return f"change {group[0].pk}"


def _day(group: Sequence[Change]) -> str:
    return next((each.date for each in group if each.date), "")


def standing(said: Hanging, known: Belonging) -> Standing:
    """Of one change, by all that hangs on it."""
    claimants = list(dict.fromkeys(each.actor_id for each in said[Claimed]))
    words = [
        Word(not each.denies, _where(each, claimants, known)[0], bool(each.settled)) for each in said[Confirmation]
    ]
    words += [Word(False, "outside", bool(each.settled)) for each in said[Reply] if each.denies]
    return of_change(len(claimants), words)


def one_change(changes: Sequence[Change]) -> list[list[Change]]:
    """Records that are one change, each group with the first of them in front; in the order of ``changes``."""
    there = {each.pk: each for each in changes}
    groups: dict[str, list[Change]] = {}
    for each in changes:
        groups.setdefault(_first(each, there).pk, []).append(each)
    return [sorted(group, key=lambda each, first=first: each.pk != first) for first, group in groups.items()]


def together(change: Change, user: Any) -> list[Change]:
    """All records that are one change with this one, as far as somebody may see, the first of them in front."""
    seen = Change.objects.visible_to(user).select_related("actor")
    held, fresh = {change.pk: change}, [change]
    while fresh:
        above = {each.same_as_id for each in fresh if each.same_as_id}
        near = seen.filter(Q(pk__in=above) | Q(same_as__in=[each.pk for each in fresh]))
        fresh = [each for each in near if each.pk not in held]
        held |= {each.pk: each for each in fresh}
    (group,) = one_change(list(held.values()))
    return group


def _first(change: Change, there: dict[str, Change]) -> Change:
    """Up the way of what a record is the same as, as far as it is to be seen."""
    passed = {change.pk}
    while change.same_as_id in there and change.same_as_id not in passed:
        change = there[change.same_as_id]
        passed.add(change.pk)
    return change


def _hanging(model: Any, changes: Sequence[Change], user: Any, only: Sequence[str] = ()) -> dict[str, list[Any]]:
    """By change, those that somebody may see; a source that they may not see is not named. ``only``: some columns."""
    found: dict[str, list[Any]] = defaultdict(list)
    sources, seen = Source.objects.visible_to(user), model.objects.visible_to(user)
    keys = [each.pk for each in changes]
    for start in range(0, len(keys), _MOST):
        held = seen.filter(change__in=keys[start : start + _MOST])
        if only:
            held = held.only(*only)
        elif model is not Claimed:
            held = held.prefetch_related(Prefetch("source", sources))
        for each in held:
            found[each.change_id].append(each)
    return found


def _known(hanging: Mapping[Any, Mapping[str, list[Any]]], user: Any, day: date) -> Belonging:
    """Who claims and who confirms."""
    claimants = {each.actor_id for held in hanging[Claimed].values() for each in held}
    others = {each.by_id for model in (Confirmation, Reply) for held in hanging[model].values() for each in held}
    return Belonging((), claimants | others - {None}, user, day)


def _of(group: Sequence[Change], hanging: Mapping[Any, Mapping[str, list[Any]]]) -> Hanging:
    """What hangs on the records of one change, in their order."""
    return {model: [each for one in group for each in held.get(one.pk, ())] for model, held in hanging.items()}


def _quotes(changes: Sequence[Change], user: Any) -> dict[str, list[Quote]]:
    """What sources say of changes, word for word."""
    said = list(Attestation.objects.all().about_all_seen(list(changes), user).select_related("source"))
    links = links_of([each.source for each in said], user)
    found: dict[str, list[Quote]] = defaultdict(list)
    for each in said:
        source = each.source
        quote = Quote(each.quote, str(source), each.locator, links[each.source_id], each.on or source.date)
        found[each.record_id].append(quote)
    return found


def _position(group: list[Change], said: Hanging, quotes: dict[str, list[Quote]], known: Belonging) -> Position:
    first, whose = group[0], {each.pk: each.actor for each in group}
    claims = said[Claimed]
    claimants = list(dict.fromkeys(each.actor_id for each in claims))
    confirmed = [_confirmed(each, claimants, known) for each in said[Confirmation]]
    replies = [_reply(each, known.actors.get(each.by_id or "", whose[each.change_id])) for each in said[Reply]]
    stands = standing(said, known)
    return Position(
        key=key_of(group),
        kind="change",
        state=stands.state,
        reason=stands.reason,
        title=first.title,
        claimants=tuple(_claimant(each, known.actors[each.actor_id]) for each in _own(claims)),
        address=first.get_absolute_url(),
        unit=unit(group),
        date=_day(group),
        about=first.description,
        whose=str(first.actor or ""),
        confirmed=tuple(confirmed),
        replies=tuple(replies),
        evidence=tuple(quote for change in group for quote in quotes.get(change.pk, ())),
        records=tuple(each.pk for each in group),
        handling=max((each.handling for each in group), key=lambda level: _LEVELS.index(Handling(level))),
    )


def _own(claims: Iterable[Claimed]) -> list[Claimed]:
    """One of each claimant: the one that says most of the contribution."""
    best: dict[str, Claimed] = {}
    for each in claims:
        held = best.get(each.actor_id)
        if held is None or len(each.contribution) > len(held.contribution):
            best[each.actor_id] = each
    return list(best.values())


def _claimant(each: Claimed, actor: Actor) -> Claimant:
    return Claimant(str(actor), actor.pk, region(actor), actor.country, each.contribution, actor.get_absolute_url())


def _confirmed(each: Confirmation, claimants: list[str], known: Belonging) -> Said:
    where, why = _where(each, claimants, known)
    return Said(
        who=str(known.actors[each.by_id]) if each.by_id else each.who,
        says=each.says,
        words=each.words,
        date=each.date,
        source=str(each.source or ""),
        locator=each.locator,
        address=each.get_absolute_url(),
        where=where,
        why=why,
        person=each.who if each.by_id else "",
        settled=each.settled,
        settlement=each.settlement,
        key=each.pk,
    )


def _where(each: Confirmation, claimants: list[str], known: Belonging) -> tuple[Where, str]:
    if each.by_id:
        tied = any(known.tied(each.by_id, claimant) for claimant in claimants)
        return ("inside", "tied") if tied else ("outside", "registry")
    if any(called_alike(each.who, str(known.actors[claimant])) for claimant in claimants):
        return "inside", "tied"
    return ("outside", "said") if each.outside.strip() else ("unknown", "nobody")


def _reply(each: Reply, speaker: Actor | None) -> Said:
    return Said(
        who=str(speaker or ""),
        says=each.says,
        words=each.words,
        date=each.date,
        source=str(each.source or ""),
        locator=each.locator,
        address=each.get_absolute_url(),
        where="outside",
        settled=each.settled,
        settlement=each.settlement,
        key=each.pk,
    )
