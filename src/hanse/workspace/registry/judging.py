"""What did people say of two actors that might be one? Verdicts are kept, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Count, Max, Prefetch
from django.utils import timezone
from django.utils.translation import gettext_noop

from hanse.workspace.accounts.rights import sight_key
from hanse.workspace.registry import duplicates
from hanse.workspace.registry.duplicates import Pair
from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import Actor, Judgement, Merge, Name, Tier, Verdict
from hanse.workspace.registry.parting import unmerge
from hanse.workspace.registry.retold import retold

KEPT_FOR = 24 * 3600
"""Seconds that proposals are kept for, where no actor and no name has changed."""
TAKEN_BACK = gettext_noop("a verdict on them was taken back")


@dataclass(frozen=True, slots=True)
class Proposed:
    """A pair that waits for a verdict, with its two actors."""

    one: Actor
    other: Actor
    reasons: tuple[str, ...]

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each reason as it is kept with a verdict, and in the language of the page."""
        tiers = {str(tier): str(tier.label).lower() for tier in Tier}
        return [(each, retold(each, (*duplicates.REASONS, TAKEN_BACK), tiers)) for each in self.reasons]


def proposed(user: Any) -> list[Pair]:
    """The pairs that wait for a verdict: those of which one was taken back, then the likeliest first."""
    judged = set(Judgement.objects.filter(undone=None).values_list("one", "other"))
    waiting = {(pair.one, pair.other): pair for pair in (*_taken_back(user), *_found(user))}
    return [pair for ends, pair in waiting.items() if ends not in judged]


def _taken_back(user: Any) -> Iterator[Pair]:
    """The pairs of which somebody took a verdict back, whether they are alike or not: the latest first."""
    seen = Actor.objects.visible_to(user).values("pk")
    undone = Judgement.objects.exclude(undone=None).filter(one__in=seen, other__in=seen).order_by("-undone", "-pk")
    for one, other, reasons in undone.values_list("one", "other", "reasons"):
        yield Pair(one, other, 1.0, (*reasons, TAKEN_BACK))


def _found(user: Any) -> list[Pair]:
    """The pairs that are alike, kept until an actor or a name changes."""
    stamp = ("duplicates", sight_key(user), *_stamp(Actor), *_stamp(Name))
    key = "-".join(str(each) for each in stamp)
    found = cache.get(key)
    if found is None:
        found = duplicates.pairs(user)
        cache.set(key, found, KEPT_FOR)
    return found


def _stamp(model: Any) -> tuple[int, ...]:
    """Changes whenever a record of the model does."""
    held = model.objects.aggregate(n=Count("pk"))["n"]
    return held, model.history.aggregate(n=Max("history_id"))["n"] or 0


def with_actors(pairs: list[Pair], user: Any) -> list[Proposed]:
    """Pairs with what a page shows of them."""
    wanted = {pk for pair in pairs for pk in (pair.one, pair.other)}
    actors = (
        Actor.objects.visible_to(user)
        .select_related("parent")
        .prefetch_related(Prefetch("names", Name.objects.visible_to(user)))
        .in_bulk(wanted)
    )
    return [
        Proposed(actors[pair.one], actors[pair.other], pair.reasons)
        for pair in pairs
        if pair.one in actors and pair.other in actors
    ]


def different(one: Actor, other: Actor, *, user: Any, why: str = "", reasons: tuple[str, ...] = ()) -> Judgement:
    """Note that two actors are two."""
    return _judge(one, other, Verdict.DIFFERENT, user, why, reasons)


def same(gone: Actor, kept: Actor, *, user: Any, why: str = "", reasons: tuple[str, ...] = ()) -> Merge:
    """Note that two actors are one, and merge them. Raises RefusedChange as `merge` does."""
    with transaction.atomic():
        done = merge(gone, kept, user=user, why=why)
        _judge(gone, kept, Verdict.SAME, user, why, reasons)
    return done


def _judge(one: Actor, other: Actor, verdict: str, user: Any, why: str, reasons: tuple[str, ...]) -> Judgement:
    first, second = sorted((one, other), key=lambda each: each.pk)
    Judgement.objects.filter(one=first, other=second, undone=None).update(undone=timezone.now())
    said = {"verdict": verdict, "by": user, "why": why, "reasons": list(reasons)}
    return Judgement.objects.create(one=first, other=second, **said)


def take_back(judgement: Judgement, *, user: Any) -> int:
    """Take a verdict back; of "the same", the merge too. Returns what `unmerge` does. Raises RefusedChange likewise."""
    left = 0
    with transaction.atomic():
        if judgement.verdict == Verdict.SAME:
            ids = (judgement.one_id, judgement.other_id)
            for done in Merge.objects.filter(undone=None, gone__in=ids, kept__in=ids).order_by("-pk"):
                left += unmerge(done, user=user)
        judgement.undone = timezone.now()
        judgement.save()
    return left
