"""Does a reviewer stand outside the claimants of a finding? By what the workspace knows, and by what they state.

The workspace knows who made a campaign, who wrote its asks, and who speaks for which city: these are inside, whatever
they state. Of the others it knows nothing; they say themselves to which organisation they belong, and the registry is
asked whether that is tied to a claimant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, Review
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.impact.ledger.belonging import Belonging
from hanse.workspace.impact.ledger.rule import Where

_BETWEEN = re.compile(r"\s*[;\n]\s*")
Why = str
"""Key of a sentence of `hanse.workspace.impact.ledger.words`."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a reviewer stands, why, and of which organisation they say to be."""

    where: Where
    why: Why
    of: str = ""


def asking(actor: str) -> tuple[str, ...]:
    """The names in an ask's actor: several stand with semicolons or lines between."""
    return tuple(dict.fromkeys(each for each in _BETWEEN.split(actor.strip()) if each))


class Reviewers:
    """Everybody who reviewed some findings, with what the workspace knows of them. Four queries."""

    def __init__(self, reviews: Sequence[Review]) -> None:
        campaigns = {each.campaign_id for each in reviews}
        self._people: dict[str, set[int]] = defaultdict(set)
        for model, key in ((Campaign, "id"), (AskRecord, "campaign_id"), (CampaignDocument, "campaign_id")):
            held = model.history.filter(**{f"{key}__in": campaigns}).exclude(history_user=None).order_by()
            for campaign, person in held.values_list(key, "history_user_id").distinct():
                self._people[campaign].add(person)
        self._cities: dict[int, list[FocalPoint]] = defaultdict(list)
        for each in FocalPoint.objects.filter(person__in={each.reviewer_id for each in reviews}):
            self._cities[each.person_id].append(each)

    def names(self, reviews: Iterable[Review]) -> set[str]:
        """What reviewers say to belong to, where it is only a name."""
        return {each.outside.name for each in reviews if stated(each)}

    def keys(self, reviews: Iterable[Review]) -> set[str]:
        """The actors that reviewers speak for, or say to belong to."""
        said = {each.outside.organisation_id for each in reviews if stated(each) and each.outside.organisation_id}
        return said | {each.city_id for held in self._cities.values() for each in held}

    def where(self, review: Review, owner: int | None, claimants: Sequence[str], known: Belonging) -> Stands:
        """Where the reviewer stands to all claimants of a finding."""
        if review.reviewer_id == owner or review.reviewer_id in self._people[review.campaign_id]:
            return Stands("inside", "campaign")
        for each in self._cities[review.reviewer_id]:
            spoke = each.ended is None or each.ended >= review.made
            if spoke and any(known.of(each.city_id, "", claimant) for claimant in claimants):
                return Stands("inside", "speaks", str(known.actors[each.city_id]))
        statement = stated(review)
        if statement is None or (statement.organisation_id or "") not in ("", *known.actors):
            return Stands("unknown", "silent")  # also of an organisation that may not be seen: as if nothing were said
        said = str(known.actors.get(statement.organisation_id or "", statement.name))
        if not set(claimants) <= set(statement.claimants.split("\n")):
            return Stands("unknown", "lapsed", said)
        if any(known.of(statement.organisation_id or "", statement.name, claimant) for claimant in claimants):
            return Stands("inside", "tied", said)
        return Stands("outside", "stated", said)


def stated(review: Review) -> Any:
    """A reviewer's statement to be outside; None where they made none."""
    return getattr(review, "outside", None)
