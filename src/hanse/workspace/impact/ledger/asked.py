"""Which findings may be positions influenced? Those in the version of each campaign that counts, in few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F, JSONField, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone

from hanse.text.dates import days
from hanse.tracing.adoption import is_adopted_kind, is_adopted_symbol
from hanse.workspace.campaigns.audience import audiences_of, up_to
from hanse.workspace.campaigns.inputs import in_order
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, FindingRecord, Review
from hanse.workspace.campaigns.models.texts import As

COLUMNS = ("campaign_id", "ask_id", "draft_id", "outcome", "provenance", "judged", "passage")
OF_AN_ASK = ("campaign", "kind", "actor", "handling", "text")
_MET = ("yes", "in part")


@dataclass(slots=True)
class Found:
    """A finding with its ask, its version and the verdicts on the present wording that its reader may know of.

    ``passage`` is the id of the passage that answers the ask, None where none does; ``cell`` is empty where no words
    were asked for.
    """

    campaign: Campaign
    ask: AskRecord
    draft: CampaignDocument
    machine: str
    provenance: str
    judged: str
    passage: str | None
    cell: dict[str, Any] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)

    @property
    def place(self) -> tuple[str, str]:
        return self.ask.pk, self.draft.pk


def found(user: Any, day: date, only: tuple[str, str] | None = None, *, words: bool = True) -> list[Found]:
    """Every finding that somebody may see, was met or judged, and stands in the version that counts on a day.

    ``only`` narrows it to the keys of an ask and a draft, and to all that was asked of the same document. The finding
    is the one of the reader's own audience: what they may not see had no part in it. Without ``words`` no more is read
    than what decides whether it counts.
    """
    campaigns = {each.pk: each for each in _campaigns(user, only)}
    levels = audiences_of(campaigns.values(), user)
    drafts = versions(levels, day)
    if only and only[1] not in drafts:
        return []
    rows = _rows(levels, drafts, (*COLUMNS, "cell") if words else COLUMNS)
    asks = _asks({row["ask_id"] for row in rows}, levels, words)
    placed = [
        Found(
            campaigns[row["campaign_id"]],
            asks[row["ask_id"]],
            drafts[row["draft_id"]],
            row["outcome"],
            row["provenance"],
            row["judged"],
            row["passage"],
            json.loads(row["cell"]) if words else {},
        )
        for row in rows
        if row["ask_id"] in asks
    ]
    _with_reviews(placed, levels, words)
    return placed


def _campaigns(user: Any, only: tuple[str, str] | None) -> Any:
    """All but the examples: nothing of a fictional campaign counts."""
    held = Campaign.objects.visible_to(user).filter(fictional=False).order_by("pk").defer("doubts")
    if only is None:
        return held
    text = CampaignDocument.objects.filter(pk=only[1]).select_related("document").first()
    if text is None:
        return held.none()
    there = Q(document=text.document) | Q(document__sha256=text.document.sha256 or None)
    return held.filter(pk__in=CampaignDocument.objects.filter(there).order_by().values("campaign"))


def versions(levels: dict[str, str], day: date) -> dict[str, CampaignDocument]:
    """By key, of every campaign (with the audience that it is read for) the version that counts on a day: the last
    adopted one, else the latest. Of today and later, what the office holds is there, whatever its date."""
    held = CampaignDocument.objects.standing().filter(role=As.DRAFT, campaign__in=list(levels))
    drafts: dict[str, list[CampaignDocument]] = defaultdict(list)
    for each in held.select_related("document"):
        if each.document.handling in up_to(levels[each.campaign_id]) and _there(each.document.date, day):
            drafts[each.campaign_id].append(each)
    chosen = {}
    for texts in drafts.values():
        ordered = in_order(texts)
        last = next((each for each in reversed(ordered) if adopted(each)), ordered[-1])
        chosen[last.pk] = last
    return chosen


def adopted(held: CampaignDocument) -> bool:
    """Whether a version is the adopted text, as far as its record tells."""
    document = held.document
    return document.adopted or is_adopted_kind(document.kind) or is_adopted_symbol(document.symbol)


def _there(written: str, day: date) -> bool:
    if day >= timezone.localdate():
        return True
    meant = days(written)
    return meant is not None and meant[0] <= day


def _rows(levels: dict[str, str], drafts: dict[str, CampaignDocument], columns: Sequence[str]) -> list[dict[str, Any]]:
    judged = set(Review.objects.filter(draft__in=list(drafts)).order_by().values_list("ask_id", flat=True))
    wanted = Q(pk__in=())
    for level in sorted(set(levels.values())):
        there = [pk for pk, each in drafts.items() if levels[each.campaign_id] == level]
        wanted |= Q(audience=level, draft__in=there)
    met = Q(met__in=_MET) | Q(ask__in=judged)
    ordered = FindingRecord.objects.filter(wanted, met).order_by("campaign_id", "ask__order", "ask__name", "pk")
    said = ordered.alias(said=Cast("cell", JSONField())).annotate(passage=KT("said__draft_passage__id"))
    return list(said.values(*columns))


def _asks(keys: Iterable[str], levels: dict[str, str], words: bool) -> dict[str, AskRecord]:
    held = AskRecord.objects.standing().filter(pk__in=list(keys)).annotate(at=F("source__document__handling"))
    held = held.select_related("source__document") if words else held.only(*OF_AN_ASK)
    seen = {}
    for ask in held:
        own = up_to(levels[ask.campaign_id])
        if ask.handling in own and ask.at in (None, *own):
            seen[ask.pk] = ask
    return seen


def _with_reviews(placed: Sequence[Found], levels: dict[str, str], words: bool) -> None:
    """Whoever judged with more in sight is heard where the finding is the same without it."""
    by_place = {each.place: each for each in placed}
    held = Review.objects.filter(draft__in={each.draft.pk for each in placed})
    tied = ("reviewer", "outside__organisation") if words else ("outside",)
    for review in held.select_related(*tied).order_by("made", "pk"):
        place = by_place.get((review.ask_id, review.draft_id))
        if place is None or review.judged != place.judged:
            continue
        if review.audience not in up_to(levels[place.campaign.pk]):
            if review.machine != place.machine:
                continue
            review.note = ""
        place.reviews.append(review)
