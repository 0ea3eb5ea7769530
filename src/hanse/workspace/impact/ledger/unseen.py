"""Whose word would count for those alone who may not see a tie? It is kept from them, as if it had not been said.

Whether somebody stands outside the claimants is told from all claims and all ties there are. Where one decides that a
reader may not see, the word of that person is kept from this reader: to show it as "inside" would tell of the tie, to
show it as "outside" would count what does not count. What is left looks like any change to which nobody outside has
said a word, so that nothing tells one from the other. A denial counts from wherever it comes, and is never kept back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from hanse.workspace.accounts.rights import Handling, sees
from hanse.workspace.impact.ledger.belonging import ALL, Belonging, called_alike
from hanse.workspace.impact.models.changes import Change, Claimed, Confirmation, Says


@dataclass(frozen=True, slots=True)
class _Claim:
    actor: str
    seen: bool


def kept_back(user: Any) -> set[str]:
    """Keys of the confirmations that a user may see by their handling, and that a tie or a claim puts inside which this
    user may not see, of whatever day. A dozen queries where anything is confirmed; none for who sees everything."""
    if sees(user) == frozenset(Handling):
        return set()
    said = Confirmation.objects.standing().exclude(says=Says.DENIES).order_by()
    words = list(said.values_list("pk", "change_id", "by_id", "who"))
    if not words:
        return set()
    one = _one_change()
    claims: dict[str, list[_Claim]] = defaultdict(list)
    seen = set(Claimed.objects.visible_to(user).order_by().values_list("pk", flat=True))
    for pk, change, actor in Claimed.objects.standing().order_by().values_list("pk", "change_id", "actor_id"):
        claims[one.get(change, change)].append(_Claim(actor, pk in seen))
    ties = _Ties(user, {by for *_, by, _ in words if by} | {each.actor for held in claims.values() for each in held})
    return {
        pk for pk, change, by, who in words if any(ties.hide(by, who, each) for each in claims[one.get(change, change)])
    }


class _Ties:
    """All that ties some actors, beside what a user sees of it."""

    def __init__(self, user: Any, actors: set[str]) -> None:
        self.all = Belonging((), actors, ALL, None)
        self.seen = Belonging((), actors, user, None)
        hidden = self.all.records.keys() - self.seen.records.keys()
        self.hidden = {self.all.records[each] for each in hidden}

    def hide(self, by: str | None, who: str, claim: _Claim) -> bool:
        """Whether something out of sight makes somebody belong to a claimant, whatever else does."""
        if by is None:
            asks = self.all.actors.get(claim.actor)
            return not claim.seen and asks is not None and called_alike(who, str(asks))
        if not self.all.tied(by, claim.actor):
            return False
        if not claim.seen or not self.seen.tied(by, claim.actor):
            return True
        around = self.all.selves(by) | self.all.selves(claim.actor)
        return any(pair <= around for pair in self.hidden)  # what is seen may not hold on the day that is asked for


def _one_change() -> dict[str, str]:
    """By key of a change: that of the first of all records that are said to be the same, seen or not."""
    above = dict(Change.objects.standing().exclude(same_as=None).order_by().values_list("pk", "same_as_id"))
    first = {}
    for pk in above:
        step, passed = pk, {pk}
        while step in above and above[step] not in passed:
            step = above[step]
            passed.add(step)
        first[pk] = step
    return first
